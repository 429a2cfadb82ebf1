package io.caseclock.monitor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.caseclock.contract.CaseEvent;
import io.caseclock.contract.DeadlineCounts;
import io.caseclock.contract.EventId;
import io.caseclock.contract.PeriodNumbers;
import io.caseclock.contract.PeriodNumbers.Kind;
import io.caseclock.contract.Subject;
import io.caseclock.contract.UnitKind;
import io.caseclock.monitor.closing.ClosePeriods;
import io.caseclock.monitor.closing.ClosePeriods.Outcome;
import io.caseclock.monitor.closing.ClosedPeriods;
import io.caseclock.monitor.closing.ClosedPeriods.TreeUnit;
import io.caseclock.monitor.jdbc.JdbcClosedPeriods;
import io.caseclock.monitor.jdbc.JdbcPeriodSources;
import io.caseclock.monitor.jdbc.JdbcRollUps;
import io.caseclock.monitor.jdbc.JdbcStatistics;
import io.caseclock.monitor.jdbc.JdbcWatchedCases;
import io.caseclock.monitor.law.Law;
import io.caseclock.monitor.level.HiddenCases;
import io.caseclock.monitor.statistics.Question;
import io.caseclock.monitor.statistics.Span;
import io.caseclock.monitor.statistics.Today;
import io.caseclock.monitor.watch.CaseEvaluator;
import io.caseclock.monitor.watch.TakeInEvents;
import io.caseclock.pack.file.PackFiles;
import io.caseclock.pack.file.PackReader;
import io.caseclock.wire.Json;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Closing days, weeks and months over a real database: each once, whatever happens. */
class ClosingPeriodsTest {

  private static final Law LAW =
      new Law(List.of(PackReader.require(PackFiles.shipped("cn-public-security"))));
  private static final TreeUnit STATION = new TreeUnit("X0101", "/X01/X0101/", "station");

  private final DataSource dataSource = MonitorDatabase.fresh();
  private final JdbcStatistics statistics = new JdbcStatistics(dataSource, HiddenCases.NONE);
  private final ClosedPeriods closed = new JdbcClosedPeriods(dataSource);
  private Instant now = Instant.parse("2026-03-02T02:00:00Z");

  /** Five cases of one station and two of the other, none of which is ever decided. */
  @BeforeEach
  void twoStationsWithLateCases() throws SQLException {
    unit("X01", "null", "/X01/", "sub-bureau");
    unit("X0101", "'X01'", "/X01/X0101/", "station");
    unit("X0102", "'X01'", "/X01/X0102/", "station");
    new JdbcRollUps(dataSource).rebuild(now);
    for (var number = 0; number < 7; number++) {
      filed("A990000" + number, number < 5 ? "X0101" : "X0102");
    }
  }

  @Test
  void a_day_a_week_and_a_month_are_told_once_for_each_unit() throws SQLException {
    now = Instant.parse("2026-05-01T00:00:00Z");
    close(closed).run();
    now = Instant.parse("2026-05-06T02:00:00Z");

    var told = close(closed).run();

    assertThat(told).isPositive();
    assertThat(close(closed).run()).isZero();
    assertThat(ids()).doesNotHaveDuplicates().contains("period:X01:monthly:2026-04-01");
    var bureau = numbers("period:X01:monthly:2026-04-01");
    var stations =
        numbers("period:X0101:monthly:2026-04-01")
            .counts()
            .plus(numbers("period:X0102:monthly:2026-04-01").counts());
    assertThat(bureau.counts()).isEqualTo(stations).isNotEqualTo(DeadlineCounts.NONE);
    assertThat(bureau.counts())
        .isEqualTo(
            statistics
                .groups(Question.then("X01", april()), Today.of(LAW, now))
                .getFirst()
                .counts());
    assertThat(bureau.belated()).isFalse();
    assertThat(bureau.indicators()).isNotEmpty();
    assertThat(bureau.movements().rows()).isNotEmpty();
  }

  @Test
  void a_day_without_events_is_told_with_zeros() throws SQLException {
    now = Instant.parse("2026-03-27T02:00:00Z");

    close(closed).run();

    assertThat(numbers("period:X0102:daily:2026-03-26").counts()).isEqualTo(DeadlineCounts.NONE);
  }

  @Test
  void two_replicas_at_once_tell_each_period_once() throws Exception {
    now = Instant.parse("2026-05-06T02:00:00Z");
    try (var executor = Executors.newFixedThreadPool(2)) {
      Callable<Integer> replica = () -> close(closed).run();
      for (var done : executor.invokeAll(List.of(replica, replica))) {
        done.get();
      }
    }

    assertThat(ids()).isNotEmpty().doesNotHaveDuplicates();
    assertThat(close(closed).run()).isZero();
  }

  @Test
  void what_a_replica_left_undone_the_next_one_tells() throws SQLException {
    now = Instant.parse("2026-05-06T02:00:00Z");
    assertThatThrownBy(() -> close(new DiesAfter(3)).run()).isInstanceOf(AssertionError.class);
    var before = ids();

    close(closed).run();

    assertThat(before).hasSizeLessThan(ids().size());
    assertThat(ids()).containsAll(before).doesNotHaveDuplicates();
  }

