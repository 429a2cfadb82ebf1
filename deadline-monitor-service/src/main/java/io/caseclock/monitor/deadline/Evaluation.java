package io.caseclock.monitor.deadline;

import io.caseclock.monitor.limit.Budget;
import io.caseclock.monitor.timeline.Facts;
import io.caseclock.monitor.timeline.Timeline;
import io.caseclock.time.LegalDays;
import io.caseclock.time.WorkingCalendar;
import java.time.Instant;
import java.time.LocalDate;

/** What all deadlines of one case are computed from, and what that may cost. */
record Evaluation(
    RuleBook book,
    WorkingCalendar calendar,
    Timeline timeline,
    Facts facts,
    Instant now,
    Budget budget) {

  LegalDays days() {
    return book.days();
  }

  LocalDate dayOf(Instant at) {
    return book.days().dayOf(at);
  }
}
