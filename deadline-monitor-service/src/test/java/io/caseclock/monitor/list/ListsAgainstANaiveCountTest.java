package io.caseclock.monitor.list;

import static org.assertj.core.api.Assertions.assertThat;

import io.caseclock.contract.Names;
import io.caseclock.monitor.jdbc.JdbcListRows;
import io.caseclock.monitor.level.HiddenCases;
import io.caseclock.monitor.list.ListTables.Found;
import io.caseclock.monitor.list.ListTables.Line;
import io.caseclock.pack.FindingKind;
import io.caseclock.pack.Pack;
import io.caseclock.pack.file.PackFiles;
import io.caseclock.pack.file.PackReader;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Numbers, rows, order and pages of the lists over random rows, counted again one by one. */
@Timeout(60)
class ListsAgainstANaiveCountTest {

  private static final ListTables TABLES = new ListTables();
  private static final Pack PACK = PackReader.require(PackFiles.shipped("cn-public-security"));

  static final WatchedList CLOSING =
      new WatchedList(
          "closing",
          new Names("结案", "Closing"),
          Set.of("case"),
          List.of(new FindingKind("recorded", null), new FindingKind("recorded", "case")),
          false,
          List.of(),
          PACK);
  static final WatchedList PROPERTY =
      new WatchedList(
          "property",
          new Names("财物", "Property"),
          Set.of("property"),
          List.of(new FindingKind(null, "property")),
          false,
          List.of(),
          PACK);

  private final JdbcListRows rows = new JdbcListRows(TABLES.dataSource, HiddenCases.NONE);

  @BeforeEach
  void nothing() {
    TABLES.clear();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void the_numbers_of_each_list_and_unit_are_those_of_a_naive_count(long seed) {
    TABLES.fill(new Random(seed), 120);

    for (var unit : ListTables.UNITS) {
      var numbers = rows.numbers(List.of(CLOSING, PROPERTY), unit, ListTables.NOW);
      for (var list : List.of(CLOSING, PROPERTY)) {
        assertThat(numbers.getOrDefault(list.id(), ListNumbers.NONE))
            .describedAs(unit + " " + list.id())
            .isEqualTo(naiveNumbers(list, unit));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {11, 12, 13})
  void the_pages_hold_every_row_once_in_its_order_also_of_a_day_that_is_past(long seed) {
    TABLES.fill(new Random(seed), 120);

    for (var at : List.of(ListTables.NOW, ListTables.NOW.minus(Duration.ofDays(6)))) {
      for (var unit : ListTables.UNITS) {
        assertThat(paged(CLOSING, unit, at)).isEqualTo(naive(CLOSING, unit, at));
        assertThat(paged(PROPERTY, unit, at)).isEqualTo(naive(PROPERTY, unit, at));
      }
    }
  }

  private List<String> paged(WatchedList list, String unit, Instant at) {
    List<String> all = new ArrayList<>();
    var after = Place.START;
    List<ListRow> page;
    do {
      page = rows.rows(list, unit, at, after, 7);
      page.forEach(row -> all.add(row.id()));
      after = page.isEmpty() ? after : Place.parse(page.getLast().place().text());
    } while (page.size() == 7);
    return all;
  }

  private static ListNumbers naiveNumbers(WatchedList list, String unit) {
    var open =
        TABLES.lines.stream()
            .filter(line -> stands(line, list, unit, ListTables.NOW))
            .map(line -> grade(line, ListTables.NOW))
            .toList();
    var breached = open.stream().filter(Grade::isFault).count();
    var findings =
        TABLES.found.stream().filter(one -> stands(one, list, unit, ListTables.NOW)).count();
    return new ListNumbers(open.size() - breached, breached, findings);
  }

  private static List<String> naive(WatchedList list, String unit, Instant at) {
    List<Place> places = new ArrayList<>();
    TABLES.lines.stream()
        .filter(line -> stands(line, list, unit, at))
        .forEach(line -> places.add(place(line, at)));
    TABLES.found.stream()
        .filter(one -> stands(one, list, unit, at))
        .forEach(one -> places.add(new Place(Grade.FINDING, one.raisedAt(), one.id())));
    return places.stream()
        .sorted(
            Comparator.comparing(Place::grade)
                .thenComparing(Place::moment)
                .thenComparing(Place::id))
        .map(Place::id)
        .toList();
  }

  private static boolean stands(Line line, WatchedList list, String unit, Instant at) {
    return line.list().equals(list.id())
        && ListTables.isWithin(line.unit(), unit)
        && !line.startedAt().isAfter(at)
        && (line.endedAt() == null || line.endedAt().isAfter(at));
  }

  private static boolean stands(Found one, WatchedList list, String unit, Instant at) {
    return list.findings().stream().anyMatch(kind -> kind.covers(one.cause(), one.element()))
        && ListTables.isWithin(one.unit(), unit)
        && !one.raisedAt().isAfter(at)
        && (one.endedAt() == null || one.endedAt().isAfter(at));
  }

  private static Grade grade(Line line, Instant at) {
    var lateFrom = line.lateFrom();
    if (lateFrom != null && !lateFrom.isAfter(at)) {
      return Grade.valueOf("BREACHED_" + line.severity().toUpperCase(java.util.Locale.ROOT));
    }
    return line.phase().equals("paused") || lateFrom == null ? Grade.WAITING : Grade.AHEAD;
  }

  private static Place place(Line line, Instant at) {
    var grade = grade(line, at);
    var dueAt = line.dueAt();
    var moment = dueAt == null ? line.startedAt() : dueAt;
    return new Place(grade, moment, line.id().toString());
  }
}
