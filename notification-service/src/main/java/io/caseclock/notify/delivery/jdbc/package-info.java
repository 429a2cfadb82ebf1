/** Keeps the inboxes; hot inserts by JDBC, the rest through a Panache repository. */
@NullMarked
package io.caseclock.notify.delivery.jdbc;

import org.jspecify.annotations.NullMarked;
