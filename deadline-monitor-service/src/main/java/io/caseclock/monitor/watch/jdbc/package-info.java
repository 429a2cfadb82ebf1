/** Keeps cases in PostgreSQL with set-based statements: a few for a whole batch, however large. */
@NullMarked
package io.caseclock.monitor.watch.jdbc;

import org.jspecify.annotations.NullMarked;
