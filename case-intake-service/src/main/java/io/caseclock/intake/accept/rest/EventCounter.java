package io.caseclock.intake.accept.rest;

import io.caseclock.intake.accept.EventCheck;
import io.caseclock.intake.journal.Outcome;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Locale;
import java.util.stream.Stream;

/** Counts what became of posted events, from zero, so that the first refusal is a rise. */
@Singleton
public class EventCounter {

  private final MeterRegistry metrics;

  EventCounter(MeterRegistry metrics) {
    this.metrics = metrics;
  }

  void start(@Observes StartupEvent event) {
    Stream.of(Outcome.Accepted.class, Outcome.Duplicate.class, Outcome.Conflicting.class)
        .forEach(kind -> events(kind, ""));
    EventCheck.REFUSALS.forEach(type -> events(Outcome.Refused.class, type.slug()));
  }

  void count(Outcome outcome) {
    var reason = outcome instanceof Outcome.Refused refused ? refused.problem().type().slug() : "";
    events(outcome.getClass(), reason).increment();
  }

  /** What an outcome is called in metrics and traces. */
  static String word(Outcome outcome) {
    return word(outcome.getClass());
  }

  private static String word(Class<? extends Outcome> kind) {
    return kind.getSimpleName().toLowerCase(Locale.ROOT);
  }

  private Counter events(Class<? extends Outcome> kind, String reason) {
    return metrics.counter("caseclock.intake.events", "outcome", word(kind), "reason", reason);
  }
}
