/** Inboxes in PostgreSQL. */
@NullMarked
package io.caseclock.notify.inbox.jdbc;

import org.jspecify.annotations.NullMarked;
