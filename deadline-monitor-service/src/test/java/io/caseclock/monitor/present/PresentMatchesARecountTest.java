package io.caseclock.monitor.present;

import static org.assertj.core.api.Assertions.assertThat;

import io.caseclock.contract.DeadlineCounts;
import io.caseclock.directory.Directory;
import io.caseclock.directory.jdbc.JdbcDirectory;
import io.caseclock.jdbc.Sql;
import io.caseclock.monitor.MonitorDatabase;
import io.caseclock.monitor.jdbc.JdbcDeadlineQueries;
import io.caseclock.monitor.jdbc.JdbcPresentCounts;
import io.caseclock.monitor.jdbc.JdbcRollUps;
import io.caseclock.monitor.jdbc.JdbcStatistics;
import io.caseclock.monitor.level.HiddenCases;
import io.caseclock.monitor.list.ListTables;
import io.caseclock.monitor.report.Change;
import io.caseclock.monitor.report.ChangedSince;
import io.caseclock.monitor.report.DeadlineFilter;
import io.caseclock.monitor.report.DeadlineOrder;
import io.caseclock.monitor.report.DeadlineQueries.Question;
import io.caseclock.monitor.report.DueSpan;
import io.caseclock.monitor.statistics.Today;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every figure over random rows, counted again one by one. */
class PresentMatchesARecountTest {

  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

  /** A Friday, so that the week holds two days more. */
  private static final Instant NOW = Instant.parse("2026-07-10T02:00:00Z");

  private static final PresentDay DAY = PresentDay.of(NOW, ZONE);
  private static final List<String> UNITS = List.of("R", "R1", "R2", "R11", "R12");

  private final DataSource dataSource = MonitorDatabase.fresh();
  private final Sql sql = new Sql(dataSource);
  private final Directory directory = new JdbcDirectory(dataSource, InstantSource.fixed(NOW));
  private final List<Line> lines = new ArrayList<>();
  private final ReadPresent reading =
      new ReadPresent(
          new JdbcPresentCounts(dataSource),
          new JdbcStatistics(dataSource, HiddenCases.NONE),
          directory);

  private record Line(
      UUID id,
      String unit,
      @Nullable String officer,
      String phase,
      Instant startedAt,
      @Nullable Instant dueAt,
      @Nullable LocalDate dueOn,
      @Nullable Instant lateFrom,
      @Nullable Instant endedAt,
      @Nullable Instant historyUntil,
      @Nullable Double chance,
      boolean isPredictedAsItStands) {

    boolean isLate() {
      return phase.equals("running") && lateFrom != null && !lateFrom.isAfter(NOW);
    }

    boolean isAhead() {
      return phase.equals("running") && !isLate();
    }

    boolean isToldToHaveEnded() {
      return endedAt != null
          && isSinceYesterday(endedAt)
          && (historyUntil == null || !endedAt.isBefore(historyUntil));
    }

    boolean becameLate() {
      var ended =
          List.of("met-late", "cut-short").contains(phase)
              || (phase.equals("cancelled") && dueAt != null);
      var at = lateFrom == null ? endedAt : lateFrom;
      return at != null && isSinceYesterday(at) && (isLate() || (ended && isToldToHaveEnded()));
    }

    boolean isLikelyMissed(double least, double below) {
      return isAhead()
          && lateFrom != null
          && chance != null
          && isPredictedAsItStands
          && chance >= least
          && chance < below;
    }

    private static boolean isSinceYesterday(Instant at) {
      return !at.isBefore(DAY.since()) && !at.isAfter(NOW);
    }
  }

