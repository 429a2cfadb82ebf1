package io.caseclock.notify.notice;

import java.time.Instant;
import java.time.LocalDate;

/** The ladders of the breaches that a notice is issued for. */
@FunctionalInterface
public interface RestingLadders {

  /**
   * Whoever plans the rectification has taken the breach on: until that day nobody is told more.
   */
  void rest(Notice notice, By by, LocalDate planOn, String text, Instant now);
}
