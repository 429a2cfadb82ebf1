/**
 * How a unit stands at this moment: what is late, what is due next, what is likely to be missed,
 * what changed since yesterday, and this month beside the last; for the unit and for each one
 * directly below it, always with all that is below added.
 */
@NullMarked
package io.caseclock.monitor.present;

import org.jspecify.annotations.NullMarked;
