package io.caseclock.notify.escalation;

/**
 * How much is done at once.
 *
 * @param batch escalations of one transaction
 */
public record EscalationSettings(int batch) {}
