/**
 * Tells the numbers of a period once it is over, as the pack sets: one record for each unit and
 * period on {@code period-numbers}, in the transaction that remembers it. What was missed is made
 * later and says so.
 */
@NullMarked
package io.caseclock.monitor.closing;

import org.jspecify.annotations.NullMarked;
