/**
 * How days are counted: a period, what does not count of it, where it ends, and what each of its
 * days was.
 */
@NullMarked
package io.caseclock.monitor.period;

import org.jspecify.annotations.NullMarked;
