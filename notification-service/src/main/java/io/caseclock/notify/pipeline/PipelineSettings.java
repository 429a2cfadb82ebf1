package io.caseclock.notify.pipeline;

/**
 * How much is sorted at once.
 *
 * @param mailboxes of one transaction
 */
public record PipelineSettings(int mailboxes) {}
