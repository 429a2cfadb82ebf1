package io.caseclock.notify.message;

/**
 * A person who is told.
 *
 * @param person the officer's id
 * @param unit where the person is posted
 */
public record Recipient(String person, String unit, RecipientReason why) {}