  @BeforeEach
  void aBureauOfThreeLevels() {
    directory.apply(ListTables.units());
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void each_figure_of_each_unit_is_that_of_a_naive_count(long seed) {
    fill(new Random(seed), 500);

    for (var unit : UNITS) {
      var present = reading.of(unit, DAY, new Today(NOW, DAY.today(), DAY.today()));
      expect(present.all().figures(), line -> isWithin(line.unit(), unit));
      present
          .below()
          .forEach(one -> expect(one.figures(), line -> isWithin(line.unit(), one.unit())));
    }
    assertThat(reading.of("R", DAY, today()).below())
        .extracting(Present.Standing::unit)
        .containsExactly("R1", "R2");
    assertThat(reading.of("R11", DAY, today()).below()).isEmpty();
    for (var officer : List.of("O0", "O1", "nobody")) {
      expect(
          reading.ofOfficer("R1", officer, DAY),
          line -> isWithin(line.unit(), "R1") && officer.equals(line.officer()));
    }
  }

  @Test
  void the_month_of_a_unit_is_its_own_and_that_of_all_below_it() {
    fill(new Random(7), 500);
    new JdbcRollUps(dataSource).rebuild(NOW);

    var present = reading.of("R", DAY, today());

    var own =
        reading.of("R", DAY, today()).all().thisMonth().due()
            - present.below().stream().mapToLong(one -> one.thisMonth().due()).sum();
    assertThat(own).isEqualTo(dueThisMonth(line -> line.unit().equals("R"))).isPositive();
    assertThat(present.all().thisMonth().due()).isEqualTo(dueThisMonth(line -> true));
    assertThat(present.all().lastMonth()).isNotEqualTo(DeadlineCounts.NONE);
    assertThat(present.atZero().of()).isEqualTo(UNITS.size());
    assertThat(present.atZero().first()).hasSize(present.atZero().count());
  }

  @ParameterizedTest
  @EnumSource(Change.class)
  void a_listing_of_what_changed_holds_what_the_figure_counts(Change change) {
    fill(new Random(11), 500);
    var queries = new JdbcDeadlineQueries(dataSource, HiddenCases.NONE);
    var filter =
        new DeadlineFilter(
            "R1",
            null,
            null,
            null,
            null,
            null,
            Set.of(),
            Set.of(),
            Set.of(),
            Set.of(),
            Set.of(),
            DueSpan.ANY,
            new ChangedSince(change, DAY.since()),
            Set.of());

    var listed = queries.count(new Question(filter, DeadlineOrder.USUAL, NOW), 1_000);

    assertThat(listed)
        .isEqualTo(reading.of("R1", DAY, today()).all().figures().of(Figure.valueOf(change.name())))
        .isPositive();
  }

  @Test
  void a_unit_that_nobody_knows_has_nothing() {
    var present = reading.of("nowhere", DAY, today());

    assertThat(present.all().figures()).isEqualTo(Figures.NONE);
    assertThat(present.all().names()).isNull();
    assertThat(present.below()).isEmpty();
  }

  private static Today today() {
    return new Today(NOW, DAY.today(), DAY.today());
  }

  private void expect(Figures told, Predicate<Line> whose) {
    var own = lines.stream().filter(whose).toList();
    for (var figure : Figure.values()) {
      assertThat(told.of(figure))
          .as(figure.name())
          .isEqualTo(own.stream().filter(line -> counts(line, figure)).count());
    }
  }

  private static boolean counts(Line line, Figure figure) {
    return switch (figure) {
      case OVERDUE -> line.isLate();
      case TODAY -> line.isAhead() && DAY.today().equals(line.dueOn());
      case TOMORROW -> line.isAhead() && DAY.tomorrow().equals(line.dueOn());
      case THIS_WEEK ->
          line.isAhead()
              && line.dueOn() != null
              && !line.dueOn().isBefore(DAY.today())
              && !line.dueOn().isAfter(LocalDate.parse("2026-07-12"));
      case HIGH_RISK -> line.isLikelyMissed(0.5, 2);
      case MEDIUM_RISK -> line.isLikelyMissed(0.2, 0.5);
      case OPENED -> Line.isSinceYesterday(line.startedAt());
      case BREACHED -> line.becameLate();
      case MET -> line.phase().equals("met") && line.isToldToHaveEnded();
      case MET_LATE -> line.phase().equals("met-late") && line.isToldToHaveEnded();
    };
  }

  private long dueThisMonth(Predicate<Line> whose) {
    return lines.stream()
        .filter(whose)
        .filter(line -> !line.phase().equals("paused") && isOfThisMonth(line.dueOn()))
        .filter(line -> !line.phase().equals("cancelled") || line.dueAt() != null)
        .count();
  }

  private static boolean isOfThisMonth(@Nullable LocalDate day) {
    return day != null && !day.isBefore(LocalDate.parse("2026-07-01")) && !day.isAfter(DAY.today());
  }

  private static boolean isWithin(String unit, String root) {
    return unit.startsWith(root);
  }

  private void fill(Random random, int rows) {
    for (var i = 0; i < rows; i++) {
      add(anyLine(random));
    }
  }

  private static Line anyLine(Random random) {
    var phases =
        List.of(
            "running", "running", "running", "met", "met-late", "cancelled", "paused", "cut-short");
    var phase = phases.get(random.nextInt(phases.size()));
    var isOfLastMonth = random.nextInt(6) == 0;
    var dueOn =
        DAY.today().plusDays(isOfLastMonth ? -30L - random.nextInt(9) : random.nextInt(14) - 5L);
    var dueAt = dueOn.plusDays(1).atStartOfDay(ZONE).toInstant();
    var never = phase.equals("paused") || (phase.equals("cancelled") && random.nextBoolean());
    var cannotBeLate = phase.equals("cut-short") || random.nextInt(6) == 0;
    var ended = List.of("running", "paused").contains(phase);
    return new Line(
        new UUID(random.nextLong(), random.nextLong()),
        UNITS.get(random.nextInt(UNITS.size())),
        random.nextInt(4) == 0 ? null : "O" + random.nextInt(3),
        phase,
        NOW.minusSeconds(3_600L * random.nextInt(100)),
        never ? null : dueAt,
        never ? null : dueOn,
        never || cannotBeLate ? null : dueAt,
        ended ? null : NOW.minusSeconds(3_600L * random.nextInt(100)),
        random.nextInt(5) == 0 ? NOW.minusSeconds(3_600L * random.nextInt(40)) : null,
        random.nextInt(3) == 0 ? null : Double.valueOf(random.nextInt(101) / 100.0),
        random.nextInt(5) > 0);
  }

  private void add(Line line) {
    lines.add(line);
    sql.update(
        "insert into deadline (case_id, id, subject, rule, start_source, start_event, pack,"
            + " pack_version, rule_version, element, statutory, severity, list, unit, officer,"
            + " started_at, phase, due_at, due_on, late_from, provisional, ended_at,"
            + " ended_known_at, revision, calendar_version, input_hash, refused, updated_at,"
            + " counted_on, history_until) values ('A1', ?::uuid, 'case/A1', 'r', 'urn:x', 'e',"
            + " 'p', '1', '1', 'case', true, 'grave', 'closing', ?, ?, ?, ?, ?::timestamptz,"
            + " ?::date, ?::timestamptz, false, ?::timestamptz, ?::timestamptz, 1, '', '', '', ?,"
            + " ?::date, ?::timestamptz)",
        line.id(),
        line.unit(),
        line.officer(),
        line.startedAt(),
        line.phase(),
        line.dueAt(),
        line.dueOn(),
        line.lateFrom(),
        line.endedAt(),
        line.endedAt(),
        NOW,
        line.dueOn(),
        line.historyUntil());
    if (line.chance() != null) {
      sql.update(
          "insert into prediction (case_id, deadline_id, revision, unit, rule, chance, age,"
              + " age_limit, computed_at) values ('A1', ?::uuid, ?, ?, 'r', ?, 1, 2, ?)",
          line.id(),
          line.isPredictedAsItStands() ? 1 : 2,
          line.unit(),
          line.chance(),
          NOW);
    }
  }
}
