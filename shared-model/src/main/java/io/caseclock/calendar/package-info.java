/**
 * Working days as the published notices set them; past the last notice, as the weekday suggests.
 * Deadlines and messages go by the same days.
 */
@NullMarked
package io.caseclock.calendar;

import org.jspecify.annotations.NullMarked;
