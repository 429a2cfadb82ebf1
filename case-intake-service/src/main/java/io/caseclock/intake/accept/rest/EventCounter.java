package io.caseclock.intake.accept.rest;

import io.caseclock.intake.accept.EventCheck;
import io.caseclock.intake.journal.Outcome;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.stream.Stream;

/** Counts what became of posted events, from zero, so that the first refusal is a rise. */
@Singleton
public class EventCounter {

  private static final String ACCEPTED = "accepted";
  private static final String DUPLICATE = "duplicate";
  private static final String CONFLICTING = "conflicting";
  private static final String REFUSED = "refused";
  private static final String QUOTA = "quota";

  private final MeterRegistry metrics;

  EventCounter(MeterRegistry metrics) {
    this.metrics = metrics;
  }

  void start(@Observes StartupEvent event) {
    Stream.of(ACCEPTED, DUPLICATE, CONFLICTING).forEach(outcome -> events(outcome, ""));
    EventCheck.REFUSALS.forEach(type -> events(REFUSED, type.slug()));
    events(REFUSED, QUOTA);
  }

  void count(Outcome outcome) {
    events(word(outcome), reason(outcome)).increment();
  }

  /** What an outcome is called in metrics and traces. */
  static String word(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Accepted ignored -> ACCEPTED;
      case Outcome.Duplicate ignored -> DUPLICATE;
      case Outcome.Conflicting ignored -> CONFLICTING;
      case Outcome.Refused ignored -> REFUSED;
      case Outcome.OverQuota ignored -> REFUSED;
    };
  }

  private static String reason(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Refused(var source, var id, var problem) -> problem.type().slug();
      case Outcome.OverQuota ignored -> QUOTA;
      case Outcome.Accepted ignored -> "";
      case Outcome.Duplicate ignored -> "";
      case Outcome.Conflicting ignored -> "";
    };
  }

  private Counter events(String outcome, String reason) {
    return metrics.counter("caseclock.intake.events", "outcome", outcome, "reason", reason);
  }
}
