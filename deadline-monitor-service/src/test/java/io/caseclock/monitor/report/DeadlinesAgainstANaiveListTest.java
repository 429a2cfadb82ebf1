package io.caseclock.monitor.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.caseclock.contract.DeadlineStatus;
import io.caseclock.jdbc.Sql;
import io.caseclock.monitor.jdbc.JdbcDeadlineQueries;
import io.caseclock.monitor.level.HiddenCases;
import io.caseclock.monitor.list.ListTables;
import io.caseclock.monitor.list.ListTables.Line;
import io.caseclock.monitor.prediction.Band;
import io.caseclock.monitor.report.DeadlinePage.Place;
import io.caseclock.monitor.report.DeadlineQueries.Question;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every order and every filter over random rows, page by page, against a list sorted by hand. */
@Timeout(60)
class DeadlinesAgainstANaiveListTest {

  private static final Instant NOW = Instant.parse("2026-07-10T02:00:00Z");
  private static final ZoneId ZONE = ListTables.ZONE;
  private static final List<String> SEVERITIES = List.of("grave", "serious", "ordinary");
  private static final ListTables TABLES = new ListTables();
  private static final DeadlineQueries QUERIES =
      new JdbcDeadlineQueries(TABLES.dataSource, HiddenCases.NONE);

  private final Map<UUID, Double> chances = new HashMap<>();

