/** Tables {@code history_digest} and {@code history_digest_breach}. */
@NullMarked
package io.caseclock.notify.history.jdbc;

import org.jspecify.annotations.NullMarked;
