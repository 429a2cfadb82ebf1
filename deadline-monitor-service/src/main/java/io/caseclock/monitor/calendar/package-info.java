/**
 * Working days as the published notices set them; past the last notice, as the weekday suggests.
 */
@NullMarked
package io.caseclock.monitor.calendar;

import org.jspecify.annotations.NullMarked;
