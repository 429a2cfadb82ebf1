/**
 * How fast due deadlines are fired: by the sweeper that the monitor runs, and in the same run on
 * the same PostgreSQL by what people would use instead; and what becomes of them where the process
 * that fires is killed.
 */
@NullMarked
package io.caseclock.bench.firing;

import org.jspecify.annotations.NullMarked;
