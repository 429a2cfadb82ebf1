package io.caseclock.local.certify;

/**
 * What came of a step.
 *
 * @param came what was answered
 */
public record Verdict(Step step, boolean passed, String came) {

  /** Whether nothing came at all, so that only the reason is told. */
  public boolean wasUnanswered() {
    return came.startsWith(Reply.NO_ANSWER);
  }
}
