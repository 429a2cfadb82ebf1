package io.caseclock.notify.channel;

import java.time.Duration;

/**
 * How much is sent at once.
 *
 * @param batch parcels of one claim, sent at the same time
 * @param lease for how long a claim hides them; longer than the timeouts together
 */
public record SendingSettings(int batch, Duration lease) {}
