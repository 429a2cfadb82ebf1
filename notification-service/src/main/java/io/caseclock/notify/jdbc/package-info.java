/** The few lines of JDBC that every table of this service needs. */
@NullMarked
package io.caseclock.notify.jdbc;

import org.jspecify.annotations.NullMarked;
