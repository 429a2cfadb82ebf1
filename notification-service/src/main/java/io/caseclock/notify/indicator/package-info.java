/**
 * The rates that this service counts by itself: notices rectified, warnings that were right,
 * call-backs done and callers satisfied. Which there are, their targets and their colours are the
 * pack's.
 */
@NullMarked
package io.caseclock.notify.indicator;

import org.jspecify.annotations.NullMarked;
