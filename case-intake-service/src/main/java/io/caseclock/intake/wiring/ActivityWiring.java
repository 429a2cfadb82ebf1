package io.caseclock.intake.wiring;

import io.caseclock.intake.activity.HeardSources;
import io.caseclock.intake.activity.SourceActivities;
import io.caseclock.intake.activity.WatchSources;
import io.caseclock.intake.activity.WatchSources.Expectation;
import io.caseclock.intake.activity.jdbc.JdbcSourceActivities;
import io.caseclock.intake.activity.jdbc.QuietSourcesGauge;
import io.caseclock.intake.source.GoLiveDates;
import io.caseclock.jdbc.Sql.DatabaseException;
import io.caseclock.job.WakingLoop;
import io.caseclock.pack.Pack;
import io.caseclock.time.WorkingCalendar;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Watches which sources fall silent, as long as the service runs. */
@Singleton
public class ActivityWiring {

  private static final Logger LOGGER = LoggerFactory.getLogger(ActivityWiring.class);
  private static final Duration REST = Duration.ofSeconds(1);

  private final WatchSources watch;
  private final WakingLoop loop;

  ActivityWiring(
      QuietSourcesConfig config,
      List<Pack> packs,
      HeardSources heard,
      SourceActivities activities,
      GoLiveDates goLives,
      QuietSourcesGauge gauge,
      InstantSource clock) {
    var pack = packs.getFirst();
    watch =
        new WatchSources(
            heard,
            activities,
            goLives,
            new Expectation(config.expected(), WorkingCalendar.of(pack), pack.zone()),
            clock);
    loop =
        new WakingLoop(
            "caseclock.quiet-sources.every",
            "quiet-sources",
            () -> round(gauge),
            REST,
            config.every());
  }

  private Duration round(QuietSourcesGauge gauge) {
    var hasMore = watch.round();
    gauge.refresh();
    return hasMore ? Duration.ZERO : WakingLoop.NEVER;
  }

  @Produces
  @Singleton
  static HeardSources heardSources(InstantSource clock) {
    return new HeardSources(clock);
  }

  @Produces
  @Singleton
  static SourceActivities sourceActivities(DataSource dataSource) {
    return new JdbcSourceActivities(dataSource);
  }

  @Produces
  @Singleton
  static QuietSourcesGauge quietSources(SourceActivities activities, InstantSource clock) {
    return new QuietSourcesGauge(activities, clock);
  }

  void start(@Observes StartupEvent event) {
    loop.start();
  }

  /** What was heard since the last round is kept; where the database is away, it is lost. */
  void stop(@Observes ShutdownEvent event) {
    loop.close();
    try {
      watch.keepWhatWasHeard();
    } catch (DatabaseException e) {
      LOGGER.atWarn().addKeyValue("reason", e.getMessage()).log("what was heard last is not kept");
    }
  }
}
