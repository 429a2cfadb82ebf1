package io.caseclock.monitor.statistics;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.caseclock.monitor.jdbc.JdbcFailedDeadlines;
import io.caseclock.monitor.level.HiddenCases;
import io.caseclock.monitor.list.ListTables;
import io.caseclock.monitor.list.ListTables.Line;
import io.caseclock.monitor.statistics.FailedDeadlines.Place;
import io.caseclock.monitor.statistics.FailedDeadlines.Which;
import io.caseclock.monitor.watch.StoredDeadline;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The deadlines behind a miss over random rows, chosen again one by one. */
@Timeout(60)
class FailedDeadlinesAgainstANaiveListTest {

  private static final ListTables TABLES = new ListTables();
  private static final LocalDate DAY = LocalDate.of(2026, 7, 10);
  private static final Today TODAY = new Today(ListTables.NOW, DAY, DAY);
  private static final List<String> ENDED = List.of("cut-short", "too-early", "lapsed");

  private final JdbcFailedDeadlines failed =
      new JdbcFailedDeadlines(TABLES.dataSource, HiddenCases.NONE);

  @BeforeEach
  void nothing() {
    TABLES.clear();
  }

  @ParameterizedTest
  @ValueSource(longs = {31, 32, 33})
  void pages_and_the_table_are_those_of_a_naive_list(long seed) {
    var random = new Random(seed);
    TABLES.fill(random, 150);
    for (var line : List.copyOf(TABLES.lines)) {
      TABLES.add(
          random.nextBoolean()
              ? ended(line, ENDED.get(random.nextInt(ENDED.size())), random.nextInt(3) > 0)
              : ended(line, "cancelled", random.nextBoolean()));
    }

    for (var unit : ListTables.UNITS) {
      var which =
          new Which(unit, new Span(DAY.minusDays(9), DAY.plusDays(3)), Set.of("rule-1", "rule-2"));
      var expected = naive(which);
      List<UUID> all = new ArrayList<>();
      failed.each(which, TODAY, deadline -> all.add(deadline.id()));
      assertThat(all).isEqualTo(expected);
      assertThat(pages(which)).isEqualTo(expected);
    }
  }

  private List<UUID> pages(Which which) {
    List<UUID> all = new ArrayList<>();
    Place after = null;
    List<StoredDeadline> page;
    do {
      page = failed.page(which, TODAY, after, 7);
      page.forEach(deadline -> all.add(deadline.id()));
      after = page.isEmpty() ? null : place(page.getLast());
    } while (page.size() == 7);
    return all;
  }

  private static Place place(StoredDeadline deadline) {
    return new Place(Objects.requireNonNull(deadline.count().on()), deadline.id());
  }

  private static Line ended(Line like, String phase, boolean hadDueInstant) {
    return new Line(
        like.caseId(),
        UUID.nameUUIDFromBytes((like.id() + phase).getBytes(UTF_8)),
        like.rule(),
        like.list(),
        like.element(),
        like.unit(),
        like.officer(),
        like.severity(),
        phase,
        like.startedAt(),
        hadDueInstant ? like.dueAt() : null,
        hadDueInstant ? like.lateFrom() : null,
        ListTables.NOW,
        like.countedOn());
  }

  private static List<UUID> naive(Which which) {
    return TABLES.lines.stream()
        .filter(line -> ListTables.isWithin(line.unit(), which.unit()))
        .filter(line -> which.rules().contains(line.rule()))
        .filter(line -> isWithin(which.span(), line.countedOn()))
        .filter(FailedDeadlinesAgainstANaiveListTest::wasLate)
        .sorted(
            Comparator.comparing((Line line) -> Objects.requireNonNull(line.countedOn()))
                .thenComparing(line -> line.id().toString()))
        .map(Line::id)
        .toList();
  }

  private static boolean isWithin(Span span, @Nullable LocalDate day) {
    return day != null && !day.isBefore(span.from()) && !day.isAfter(span.to());
  }

  private static boolean wasLate(Line line) {
    var lateFrom = line.lateFrom();
    return switch (line.phase()) {
      case "met-late", "cut-short", "too-early" -> true;
      case "cancelled" -> line.dueAt() != null;
      case "running" -> lateFrom != null && !lateFrom.isAfter(ListTables.NOW);
      default -> false;
    };
  }
}
