package io.caseclock.monitor.watch;

import java.time.Instant;

/**
 * When a case has come to rest, so that people are told of what stands in it. As long as events of
 * it keep coming, alarms wait, since the next one may end the deadline; a deadline that nothing
 * touches meanwhile is told at its own instant.
 *
 * @param hasNews whether events of the case came just now; a mere re-evaluation disturbs nothing
 */
record RestOfCase(SourceWaits waits, Instant now, boolean hasNews) {

  /** When to tell of a stage of a deadline that is new or was corrected just now. */
  Instant tellingOf(Instant stage, String source) {
    return later(stage, now.plus(waits.of(source)));
  }

  /**
   * When to tell of what was to be told at {@code planned}, now that other events of the case came.
   *
   * @param knownAt when the deadline became known, or its stage came, whichever was later
   */
  Instant putOff(Instant planned, Instant knownAt, String source) {
    if (!hasNews || !planned.isAfter(now)) {
      return planned;
    }
    var rest = now.plus(waits.of(source));
    var latest = knownAt.plus(waits.longest());
    return later(planned, rest.isBefore(latest) ? rest : latest);
  }

  static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }
}
