/** What this service keeps about a case, for its archive. */
@NullMarked
package io.caseclock.notify.archive.jdbc;

import org.jspecify.annotations.NullMarked;
