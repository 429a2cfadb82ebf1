package io.caseclock.intake.activity;

import io.caseclock.intake.source.GoLiveDates;
import io.caseclock.intake.source.GoLiveDates.GoLive;
import io.caseclock.time.WorkingCalendar;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/**
 * Keeps what was heard of sources, and says of each that has been silent for a while from when on
 * its silence is unusual. Sources are judged by the eight weeks before they were last heard, from
 * their go-live date on, and not before two weeks are known.
 */
public final class WatchSources {

  private static final Duration SHORTEST_SILENCE = Duration.ofMinutes(30);
  private static final Duration LEARNT_FROM = Duration.ofDays(56);
  private static final Duration LEAST_KNOWN = Duration.ofDays(14);
  private static final int JUDGED_AT_ONCE = 200;
  private static final int FORGOTTEN_AT_ONCE = 5_000;

  private final HeardSources heard;
  private final SourceActivities activities;
  private final GoLiveDates goLives;
  private final Expectation expectation;
  private final InstantSource clock;

  /**
   * When silence is unusual.
   *
   * @param events that would usually have come since
   * @param zone in which days and hours are meant
   */
  public record Expectation(int events, WorkingCalendar calendar, ZoneId zone) {}

  public WatchSources(
      HeardSources heard,
      SourceActivities activities,
      GoLiveDates goLives,
      Expectation expectation,
      InstantSource clock) {
    this.heard = heard;
    this.activities = activities;
    this.goLives = goLives;
    this.expectation = expectation;
    this.clock = clock;
  }

  /**
   * Does all that there is to do at once.
   *
   * @return whether more sources wait to be judged
   */
  public boolean round() {
    keepWhatWasHeard();
    var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    var silent = activities.toJudge(now.minus(SHORTEST_SILENCE), JUDGED_AT_ONCE);
    var dates = goLives.covering(silent.stream().map(SourceActivity::source).toList());
    silent.forEach(source -> activities.judge(source, quietFrom(source, dates).orElse(null)));
    activities.forgetBefore(now.minus(LEARNT_FROM).minus(LEAST_KNOWN), FORGOTTEN_AT_ONCE);
    return silent.size() == JUDGED_AT_ONCE;
  }

  /** Also at the end, when there will be no other round. */
  public void keepWhatWasHeard() {
    var news = heard.take();
    try {
      activities.add(news);
    } catch (RuntimeException e) {
      heard.giveBack(news);
      throw e;
    }
  }

  private Optional<Instant> quietFrom(SourceActivity source, List<GoLive> dates) {
    var from = latest(source.firstAt(), source.lastAt().minus(LEARNT_FROM));
    var known = GoLiveDates.of(source.source(), dates).map(at -> latest(at, from)).orElse(from);
    if (known.isAfter(source.lastAt().minus(LEAST_KNOWN))) {
      return Optional.empty();
    }
    var hours = activities.hours(source.source(), known);
    return new UsualRate(hours, known, source.lastAt(), expectation.calendar(), expectation.zone())
        .expects(expectation.events(), source.lastAt())
        .map(at -> latest(at, source.lastAt().plus(SHORTEST_SILENCE)));
  }

  private static Instant latest(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }
}
