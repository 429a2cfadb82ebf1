/** Legal holds in PostgreSQL. */
@NullMarked
package io.caseclock.hold.jdbc;

import org.jspecify.annotations.NullMarked;
