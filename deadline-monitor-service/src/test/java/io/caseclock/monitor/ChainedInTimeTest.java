package io.caseclock.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import io.caseclock.contract.CaseEvent;
import io.caseclock.contract.EventId;
import io.caseclock.contract.Subject;
import io.caseclock.jdbc.Sql;
import io.caseclock.monitor.alarm.SweepDue;
import io.caseclock.monitor.jdbc.JdbcDueDeadlines;
import io.caseclock.monitor.jdbc.JdbcWatchedCases;
import io.caseclock.monitor.law.Law;
import io.caseclock.monitor.watch.CaseEvaluator;
import io.caseclock.monitor.watch.EvaluateDueCases;
import io.caseclock.monitor.watch.TakeInEvents;
import io.caseclock.pack.file.PackFiles;
import io.caseclock.pack.file.PackReader;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What starts because another deadline has passed starts by the clock, without any event. */
class ChainedInTimeTest {

  private static final Law LAW =
      new Law(
          List.of(
              PackReader.require(PackFiles.inFolder(Path.of("src/test/resources/packs/chained")))));
  private static final Instant ASKED_AT = Instant.parse("2026-03-02T02:00:00Z");
  private static final Instant ANSWER_LATE = Instant.parse("2026-03-12T16:00:00Z");
  private static final Instant REMINDER_LATE = Instant.parse("2026-03-15T16:00:00Z");

  private final DataSource dataSource = MonitorDatabase.fresh();
  private final Sql sql = new Sql(dataSource);

  @BeforeEach
  void aQuestion() {
    take("asked", ASKED_AT);
  }

  @Test
  void nothing_starts_before_the_other_deadline_has_passed() {
    evaluateAt(ANSWER_LATE.minusNanos(1_000));

    assertThat(rules()).containsExactly("answer", "prepare");
  }

  @Test
  void it_starts_with_the_first_instant_after_it_and_again_what_follows_from_that() {
    evaluateAt(ANSWER_LATE);
    assertThat(rules()).containsExactly("answer", "prepare", "remind");

    evaluateAt(REMINDER_LATE);
    assertThat(rules()).containsExactly("answer", "prepare", "remind", "report-upwards");
  }

  @Test
  void it_is_told_as_opened_once_however_many_replicas_look() {
    evaluateAt(ANSWER_LATE);
    evaluateAt(ANSWER_LATE);

    assertThat(
            sql.query(
                "select 1 from outbox where type = 'deadline-opened' and convert_from(payload,"
                    + " 'UTF8') like ?",
                row -> 1,
                "%\"remind\"%"))
        .hasSize(1);
  }

  @Test
  void it_does_not_start_once_the_act_was_done_in_time() {
    take("answered", ANSWER_LATE.minus(Duration.ofHours(3)));

    evaluateAt(REMINDER_LATE);

    assertThat(rules()).containsExactly("answer", "file-away", "prepare");
  }

  @Test
  void what_is_only_recorded_is_overdue_and_nobody_is_told() {
    evaluateAt(ANSWER_LATE);
    evaluateAt(REMINDER_LATE);
    var longAfter = Instant.parse("2026-04-01T02:00:00Z");

    new SweepDue(new JdbcDueDeadlines(dataSource), LAW, InstantSource.fixed(longAfter), 100)
        .sweepBatch();

    assertThat(
            sql.query(
                "select convert_from(payload, 'UTF8') from outbox where type = 'deadline-breached'",
                row -> row.getString(1)))
        .isNotEmpty()
        .noneMatch(text -> text.contains("report-upwards"));
    assertThat(
            sql.query(
                "select 1 from deadline where rule = 'report-upwards' and late_from < now()",
                row -> 1))
        .hasSize(1);
  }

  private void evaluateAt(Instant now) {
    new EvaluateDueCases(
            new JdbcWatchedCases(dataSource),
            new CaseEvaluator(LAW, Duration.ZERO),
            InstantSource.fixed(now))
        .evaluateBatch();
  }

  private void take(String type, Instant at) {
    var event =
        new CaseEvent(
            new EventId("urn:precinct:x0101", type),
            type,
            Subject.ofCase("A990001"),
            "A990001",
            at,
            at,
            null,
            "X0101",
            "O1",
            Map.of());
    new TakeInEvents(
            new JdbcWatchedCases(dataSource),
            new CaseEvaluator(LAW, Duration.ZERO),
            InstantSource.fixed(at))
        .take(List.of(event));
  }

  private List<String> rules() {
    return sql.query("select rule from deadline order by rule", row -> row.getString(1));
  }
}
