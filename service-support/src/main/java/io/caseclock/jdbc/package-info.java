/**
 * The few lines of JDBC that every table needs: whatever goes wrong comes out as one unchecked
 * exception whose cause tells a database that is away from a statement that is wrong.
 */
@NullMarked
package io.caseclock.jdbc;

import org.jspecify.annotations.NullMarked;
