package io.caseclock.notify.notice.step;

import io.caseclock.notify.notice.Actor;
import io.caseclock.notify.notice.Notice;
import java.time.Instant;
import java.time.LocalDate;

/** The ladders of the breaches that a notice is issued for. */
@FunctionalInterface
public interface EscalationPause {

  /**
   * Whoever plans the rectification has taken the breach on: until that day nobody is told more.
   */
  void pause(Notice notice, Actor by, LocalDate planOn, String text, Instant now);
}
