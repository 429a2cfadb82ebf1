package io.caseclock.monitor.wiring;

import io.caseclock.directory.Directory;
import io.caseclock.directory.jdbc.JdbcDirectory;
import io.caseclock.monitor.alarm.SweepDue;
import io.caseclock.monitor.alarm.jdbc.JdbcDueDeadlines;
import io.caseclock.monitor.law.Law;
import io.caseclock.monitor.preview.Preview;
import io.caseclock.monitor.report.DeadlineQueries;
import io.caseclock.monitor.report.jdbc.JdbcDeadlineQueries;
import io.caseclock.monitor.watch.CaseReview;
import io.caseclock.monitor.watch.WatchCases;
import io.caseclock.monitor.watch.jdbc.JdbcWatchedCases;
import io.caseclock.monitor.watch.kafka.Backoff;
import io.caseclock.monitor.watch.kafka.DeadLetters;
import io.caseclock.monitor.watch.kafka.Intake;
import io.caseclock.outbox.AfterPublish;
import io.caseclock.outbox.KafkaOutboxSender;
import io.caseclock.outbox.OutboxRelay;
import io.caseclock.outbox.RelayLoop;
import io.caseclock.pack.Pack;
import io.caseclock.pack.file.PackFiles;
import io.caseclock.pack.file.PackReader;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import javax.sql.DataSource;

/** The monitor's object graph. */
@ApplicationScoped
public class MonitorWiring {

  @Produces
  @Singleton
  Law law(MonitorConfig config) {
    return new Law(config.packs().stream().map(MonitorWiring::pack).toList());
  }

  private static Pack pack(String name) {
    var folder = Path.of(name);
    return PackReader.require(
        Files.isDirectory(folder) ? PackFiles.inFolder(folder) : PackFiles.shipped(name));
  }

  @Produces
  @Singleton
  Directory directory(DataSource dataSource) {
    return new JdbcDirectory(dataSource);
  }

  @Produces
  @Singleton
  Backoff backoff(MonitorConfig config) {
    return new Backoff(config.consumer().firstBackoff(), config.consumer().longestBackoff());
  }

  @Produces
  @Singleton
  DeadLetters deadLetters(DataSource dataSource, InstantSource clock) {
    return new DeadLetters(dataSource, clock);
  }

  @Produces
  @Singleton
  Intake intake(
      DataSource dataSource,
      Law law,
      InstantSource clock,
      DeadLetters deadLetters,
      Backoff backoff,
      MonitorConfig config,
      MeterRegistry metrics) {
    var watch =
        new WatchCases(
            new JdbcWatchedCases(dataSource), new CaseReview(law, config.sweep().settle()), clock);
    return new Intake(watch, deadLetters, backoff, metrics);
  }

  @Produces
  @Singleton
  SweepDue sweep(DataSource dataSource, Law law, InstantSource clock, MonitorConfig config) {
    return new SweepDue(new JdbcDueDeadlines(dataSource), law, clock, config.sweep().batchSize());
  }

  @Produces
  @Singleton
  DeadlineQueries queries(DataSource dataSource) {
    return new JdbcDeadlineQueries(dataSource);
  }

  @Produces
  @Singleton
  Preview preview(Law law, InstantSource clock) {
    return new Preview(law, clock);
  }

  @Produces
  @Singleton
  KafkaOutboxSender sender(
      @Identifier("default-kafka-broker") Map<String, Object> brokers, MonitorConfig config) {
    return new KafkaOutboxSender(brokers, config.outbox().sendTimeout());
  }

  void close(@Disposes KafkaOutboxSender sender) {
    sender.close();
  }

  @Produces
  @Singleton
  RelayLoop relay(DataSource dataSource, KafkaOutboxSender sender, MonitorConfig config) {
    var relay =
        new OutboxRelay(dataSource, sender, AfterPublish.NOTHING, config.outbox().batchSize());
    return new RelayLoop(relay, dataSource, config.outbox().pause());
  }

  void start(@Observes StartupEvent event, RelayLoop relay) {
    relay.start();
  }

  void stop(@Observes ShutdownEvent event, RelayLoop relay, Backoff backoff) {
    backoff.close();
    relay.close();
  }
}
