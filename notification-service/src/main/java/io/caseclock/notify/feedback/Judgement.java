package io.caseclock.notify.feedback;

import java.time.Instant;

/**
 * What one receiver says of one warning.
 *
 * @param person the officer's id
 * @param account the account with which it was said
 */
public record Judgement(
    String messageId, String person, String account, Verdict verdict, Instant at) {}