  @ParameterizedTest
  @ValueSource(longs = {1, 2})
  void every_order_is_complete_without_doubles_and_as_said(long seed) {
    var random = fill(seed);
    for (var word : DeadlineOrder.words()) {
      for (var visible : ListTables.UNITS) {
        var order = DeadlineOrder.ofWire(word);
        var question = new Question(anything(visible, null), order, NOW);

        assertThat(pages(question, 5 + random.nextInt(9)))
            .as(word + " " + visible)
            .containsExactlyElementsOf(
                naive(order, line -> ListTables.isWithin(line.unit(), visible)));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {4, 5})
  void every_filter_finds_what_a_naive_reader_finds(long seed) {
    var random = fill(seed);
    for (var i = 0; i < 40; i++) {
      var asked = any(random);
      var order = DeadlineOrder.ofWire(any(random, DeadlineOrder.words()));
      var question = new Question(asked, order, NOW);
      var expected = naive(order, line -> isMeant(line, asked));

      assertThat(pages(question, 5)).as(asked + " " + order).containsExactlyElementsOf(expected);
      assertThat(QUERIES.count(question, 1_000)).isEqualTo(expected.size());
      assertThat(QUERIES.count(question, 2)).isEqualTo(Math.min(2, expected.size()));
      assertThat(each(question)).containsExactlyElementsOf(expected);
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {7})
  void the_risk_of_what_runs_is_told_and_of_nothing_else(long seed) {
    fill(seed);
    var all = new Question(anything("R", null), DeadlineOrder.USUAL, NOW);

    var rows = QUERIES.deadlines(all, null, 500).rows();

    assertThat(rows).anyMatch(row -> row.risk() != null);
    assertThat(rows)
        .allSatisfy(
            row -> {
              var line = line(row.deadline().id());
              assertThat(row.risk()).isEqualTo(band(line));
            });
  }

  private Random fill(long seed) {
    TABLES.clear();
    var sql = new Sql(TABLES.dataSource);
    sql.update("delete from prediction");
    chances.clear();
    var random = new Random(seed);
    for (var i = 0; i < 80; i++) {
      var line = anyLine(random);
      TABLES.add(line);
      if (random.nextInt(3) > 0) {
        predict(sql, line, random.nextDouble(), random.nextInt(4) == 0 ? 0 : 1);
      }
    }
    sql.update(
        "update deadline set due_on = (due_at - interval '1 microsecond')"
            + " at time zone 'Asia/Shanghai'");
    return random;
  }

  /** What was predicted of a former revision holds no more. */
  private void predict(Sql sql, Line line, double chance, int revision) {
    sql.update(
        "insert into prediction (case_id, deadline_id, revision, unit, rule, chance, age,"
            + " age_limit, computed_at) values (?, ?, ?, ?, ?, ?, 1, 2, ?)",
        line.caseId(),
        line.id(),
        revision,
        line.unit(),
        line.rule(),
        chance,
        NOW);
    if (revision == 1) {
      chances.put(line.id(), chance);
    }
  }

  /** Several at the same instants, so that ties are many. */
  private static Line anyLine(Random random) {
    var phase = any(random, List.of("running", "running", "running", "paused", "met", "met-late"));
    var started = NOW.minusSeconds(86_400L * (1 + random.nextInt(10)));
    var due = NOW.plusSeconds(43_200L * (random.nextInt(30) - 10));
    var isPaused = phase.equals("paused");
    return new Line(
        "C" + random.nextInt(10),
        new UUID(random.nextLong(), random.nextLong()),
        "rule-" + random.nextInt(3),
        "closing",
        any(random, List.of("case", "person", "property")),
        any(random, ListTables.UNITS),
        random.nextInt(4) == 0 ? null : "O" + random.nextInt(3),
        any(random, SEVERITIES),
        phase,
        started,
        isPaused ? null : due,
        isPaused || random.nextInt(8) == 0 ? null : due,
        phase.startsWith("met") ? NOW : null,
        null);
  }

  private static DeadlineFilter anything(String visible, @Nullable String unit) {
    return new DeadlineFilter(
        visible,
        unit,
        null,
        null,
        null,
        null,
        Set.of(),
        Set.of(),
        Set.of(),
        Set.of(),
        Set.of(),
        DueSpan.ANY);
  }

  private DeadlineFilter any(Random random) {
    var statuses = EnumSet.noneOf(DeadlineStatus.class);
    for (var i = random.nextInt(3); i > 0; i--) {
      statuses.add(any(random, List.of(DeadlineStatus.values())));
    }
    return new DeadlineFilter(
        any(random, ListTables.UNITS),
        random.nextBoolean() ? null : any(random, ListTables.UNITS),
        null,
        random.nextInt(4) == 0 ? "rule-1" : null,
        random.nextInt(4) == 0 ? "closing" : null,
        random.nextInt(4) == 0 ? "O1" : null,
        random.nextInt(6) == 0
            ? Set.copyOf(List.of(any(random, TABLES.lines).id(), any(random, TABLES.lines).id()))
            : Set.of(),
        statuses,
        random.nextInt(3) == 0 ? Set.of("grave", "ordinary") : Set.of(),
        random.nextInt(3) == 0 ? Set.of("case", "person") : Set.of(),
        random.nextInt(4) == 0 ? Set.of(any(random, List.of(Band.values()))) : Set.of(),
        random.nextInt(3) == 0 ? anySpan(random) : DueSpan.ANY,
        null,
        random.nextInt(4) == 0 ? Set.of("rule-1", "rule-2") : Set.of());
  }

  private static DueSpan anySpan(Random random) {
    if (random.nextInt(4) == 0) {
      return new DueSpan(NOW.minusSeconds(86_400), NOW.plusSeconds(86_400), null, null, false);
    }
    var window = any(random, List.of(DueWindow.values()));
    return window.from(LocalDate.ofInstant(NOW, ZONE));
  }

  private boolean isMeant(Line line, DeadlineFilter asked) {
    return ListTables.isWithin(line.unit(), asked.visibleUnit())
        && (asked.unit() == null || ListTables.isWithin(line.unit(), asked.unit()))
        && isSame(asked.rule(), line.rule())
        && isAmong(asked.rules(), line.rule())
        && isSame(asked.list(), line.list())
        && isSame(asked.officer(), line.officer())
        && isAmong(asked.ids(), line.id())
        && isAmong(asked.statuses(), status(line))
        && isAmong(asked.severities(), line.severity())
        && isAmong(asked.elements(), line.element())
        && (asked.risks().isEmpty() || band(line) != null && asked.risks().contains(band(line)))
        && isIn(line, asked.due());
  }

  private static boolean isIn(Line line, DueSpan span) {
    if (span.equals(DueSpan.ANY)) {
      return true;
    }
    if (span.overdue()) {
      return status(line) == DeadlineStatus.BREACHED;
    }
    var due = line.dueAt();
    if (due == null) {
      return false;
    }
    var on = LocalDate.ofInstant(due.minusNanos(1_000), ZONE);
    return (span.from() == null || !due.isBefore(span.from()))
        && (span.before() == null || due.isBefore(span.before()))
        && (span.firstOn() == null || !on.isBefore(span.firstOn()))
        && (span.lastOn() == null || !on.isAfter(span.lastOn()));
  }

  private static boolean isSame(@Nullable String asked, @Nullable String found) {
    return asked == null || asked.equals(found);
  }

  private static <T> boolean isAmong(Set<T> asked, T found) {
    return asked.isEmpty() || asked.contains(found);
  }

  private static DeadlineStatus status(Line line) {
    var lateFrom = line.lateFrom();
    return line.phase().equals("running") && lateFrom != null && !lateFrom.isAfter(NOW)
        ? DeadlineStatus.BREACHED
        : DeadlineStatus.ofWire(line.phase());
  }

  private @Nullable Band band(Line line) {
    var chance = chances.get(line.id());
    var runs = status(line) == DeadlineStatus.RUNNING && line.lateFrom() != null;
    return chance == null || !runs ? null : Band.of(chance);
  }

  private static List<UUID> naive(DeadlineOrder order, Predicate<Line> isMeant) {
    Comparator<Line> byDue =
        Comparator.comparing(line -> Objects.requireNonNullElse(line.dueAt(), Instant.MAX));
    Comparator<Line> byKey =
        switch (order.key()) {
          case DUE -> byDue;
          case SEVERITY ->
              Comparator.<Line, Integer>comparing(line -> SEVERITIES.indexOf(line.severity()))
                  .thenComparing(byDue);
          case UNIT -> Comparator.comparing(Line::unit).thenComparing(byDue);
          case RULE -> Comparator.comparing(Line::rule).thenComparing(byDue);
          case OFFICER ->
              Comparator.<Line, String>comparing(
                      line -> Objects.requireNonNullElse(line.officer(), ""))
                  .thenComparing(byDue);
          case STARTED -> Comparator.comparing(Line::startedAt);
        };
    var whole = byKey.thenComparing(line -> line.id().toString());
    return TABLES.lines.stream()
        .filter(isMeant)
        .sorted(order.isDescending() ? whole.reversed() : whole)
        .map(Line::id)
        .toList();
  }

  /** Page by page, each place through its text. */
  private static List<UUID> pages(Question question, int limit) {
    List<UUID> ids = new ArrayList<>();
    Place next = null;
    do {
      var page = QUERIES.deadlines(question, next, limit);
      page.deadlines().forEach(deadline -> ids.add(deadline.id()));
      assertThat(page.rows()).hasSizeLessThanOrEqualTo(limit);
      var place = page.next();
      next = place == null ? null : PlaceText.parse(PlaceText.of(place), question.order());
    } while (next != null);
    return ids;
  }

  private static List<UUID> each(Question question) {
    List<UUID> ids = new ArrayList<>();
    QUERIES.each(question, row -> ids.add(row.deadline().id()));
    return ids;
  }

  private static Line line(UUID id) {
    return TABLES.lines.stream().filter(line -> line.id().equals(id)).findFirst().orElseThrow();
  }

  private static <T> T any(Random random, List<T> words) {
    return words.get(random.nextInt(words.size()));
  }
}
