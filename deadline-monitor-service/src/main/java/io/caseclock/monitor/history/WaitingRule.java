package io.caseclock.monitor.history;

import java.time.Instant;

/**
 * What of a rule waits for a supervisor in a unit and below.
 *
 * @param waiting how many breaches
 * @param units in how many units
 * @param officers how many officers are named in them
 * @param oldest when the first of them was due
 */
public record WaitingRule(String rule, long waiting, long units, long officers, Instant oldest) {}
