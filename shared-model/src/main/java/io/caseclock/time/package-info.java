/**
 * How days and pauses are counted alike by all services. Working days are as the published notices
 * set them; past the last notice, as the weekday suggests.
 */
@NullMarked
package io.caseclock.time;

import org.jspecify.annotations.NullMarked;
