package io.caseclock.monitor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.caseclock.contract.CaseEvent;
import io.caseclock.contract.EventId;
import io.caseclock.contract.Subject;
import io.caseclock.jdbc.Sql;
import io.caseclock.monitor.alarm.DueDeadlines;
import io.caseclock.monitor.alarm.SweepAll;
import io.caseclock.monitor.alarm.SweepDue;
import io.caseclock.monitor.alarm.ToldAlarm;
import io.caseclock.monitor.deadline.Stages;
import io.caseclock.monitor.jdbc.JdbcDueDeadlines;
import io.caseclock.monitor.jdbc.JdbcWatchedCases;
import io.caseclock.monitor.job.AlarmMeters;
import io.caseclock.monitor.law.Law;
import io.caseclock.monitor.watch.CaseEvaluator;
import io.caseclock.monitor.watch.TakeInEvents;
import io.caseclock.pack.file.PackFiles;
import io.caseclock.pack.file.PackReader;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** What is due in masses is told by several workers, the gravest of it first. */
class SweepingTest {

  private static final Law LAW =
      new Law(List.of(PackReader.require(PackFiles.shipped("cn-public-security"))));
  private static final Instant BEGUN_AT = Instant.parse("2026-03-02T02:00:00Z");
  private static final Instant LONG_AFTER = Instant.parse("2026-08-01T02:00:00Z");
  private static final int CASES = 30;

  private final DataSource dataSource = MonitorDatabase.fresh();
  private final Sql sql = new Sql(dataSource);

  @Test
  void grave_ones_are_told_before_all_others_though_due_after_them() {
    for (var number = 0; number < CASES; number++) {
      take(number, "case-filed", Subject.ofCase(id(number)), BEGUN_AT);
    }
    take(CASES, "suspect-arrived", Subject.parse("person/P-1"), BEGUN_AT.plus(Duration.ofDays(60)));

    var sweep = sweep(10);
    while (sweep.sweepBatch()) {}

    var told = severities();
    var grave = told.lastIndexOf("grave") + 1;
    assertThat(told.subList(0, grave)).isNotEmpty().containsOnly("grave");
    assertThat(told.subList(grave, told.size())).hasSizeGreaterThan(CASES / 2);
  }

  @Test
  void several_workers_tell_each_stage_once_and_leave_nothing() {
    for (var number = 0; number < CASES; number++) {
      take(number, "case-filed", Subject.ofCase(id(number)), BEGUN_AT);
    }

    new SweepAll(sweep(3), 4).sweep();

    assertThat(
            sql.query(
                "select headers ->> 'ce_id' from outbox where type = 'deadline-breached'",
                row -> row.getString(1)))
        .hasSizeGreaterThanOrEqualTo(CASES)
        .doesNotHaveDuplicates();
    assertThat(sql.query("select 1 from alarm where next_at <= ?", row -> 1, LONG_AFTER)).isEmpty();
  }

  @Test
  void what_one_worker_throws_is_thrown_when_all_have_stopped() {
    DueDeadlines broken =
        new DueDeadlines() {
          private int claims;

          @Override
          public synchronized int claim(Instant now, int limit, Function<Batch, List<Told>> work) {
            claims++;
            if (claims == 1) {
              return limit;
            }
            throw new Sql.DatabaseException(new SQLException("away"));
          }

          @Override
          public Optional<Instant> nextAfter(Instant now) {
            return Optional.empty();
          }
        };

    assertThatThrownBy(
            () ->
                new SweepAll(new SweepDue(broken, LAW, InstantSource.fixed(LONG_AFTER), 1), 3)
                    .sweep())
        .isInstanceOf(Sql.DatabaseException.class);
  }

  @Test
  void the_next_alarm_is_known_before_it_is_due() {
    take(0, "case-filed", Subject.ofCase(id(0)), BEGUN_AT);
    var next =
        sql.query(
                "select min(next_at) as at from alarm where next_at > ?",
                row -> Sql.required(row, "at"),
                BEGUN_AT)
            .getFirst();
    var before = next.minusSeconds(7);

    assertThat(sweepAt(before).untilNextIsDue()).contains(Duration.ofSeconds(7));
    assertThat(sweepAt(LONG_AFTER).untilNextIsDue()).isEmpty();
  }

