package io.caseclock.notify.notice.step;

import io.caseclock.notify.notice.Actor;
import io.caseclock.notify.notice.Notice;
import java.time.Instant;
import java.time.LocalDate;

/** Pauses the escalations of the breaches that a notice covers. */
@FunctionalInterface
public interface EscalationPause {

  /** Until the planned day nobody further is notified of these breaches. */
  void pause(Notice notice, Actor by, LocalDate planOn, String text, Instant now);
}
