package io.caseclock.notify.notice;

import java.time.Instant;

/**
 * One line of a notice's history; never changed, never removed.
 *
 * @param seq from 1, without gaps in a notice
 * @param text what was said with it; empty where nothing was
 */
public record NoticeStep(String noticeId, int seq, StepKind kind, Instant at, By by, String text) {

  /** Leaves out the text. */
  @Override
  public String toString() {
    return "NoticeStep[" + noticeId + ":" + seq + " " + kind + "]";
  }
}
