/** Plain calculations with durations that every service makes in the same way. */
@NullMarked
package io.caseclock.time;

import org.jspecify.annotations.NullMarked;
