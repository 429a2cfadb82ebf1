package io.caseclock.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import io.caseclock.contract.CaseEvent;
import io.caseclock.contract.EventId;
import io.caseclock.contract.Subject;
import io.caseclock.monitor.alarm.SweepDue;
import io.caseclock.monitor.jdbc.JdbcDueDeadlines;
import io.caseclock.monitor.jdbc.JdbcWatchedCases;
import io.caseclock.monitor.law.Law;
import io.caseclock.monitor.watch.CaseEvaluator;
import io.caseclock.monitor.watch.TakeInEvents;
import io.caseclock.pack.file.PackFiles;
import io.caseclock.pack.file.PackReader;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Two replicas over one real database, counted. */
class TwoReplicasTest {

  private static final Law LAW =
      new Law(List.of(PackReader.require(PackFiles.shipped("cn-public-security"))));
  private static final Instant FILED_AT = Instant.parse("2026-03-02T02:00:00Z");
  private static final Instant LONG_AFTER = Instant.parse("2026-06-02T02:00:00Z");
  private static final int CASES = 1_000;

  private final DataSource dataSource = MonitorDatabase.fresh();

  @Test
  void two_sweeps_at_once_tell_every_breach_once_and_miss_none() throws Exception {
    watch(FILED_AT).take(IntStream.range(0, CASES).mapToObj(TwoReplicasTest::filed).toList());

    atOnce(() -> sweepAll(50), () -> sweepAll(50));

    assertThat(column("select aggregateid from outbox where type = 'deadline-breached'"))
        .hasSize(CASES)
        .doesNotHaveDuplicates();
  }

  @Test
  void two_consumers_of_the_same_events_open_each_deadline_once() throws Exception {
    var events =
        new ArrayList<>(IntStream.range(0, CASES).mapToObj(TwoReplicasTest::filed).toList());
    var shuffled = new ArrayList<>(events);
    Collections.reverse(shuffled);

    atOnce(() -> takeAll(events), () -> takeAll(shuffled));

    assertThat(column("select aggregateid from outbox where type = 'deadline-opened'"))
        .hasSize(CASES)
        .doesNotHaveDuplicates();
  }

  private @Nullable Void takeAll(List<CaseEvent> events) {
    var watch = watch(FILED_AT);
    for (var from = 0; from < events.size(); from += 100) {
      watch.take(events.subList(from, from + 100));
    }
    return null;
  }

  /** Stops after an empty round, as the job does. */
  private @Nullable Void sweepAll(int batchSize) {
    var sweep =
        new SweepDue(
            new JdbcDueDeadlines(dataSource), LAW, InstantSource.fixed(LONG_AFTER), batchSize);
    var more = true;
    while (more) {
      more = sweep.sweepBatch();
    }
    return null;
  }

  private TakeInEvents watch(Instant now) {
    return new TakeInEvents(
        new JdbcWatchedCases(dataSource),
        new CaseEvaluator(LAW, Duration.ZERO),
        InstantSource.fixed(now));
  }

  private static CaseEvent filed(int number) {
    var caseId = "A99%05d".formatted(number);
    return new CaseEvent(
        new EventId("urn:precinct:x0101", "e" + number),
        "case-filed",
        Subject.ofCase(caseId),
        caseId,
        FILED_AT,
        FILED_AT,
        null,
        "X0101",
        "O1",
        Map.of());
  }

  @SafeVarargs
  private static void atOnce(Callable<@Nullable Void>... replicas) throws Exception {
    try (var threads = Executors.newFixedThreadPool(replicas.length)) {
      for (var done : threads.invokeAll(List.of(replicas))) {
        done.get();
      }
    }
  }

  private List<String> column(String sql) throws SQLException {
    List<String> values = new ArrayList<>();
    try (var connection = dataSource.getConnection();
        var statement = connection.createStatement();
        var rows = statement.executeQuery(sql)) {
      while (rows.next()) {
        values.add(rows.getString(1));
      }
    }
    return values;
  }
}
