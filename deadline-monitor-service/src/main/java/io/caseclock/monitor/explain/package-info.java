/**
 * Computes again for those who ask: how a deadline came about, day by day; what a case looked like
 * on a past day; what would follow from events that are only supposed; why an event changed
 * nothing. Nothing is stored.
 */
@NullMarked
package io.caseclock.monitor.explain;

import org.jspecify.annotations.NullMarked;
