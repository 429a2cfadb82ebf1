package io.caseclock.monitor.prediction;

import io.caseclock.directory.Directory;
import io.caseclock.monitor.law.Law;
import io.caseclock.monitor.prediction.Calibrations.OfMonth;
import io.caseclock.monitor.prediction.Observations.Held;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Measures predictions against months that they did not know: curves from what was known before a
 * month began, held against the deadlines that began in it, each judged when half of its time had
 * passed, if it was still open then.
 */
public final class Calibrate {

  /** How many months are measured, this one and those before it. */
  public static final int MONTHS = 12;

  private final Observations observations;
  private final Calibrations calibrations;
  private final Law law;
  private final Directory directory;
  private final InstantSource clock;

  public Calibrate(
      Observations observations,
      Calibrations calibrations,
      Law law,
      Directory directory,
      InstantSource clock) {
    this.observations = observations;
    this.calibrations = calibrations;
    this.law = law;
    this.directory = directory;
    this.clock = clock;
  }

  /** Measures all months anew, whatever is kept of them. */
  public void run() {
    measure(Set.of());
  }

  /** All but those that are settled. */
  private void measure(Set<YearMonth> settled) {
    var now = clock.instant();
    var month = YearMonth.from(now.atZone(law.zone()));
    for (var back = 0; back < MONTHS; back++) {
      if (!settled.contains(month.minusMonths(back))) {
        calibrations.keep(measure(month.minusMonths(back), now));
      }
    }
  }

  /** A month without any case may get some, by a load of history. */
  private static boolean holdsAnything(OfMonth month) {
    return !month.calibration().equals(Calibration.NOTHING);
  }

  /** Months that were over when they were measured, and left nothing undecided. */
  private Set<YearMonth> settled() {
    return calibrations.newest(MONTHS).stream()
        .filter(one -> holdsAnything(one) && one.calibration().undecided() == 0)
        .filter(one -> one.month().isBefore(YearMonth.from(one.computedAt().atZone(law.zone()))))
        .map(OfMonth::month)
        .collect(Collectors.toSet());
  }

  /**
   * Measures where that is due, a day after the last time, or where nothing was found so far: the
   * months that are not settled, since what they left undecided is decided by and by.
   *
   * @return whether it was
   */
  public boolean runIfDue() {
    var isDue =
        calibrations
                .lastAt()
                .filter(
                    last ->
                        Duration.between(last, clock.instant()).compareTo(LearnCurves.EVERY) < 0)
                .isEmpty()
            || calibrations.newest(MONTHS).stream().noneMatch(Calibrate::holdsAnything);
    if (isDue) {
      measure(settled());
    }
    return isDue;
  }

  private OfMonth measure(YearMonth month, Instant now) {
    var rules = PredictedRules.of(law);
    Map<String, List<Held>> byRule = new HashMap<>();
    observations.held(
        month,
        law.zone(),
        rules,
        now,
        held -> byRule.computeIfAbsent(held.rule(), any -> new ArrayList<>()).add(held));
    var measured = new Measured();
    if (!byRule.isEmpty()) {
      var begin = month.atDay(1).atStartOfDay(law.zone()).toInstant();
      var levels =
          new LevelCurves(
              directory::line,
              (rule, byUnit) -> measured.add(byRule.remove(rule), byUnit, directory));
      observations.knownAt(begin, byRule.keySet(), levels);
      levels.finish();
    }
    byRule.values().forEach(unknown -> measured.add(unknown, Map.of(), directory));
    return new OfMonth(month, measured.sum, now);
  }

  /** Adds up, rule by rule. */
  private static final class Measured {

    private final Map<String, List<String>> lines = new HashMap<>();
    private Calibration sum = Calibration.NOTHING;

    void add(@Nullable List<Held> held, Map<String, SurvivalCurve> byUnit, Directory directory) {
      if (held == null) {
        return;
      }
      var predictor = new Predictor(key -> byUnit.get(key.unit()));
      for (var one : held) {
        var line = lines.computeIfAbsent(one.unit(), directory::line);
        var outlook = predictor.predict(one.rule(), line, one.limit() / 2, one.limit());
        sum =
            switch (one.fate()) {
              case UNDECIDED -> sum.withUndecided(one.cases());
              case IN_TIME, LATE ->
                  outlook.isEmpty()
                      ? sum.withUnpredicted(one.cases())
                      : sum.with(
                          outlook.get().prediction().chance(),
                          one.fate() == Observations.Fate.LATE,
                          one.cases());
            };
      }
    }
  }
}
