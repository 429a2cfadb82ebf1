/**
 * How many events intake takes in a second, one by one and in batches, beside rows of the same size
 * that are inserted into the same PostgreSQL by as many connections.
 */
@NullMarked
package io.caseclock.bench.intake;

import org.jspecify.annotations.NullMarked;
