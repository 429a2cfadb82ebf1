package io.caseclock.notify.notice.step;

import io.caseclock.notify.notice.Actor;
import java.time.Instant;
import java.time.LocalDate;

/** Pauses the escalation of a breach that a notice covers. */
@FunctionalInterface
public interface EscalationPause {

  /** Until the planned day nobody further is notified of the breach of this deadline. */
  void pause(String deadlineId, Actor by, LocalDate planOn, String text, Instant now);
}
