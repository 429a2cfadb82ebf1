package io.caseclock.notify.console.casepage;

import io.caseclock.contract.Names;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A page of the events of a case, as the monitor tells them. */
record CaseEventPage(List<Event> events, @Nullable String next) {

  /** What happened, and what became of it. */
  record Event(
      String source,
      String id,
      String type,
      Names names,
      String kind,
      Names kindNames,
      String subject,
      Names subjectNames,
      String unit,
      @Nullable String officer,
      Instant at,
      Instant acceptedAt,
      String enteredAfter,
      boolean late,
      boolean history,
      @Nullable Withdrawn withdrawn,
      boolean withoutEffect,
      List<Effect> effects,
      int furtherEffects,
      List<Without> noEffect) {

    /** In whole days or hours, as people say it. */
    public Duration lateBy() {
      var after = Duration.parse(enteredAfter);
      return after.toDays() > 0
          ? Duration.ofDays(after.toDays())
          : Duration.ofHours(after.toHours());
    }

    public boolean isAboutTheCase() {
      return subject.startsWith("case/");
    }
  }

  /** What took an event back. */
  record Withdrawn(Instant at, @Nullable String reason) {

    /** Leaves out the reason. */
    @Override
    public String toString() {
      return "Withdrawn[" + at + "]";
    }
  }

  /** A deadline that an event opened, moved or ended. */
  record Effect(String deadlineId, String rule, Names names, String change) {}

  /** Why nothing changed. */
  record Without(String reason, Names text, List<String> rules) {}
}