  @Test
  void it_is_told_how_long_after_its_instant_each_alarm_was_committed() {
    take(0, "case-filed", Subject.ofCase(id(0)), BEGUN_AT);
    var due =
        sql.query("select min(next_at) as at from alarm", row -> Sql.required(row, "at"))
            .getFirst();
    List<ToldAlarm> told = new ArrayList<>();
    var times = List.of(due.plusSeconds(7), due.plusSeconds(9)).iterator();

    new SweepDue(new JdbcDueDeadlines(dataSource), LAW, times::next, 10, told::add).sweepBatch();

    assertThat(told)
        .isNotEmpty()
        .allSatisfy(alarm -> assertThat(alarm.lateBy()).isEqualTo(Duration.ofSeconds(9)))
        .noneMatch(ToldAlarm::isBreach);
  }

  @Test
  void alarms_are_counted_by_kind_and_by_how_late_they_were() {
    var metrics = new SimpleMeterRegistry();
    var meters = new AlarmMeters(metrics);

    meters.accept(new ToldAlarm("t3", Duration.ofSeconds(1)));
    meters.accept(new ToldAlarm(Stages.BREACH, Duration.ofSeconds(2)));
    meters.accept(new ToldAlarm(Stages.BREACH, Duration.ofHours(2)));

    assertThat(metrics.counter("caseclock.monitor.alarms", "kind", "warning").count()).isOne();
    assertThat(metrics.counter("caseclock.monitor.alarms", "kind", "breach").count()).isEqualTo(2);
    assertThat(metrics.timer("caseclock.monitor.lateness").takeSnapshot().histogramCounts())
        .extracting(
            bucket -> Duration.ofNanos((long) bucket.bucket()) + " " + (long) bucket.count())
        .containsExactly("PT1S 1", "PT5S 2", "PT30S 2", "PT1M 2", "PT5M 2", "PT1H 2");
  }

  private SweepAll sweepAt(Instant now) {
    return new SweepAll(
        new SweepDue(new JdbcDueDeadlines(dataSource), LAW, InstantSource.fixed(now), 10), 1);
  }

  @Test
  void an_event_that_only_puts_an_alarm_off_writes_no_deadline() {
    take(0, "case-filed", Subject.ofCase(id(0)), BEGUN_AT);
    var first =
        sql.query("select min(next_at) as at from alarm", row -> Sql.required(row, "at"))
            .getFirst();
    var written = deadlineRows();

    take(0, "note-made", Subject.ofCase(id(0)), first.minusSeconds(60));

    assertThat(sql.query("select 1 from alarm where next_at = ?", row -> 1, first)).isEmpty();
    assertThat(deadlineRows()).isEqualTo(written);
  }

  private List<String> deadlineRows() {
    return sql.query("select id || ' ' || xmin from deadline order by id", row -> row.getString(1));
  }

  private SweepDue sweep(int batch) {
    return new SweepDue(
        new JdbcDueDeadlines(dataSource), LAW, InstantSource.fixed(LONG_AFTER), batch);
  }

  /** Of the alarms in the order in which they were told. */
  private List<String> severities() {
    List<String> found = new ArrayList<>();
    sql.query(
            "select convert_from(payload, 'UTF8') from outbox where type in ('deadline-approaching',"
                + " 'deadline-breached') order by seq",
            row -> row.getString(1))
        .forEach(text -> found.add(text.replaceAll("(?s).*\"severity\":\"([a-z]+)\".*", "$1")));
    return found;
  }

  private void take(int number, String type, Subject subject, Instant at) {
    new TakeInEvents(
            new JdbcWatchedCases(dataSource),
            new CaseEvaluator(LAW, Duration.ofMinutes(10)),
            InstantSource.fixed(at))
        .take(
            List.of(
                new CaseEvent(
                    new EventId("urn:precinct:x0101", type + number),
                    type,
                    subject,
                    id(number),
                    at,
                    at,
                    null,
                    "X0101",
                    "O1",
                    Map.of())));
  }

  private static String id(int number) {
    return "A98%05d".formatted(number);
  }
}
