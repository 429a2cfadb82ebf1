package io.caseclock.monitor.deadline;

import io.caseclock.monitor.limit.Budget;
import io.caseclock.monitor.timeline.Facts;
import io.caseclock.monitor.timeline.Timeline;
import io.caseclock.time.WorkingCalendar;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** What all deadlines of one case are computed from, and what that may cost. */
record Evaluation(
    RuleBook book,
    WorkingCalendar calendar,
    Timeline timeline,
    Facts facts,
    Instant now,
    Budget budget) {

  ZoneId zone() {
    return book.zone();
  }

  LocalDate dayOf(Instant at) {
    return at.atZone(zone()).toLocalDate();
  }
}
