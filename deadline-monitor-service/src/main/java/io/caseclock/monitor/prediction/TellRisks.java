package io.caseclock.monitor.prediction;

import io.caseclock.contract.DeadlineEvent;
import io.caseclock.contract.DeadlineEvent.DeadlineAlarm;
import io.caseclock.contract.DeadlineEvent.Forecast;
import io.caseclock.contract.Names;
import io.caseclock.directory.Directory;
import io.caseclock.directory.UnitEntry;
import io.caseclock.monitor.law.Law;
import io.caseclock.monitor.prediction.Predictions.Predicted;
import io.caseclock.monitor.watch.Snapshots;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/**
 * Tells people of deadlines that are likely to be missed, in units that switched it on: once a
 * revision of the deadline, when the chance first reaches the band.
 */
public final class TellRisks {

  private static final int BATCH = 200;

  private final RiskWarnings warnings;
  private final Law law;
  private final Snapshots snapshots;
  private final Directory directory;
  private final InstantSource clock;
  private final Duration rest;

  /**
   * @param rest how long nothing must have come of a case, since what comes next may end the
   *     deadline
   */
  public TellRisks(
      RiskWarnings warnings, Law law, Directory directory, InstantSource clock, Duration rest) {
    this.warnings = warnings;
    this.law = law;
    this.snapshots = new Snapshots(law);
    this.directory = directory;
    this.clock = clock;
    this.rest = rest;
  }

  /** Tells all that is to be told now; returns how many that were. */
  public int run() {
    var now = clock.instant();
    var rules = PredictedRules.told(law);
    var told = 0;
    int batch;
    do {
      batch = warnings.take(rules, now, now.minus(rest), BATCH, taken -> alarms(taken, now));
      told += batch;
    } while (batch == BATCH);
    return told;
  }

  private List<DeadlineEvent> alarms(List<Predicted> taken, Instant now) {
    return taken.stream().<DeadlineEvent>map(one -> alarm(one, now)).toList();
  }

  private DeadlineAlarm alarm(Predicted predicted, Instant now) {
    var deadline = predicted.deadline();
    var prediction = predicted.prediction();
    var stage = DeadlineAlarm.RISK + prediction.band().wire();
    return new DeadlineAlarm(
        deadline.id() + ":" + deadline.revision() + ":" + stage,
        stage,
        snapshots.of(deadline, now, List.of()),
        now,
        Duration.ZERO,
        new Forecast(
            prediction.chance(),
            prediction.band().wire(),
            Reason.of(prediction, names(prediction.level()))));
  }

  private Names names(String level) {
    return level.equals(CurveKey.ALL)
        ? Reason.ALL_UNITS
        : directory.unit(level).map(UnitEntry::names).orElse(new Names(level, level));
  }
}
