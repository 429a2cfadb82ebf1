package io.caseclock.notify.escalation;

/**
 * How much is done at once.
 *
 * @param batch ladders of one transaction
 */
public record EscalationSettings(int batch) {}
