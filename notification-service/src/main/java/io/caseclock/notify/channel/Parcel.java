package io.caseclock.notify.channel;

/**
 * One delivery that is due.
 *
 * @param receiver the configured name of the receiver
 * @param attempt 1 for the first
 * @param body the exact bytes, the same at every attempt
 */
public record Parcel(String id, String receiver, int attempt, byte[] body) {}
