package io.caseclock.admission.http;

import java.time.Duration;

/**
 * When a connection is too late.
 *
 * @param headWithin how long the head of a request may take from its first byte
 * @param idleWithin how long nothing may come between two requests
 */
public record ConnectionTimeouts(Duration headWithin, Duration idleWithin) {}
