package io.caseclock.intake.activity;

import java.time.Instant;

/**
 * What was heard of a source within an hour.
 *
 * @param source in its normal form
 * @param hour its beginning, of UTC
 * @param events how many events were accepted; zero where all were known already
 * @param firstAt when it was first heard in it
 * @param lastAt when it was last heard in it
 */
public record Heard(String source, Instant hour, long events, Instant firstAt, Instant lastAt) {}
