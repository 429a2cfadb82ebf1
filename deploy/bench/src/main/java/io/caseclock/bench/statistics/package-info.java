/**
 * A year of a whole bureau's deadlines in a database, and how long the numbers of it take: every
 * call as the monitor makes it, beside its aim and beside the same answer without roll-ups.
 */
@NullMarked
package io.caseclock.bench.statistics;

import org.jspecify.annotations.NullMarked;
