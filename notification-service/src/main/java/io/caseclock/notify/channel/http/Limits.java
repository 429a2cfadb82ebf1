package io.caseclock.notify.channel.http;

import java.time.Duration;

/**
 * What a post may do.
 *
 * @param connect how long a connection may take
 * @param timeout how long everything together may take
 * @param allowPrivate whether addresses of the own network and machine are allowed
 */
public record Limits(Duration connect, Duration timeout, boolean allowPrivate) {}
