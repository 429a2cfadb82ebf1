package io.caseclock.notify.notice;

import java.time.Instant;
import java.util.Map;

/**
 * One line of a notice's history; never changed, never removed.
 *
 * @param seq from 1, without gaps in a notice
 * @param text what was said with it; empty where nothing was
 * @param data what else belongs to it, such as the planned day; it goes with the event
 */
public record NoticeStep(
    String noticeId,
    int seq,
    StepKind kind,
    Instant at,
    Actor by,
    String text,
    Map<String, Object> data) {

  public NoticeStep {
    data = Map.copyOf(data);
  }

  public NoticeStep(String noticeId, int seq, StepKind kind, Instant at, Actor by, String text) {
    this(noticeId, seq, kind, at, by, text, Map.of());
  }

  /** Leaves out the text. */
  @Override
  public String toString() {
    return "NoticeStep[" + noticeId + ":" + seq + " " + kind + "]";
  }
}
