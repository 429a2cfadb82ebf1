/** Keeps saved filters in PostgreSQL. */
@NullMarked
package io.caseclock.notify.filter.jdbc;

import org.jspecify.annotations.NullMarked;
