/** Keeps dead letters in a table of the service that consumes. */
@NullMarked
package io.caseclock.consume.jdbc;

import org.jspecify.annotations.NullMarked;
