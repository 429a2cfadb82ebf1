package io.caseclock.intake.activity;

import io.caseclock.contract.EventId;
import io.caseclock.intake.journal.Outcome;
import io.caseclock.intake.source.SourcePattern;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Tallies in memory which sources were heard, until it is asked. What people say, and CaseClock
 * itself, is no source that could fall silent; an event that is refused is no sign of life.
 */
public final class HeardSources {

  /** More sources than this within a minute are not told apart from silence. */
  static final int MOST = 20_000;

  private final InstantSource clock;
  private Map<Key, Heard> tally = new HashMap<>();

  public HeardSources(InstantSource clock) {
    this.clock = clock;
  }

  private record Key(String source, Instant hour) {}

  public void hear(Outcome outcome) {
    switch (outcome) {
      case Outcome.Accepted(var id, var caseId, var at) -> hear(id, 1);
      case Outcome.Duplicate(var id, var caseId, var at) -> hear(id, 0);
      case Outcome.Conflicting ignored -> {}
      case Outcome.Refused ignored -> {}
      case Outcome.OverQuota ignored -> {}
    }
  }

  /** All that was heard since the last time. */
  public synchronized List<Heard> take() {
    var taken = List.copyOf(tally.values());
    tally = new HashMap<>();
    return taken;
  }

  /** What could not be kept is heard still. */
  public synchronized void giveBack(List<Heard> heard) {
    heard.forEach(this::add);
  }

  private synchronized void hear(EventId id, long events) {
    if (!SourcePattern.isReserved(id.source())) {
      var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
      add(new Heard(id.source(), now.truncatedTo(ChronoUnit.HOURS), events, now, now));
    }
  }

  private void add(Heard heard) {
    var key = new Key(heard.source(), heard.hour());
    if (tally.size() < MOST || tally.containsKey(key)) {
      tally.merge(key, heard, HeardSources::sum);
    }
  }

  private static Heard sum(Heard one, Heard other) {
    return new Heard(
        one.source(),
        one.hour(),
        one.events() + other.events(),
        one.firstAt().isBefore(other.firstAt()) ? one.firstAt() : other.firstAt(),
        one.lastAt().isAfter(other.lastAt()) ? one.lastAt() : other.lastAt());
  }
}
