package io.caseclock.local.certify;

/**
 * What came of a step.
 *
 * @param came what was answered
 */
public record Verdict(Step step, boolean passed, String came) {}