  @Test
  void a_period_that_was_missed_is_made_later_by_what_is_known_then() throws SQLException {
    now = Instant.parse("2026-06-30T02:00:00Z");

    var outcome = close(closed).close(STATION, Kind.DAILY, LocalDate.parse("2026-04-01"));

    assertThat(outcome).isEqualTo(new Outcome.Closed("period:X0101:daily:2026-04-01", true));
    assertThat(numbers("period:X0101:daily:2026-04-01").counts().overdueOpen()).isEqualTo(5);
    assertThat(close(closed).close(STATION, Kind.DAILY, LocalDate.parse("2026-04-01")))
        .isEqualTo(new Outcome.ClosedBefore("period:X0101:daily:2026-04-01"));
  }

  @Test
  void a_belated_one_waits_as_long_as_its_numbers_change() throws SQLException {
    now = Instant.parse("2026-06-30T02:00:00Z");
    filed("A9900009", "X0102");
    now = now.plus(Duration.ofSeconds(20));
    close(closed).run();
    assertThat(ids()).noneMatch(id -> id.equals("period:X0102:monthly:2026-04-01"));

    now = now.plus(Duration.ofSeconds(60));
    close(closed).run();

    assertThat(ids()).contains("period:X0102:monthly:2026-04-01");
  }

  @Test
  void a_period_before_the_monitor_began_to_count_is_belated_though_its_day_has_come()
      throws SQLException {
    filed("A9900008", "X0101", "2026-01-05T01:00:00Z");

    close(closed).close(STATION, Kind.WEEKLY, LocalDate.parse("2026-02-23"));

    assertThat(numbers("period:X0101:weekly:2026-02-23").belated()).isTrue();
  }

  @Test
  void a_period_of_which_nothing_is_known_is_not_closed() {
    assertThat(close(closed).close(STATION, Kind.DAILY, LocalDate.parse("1900-01-01")))
        .isEqualTo(new Outcome.NothingCounted());
  }

  @Test
  void what_is_not_over_is_not_closed() {
    now = Instant.parse("2026-04-01T15:00:00Z");

    assertThat(close(closed).close(STATION, Kind.DAILY, LocalDate.parse("2026-04-01")))
        .isEqualTo(new Outcome.NotOver(Instant.parse("2026-04-02T00:30:00Z")));
    assertThat(
            close(closed)
                .close(
                    new TreeUnit("X09", "/X09/", "court"),
                    Kind.DAILY,
                    LocalDate.parse("2026-03-02")))
        .isEqualTo(new Outcome.NotMade());
  }

  private static Span april() {
    return new Span(LocalDate.parse("2026-04-01"), LocalDate.parse("2026-04-30"));
  }

  private ClosePeriods close(ClosedPeriods periods) {
    return new ClosePeriods(
        LAW, statistics, new JdbcPeriodSources(dataSource, LAW), periods, () -> now);
  }

  private void filed(String caseId, String unit) {
    filed(caseId, unit, "2026-03-02T01:00:00Z");
  }

  private void filed(String caseId, String unit, String at) {
    var event =
        new CaseEvent(
            new EventId("urn:precinct:x01", caseId),
            "case-filed",
            Subject.ofCase(caseId),
            caseId,
            Instant.parse(at),
            now,
            null,
            unit,
            "O1",
            Map.of("facts", Map.of("caseKind", "public-security")));
    new TakeInEvents(
            new JdbcWatchedCases(dataSource), new CaseEvaluator(LAW, Duration.ZERO), () -> now)
        .take(List.of(event));
  }

  private PeriodNumbers numbers(String id) throws SQLException {
    try (var connection = dataSource.getConnection();
        var statement =
            connection.prepareStatement(
                "select payload from outbox where headers ->> 'ce_id' = ?")) {
      statement.setString(1, id);
      try (var rows = statement.executeQuery()) {
        assertThat(rows.next()).as(id).isTrue();
        return Json.read(rows.getBytes(1), PeriodNumbers.class);
      }
    }
  }

  private List<String> ids() throws SQLException {
    try (var connection = dataSource.getConnection();
        var statement = connection.createStatement();
        var rows =
            statement.executeQuery(
                "select headers ->> 'ce_id' from outbox where type = 'period-closed'")) {
      List<String> found = new ArrayList<>();
      while (rows.next()) {
        found.add(rows.getString(1));
      }
      return found;
    }
  }

  private void unit(String id, String parent, String path, String kind) throws SQLException {
    try (var connection = dataSource.getConnection();
        var statement = connection.createStatement()) {
      statement.execute(
          "insert into unit (id, parent, name_zh, name_en, kind, path) values ('"
              + String.join("', ", id, parent + ", '示例', 'Sample', '" + kind)
              + "', '"
              + path
              + "')");
    }
  }

  /** A replica that ends in the middle of its work. */
  private final class DiesAfter implements ClosedPeriods {

    private int left;

    DiesAfter(int left) {
      this.left = left;
    }

    @Override
    public Optional<LocalDate> firstDay() {
      return closed.firstDay();
    }

    @Override
    public Optional<Instant> countedSince() {
      return closed.countedSince();
    }

    @Override
    public List<TreeUnit> units() {
      return closed.units();
    }

    @Override
    public List<String> missing(Kind kind, LocalDate from, Set<UnitKind> kinds) {
      return closed.missing(kind, from, kinds);
    }

    @Override
    public boolean isChanging(Span span, Instant since) {
      return closed.isChanging(span, since);
    }

    @Override
    public int close(List<PeriodNumbers> numbers) {
      if (left-- == 0) {
        throw new AssertionError("the process ends here");
      }
      return closed.close(numbers);
    }
  }
}
