package io.caseclock.monitor.wiring;

import io.caseclock.consume.kafka.BatchProcessor;
import io.caseclock.consume.kafka.DatabaseRetry;
import io.caseclock.consume.kafka.DeadLetters;
import io.caseclock.consume.kafka.DirectoryConsumer;
import io.caseclock.consume.kafka.TopicConsumers;
import io.caseclock.contract.Topics;
import io.caseclock.directory.Directory;
import io.caseclock.directory.jdbc.JdbcDirectory;
import io.caseclock.monitor.alarm.SweepAll;
import io.caseclock.monitor.alarm.SweepDue;
import io.caseclock.monitor.explain.CaseTenures;
import io.caseclock.monitor.explain.CaseTimelines;
import io.caseclock.monitor.explain.Preview;
import io.caseclock.monitor.explain.WhyNoEffect;
import io.caseclock.monitor.history.ReleaseHistory;
import io.caseclock.monitor.jdbc.JdbcDeadlineQueries;
import io.caseclock.monitor.jdbc.JdbcDueDeadlines;
import io.caseclock.monitor.jdbc.JdbcHistory;
import io.caseclock.monitor.jdbc.JdbcSourceGaps;
import io.caseclock.monitor.jdbc.JdbcWatchedCases;
import io.caseclock.monitor.jdbc.LostEvents;
import io.caseclock.monitor.job.AlarmMeters;
import io.caseclock.monitor.lag.LearnedWaits;
import io.caseclock.monitor.lag.WaitSettings;
import io.caseclock.monitor.law.Law;
import io.caseclock.monitor.level.HiddenCases;
import io.caseclock.monitor.limit.CaseLimits;
import io.caseclock.monitor.report.DeadlineQueries;
import io.caseclock.monitor.rulebook.ComputeByVersion;
import io.caseclock.monitor.rulebook.RuleExamples;
import io.caseclock.monitor.watch.CaseEvaluator;
import io.caseclock.monitor.watch.EvaluateDueCases;
import io.caseclock.monitor.watch.TakeInEvents;
import io.caseclock.monitor.watch.kafka.CaseEventConsumer;
import io.caseclock.monitor.watch.kafka.CaseEventProcessor;
import io.caseclock.pack.file.Packs;
import io.caseclock.trace.Tracing;
import io.caseclock.wiring.Setting;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.UUID;
import javax.sql.DataSource;

/** The monitor's object graph. */
@ApplicationScoped
public class MonitorWiring {

  @Produces
  @Singleton
  Packs.Loaded packs(MonitorConfig config) {
    return Setting.of("caseclock.packs", () -> Packs.read(config.packs()));
  }

  @Produces
  @Singleton
  Law law(Packs.Loaded packs, MonitorConfig config) {
    return new Law(packs.packs(), limits(config.limits()));
  }

  /** Before any job runs. */
  void refuseWhatMakesNoSense(@Observes @Priority(1) StartupEvent start, MonitorConfig config) {
    waits(config.sweep());
    limits(config.limits());
  }

  private static WaitSettings waits(MonitorConfig.Sweep sweep) {
    return Setting.of(
        "caseclock.sweep",
        () -> new WaitSettings(sweep.settle(), sweep.settleShortest(), sweep.settleLongest()));
  }

  static CaseLimits limits(MonitorConfig.Limits limits) {
    return Setting.of(
        "caseclock.limits",
        () ->
            new CaseLimits(
                limits.events(),
                limits.deadlines(),
                limits.steps(),
                limits.findings(),
                limits.refused(),
                limits.lines(),
                limits.comparisons()));
  }

  @Produces
  @Singleton
  Directory directory(DataSource dataSource, InstantSource clock) {
    return new JdbcDirectory(dataSource, clock);
  }

  @Produces
  @Singleton
  DeadLetters deadLetters(DataSource dataSource, InstantSource clock, DatabaseRetry retry) {
    return new DeadLetters(dataSource, clock, retry, Topics.MONITOR, new LostEvents(clock));
  }

  @Produces
  @Singleton
  LearnedWaits waits(DataSource dataSource, MonitorConfig config, InstantSource clock) {
    var sweep = config.sweep();
    return new LearnedWaits(new JdbcSourceGaps(dataSource), waits(sweep), clock);
  }

  @Produces
  @Singleton
  CaseEventProcessor intake(
      DataSource dataSource,
      Law law,
      InstantSource clock,
      BatchProcessor batches,
      DeadLetters deadLetters,
      LearnedWaits waits,
      MeterRegistry metrics) {
    var watch =
        new TakeInEvents(
            new JdbcWatchedCases(dataSource), new CaseEvaluator(law, waits), clock, waits::learn);
    return new CaseEventProcessor(watch, batches, deadLetters, metrics);
  }

  @Produces
  @Singleton
  TopicConsumers consumers(CaseEventProcessor intake, Directory directory, BatchProcessor batches) {
    return TopicConsumers.of(
        new CaseEventConsumer(Topics.CASE_EVENTS, intake),
        new CaseEventConsumer(Topics.NOTICE_EVENTS, intake),
        new DirectoryConsumer(directory::apply, batches));
  }

  @Produces
  @Singleton
  SweepAll sweep(
      DataSource dataSource,
      Law law,
      InstantSource clock,
      MonitorConfig config,
      MeterRegistry metrics,
      Tracing tracing) {
    var settings = config.sweep();
    var meters = new AlarmMeters(metrics);
    return new SweepAll(
        new SweepDue(
            new JdbcDueDeadlines(dataSource, tracing), law, clock, settings.batchSize(), meters),
        settings.workers());
  }

  @Produces
  @Singleton
  EvaluateDueCases dueCases(
      DataSource dataSource, Law law, InstantSource clock, MonitorConfig config) {
    return new EvaluateDueCases(
        new JdbcWatchedCases(dataSource), new CaseEvaluator(law, config.sweep().settle()), clock);
  }

  @Produces
  @Singleton
  DeadlineQueries queries(DataSource dataSource, HiddenCases hidden) {
    return new JdbcDeadlineQueries(dataSource, hidden);
  }

  @Produces
  @Singleton
  JdbcHistory history(DataSource dataSource, HiddenCases hidden) {
    return new JdbcHistory(dataSource, hidden);
  }

  @Produces
  @Singleton
  ReleaseHistory releaseHistory(JdbcHistory history, Law law, InstantSource clock) {
    return new ReleaseHistory(history, law, clock, UUID::randomUUID);
  }

  @Produces
  @Singleton
  CaseTenures caseTenures(DeadlineQueries queries, Law law) {
    return new CaseTenures(queries, law);
  }

  @Produces
  @Singleton
  CaseTimelines timelines(DeadlineQueries queries, Law law) {
    return new CaseTimelines(queries, law);
  }

  @Produces
  @Singleton
  WhyNoEffect whyNoEffect(DeadlineQueries queries, Law law, InstantSource clock) {
    return new WhyNoEffect(queries, law, clock);
  }

  @Produces
  @Singleton
  Preview preview(Law law, InstantSource clock) {
    return new Preview(law, clock);
  }

  @Produces
  @Singleton
  ComputeByVersion computing(Law law, InstantSource clock) {
    return new ComputeByVersion(law, clock);
  }

  @Produces
  @Singleton
  RuleExamples examples(Packs.Loaded packs) {
    return new RuleExamples(packs.examples());
  }
}
