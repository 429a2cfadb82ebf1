package io.caseclock.local.sample.story;

import java.time.Duration;

/**
 * An officer's leave around the day of the sample.
 *
 * @param begun how long before the sample's instant it began
 * @param left how long after that instant it ends
 */
public record Leave(String officer, String substitute, Duration begun, Duration left) {}
