package io.caseclock.monitor.job;

import io.caseclock.monitor.alarm.ToldAlarm;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.function.Consumer;

/** Counts alarms as they are committed, and how long after their instants that was. */
public final class AlarmMeters implements Consumer<ToldAlarm> {

  private final Timer lateness;
  private final Counter warnings;
  private final Counter breaches;

  public AlarmMeters(MeterRegistry metrics) {
    lateness =
        Timer.builder("caseclock.monitor.lateness")
            .description("How long after its instant an alarm was committed")
            .serviceLevelObjectives(
                Duration.ofSeconds(1),
                Duration.ofSeconds(5),
                Duration.ofSeconds(30),
                Duration.ofMinutes(1),
                Duration.ofMinutes(5),
                Duration.ofHours(1))
            .register(metrics);
    warnings = metrics.counter("caseclock.monitor.alarms", "kind", "warning");
    breaches = metrics.counter("caseclock.monitor.alarms", "kind", "breach");
  }

  @Override
  public void accept(ToldAlarm alarm) {
    lateness.record(alarm.lateBy());
    (alarm.isBreach() ? breaches : warnings).increment();
  }
}
