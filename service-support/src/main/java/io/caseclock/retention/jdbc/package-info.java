/** Deletes in PostgreSQL, by the functions that look at holds and ages themselves. */
@NullMarked
package io.caseclock.retention.jdbc;

import org.jspecify.annotations.NullMarked;
