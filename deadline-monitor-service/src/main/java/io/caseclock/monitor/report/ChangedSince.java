package io.caseclock.monitor.report;

import java.time.Instant;

/**
 * What deadlines came to.
 *
 * @param since from when on, inclusive
 */
public record ChangedSince(Change change, Instant since) {}
