/**
 * The monthly appraisal of units by points: from the numbers of the statistics, line by line, by
 * the pack's own rules; never by one number alone, and never for a unit with too little to judge.
 */
@NullMarked
package io.caseclock.monitor.standing;

import org.jspecify.annotations.NullMarked;
