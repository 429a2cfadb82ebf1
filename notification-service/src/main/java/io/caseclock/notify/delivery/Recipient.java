package io.caseclock.notify.delivery;

/**
 * A person who is told.
 *
 * @param person the officer's id
 * @param unit where the person is posted
 */
public record Recipient(String person, String unit, TellReason why) {}
