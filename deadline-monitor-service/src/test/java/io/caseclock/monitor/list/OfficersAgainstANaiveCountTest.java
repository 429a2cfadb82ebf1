package io.caseclock.monitor.list;

import static org.assertj.core.api.Assertions.assertThat;

import io.caseclock.monitor.jdbc.JdbcOfficerCounts;
import io.caseclock.monitor.list.ListTables.Found;
import io.caseclock.monitor.list.ListTables.Line;
import io.caseclock.monitor.list.OfficerCounts.Asked;
import io.caseclock.monitor.list.OfficerCounts.By;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Loads and repetitions over random rows, counted again one by one. */
@Timeout(60)
class OfficersAgainstANaiveCountTest {

  private static final ListTables TABLES = new ListTables();
  private static final WatchedList LIST = ListsAgainstANaiveCountTest.CLOSING;
  private static final LocalDate FROM = LocalDate.of(2026, 7, 1);
  private static final LocalDate TO = LocalDate.of(2026, 7, 10);

  private final JdbcOfficerCounts counts = new JdbcOfficerCounts(TABLES.dataSource);

  private record Key(String unit, @Nullable String officer) {}

  @BeforeEach
  void nothing() {
    TABLES.clear();
  }

  @ParameterizedTest
  @ValueSource(longs = {21, 22, 23, 24})
  void the_loads_are_those_of_a_naive_count(long seed) {
    TABLES.fill(new Random(seed), 200);

    for (var unit : ListTables.UNITS) {
      for (var by : By.values()) {
        var asked = asked(unit, by);
        assertThat(loads(asked)).containsExactlyInAnyOrderElementsOf(naive(asked));
      }
    }
  }

  @Test
  void what_the_same_officer_does_twice_is_a_repetition_and_what_two_do_once_is_none() {
    late("R11", "O1", "rule-1");
    late("R11", "O1", "rule-1");
    late("R11", "O2", "rule-1");
    late("R11", "O2", "rule-2");
    late("R12", "O1", "rule-1");
    late("R11", null, "rule-3");
    late("R11", null, "rule-3");

    var officers = asked("R1", By.OFFICER);
    var units = asked("R1", By.UNIT);

    assertThat(counts.repeats(officers, loads(officers)))
        .containsExactly(new RepeatedKind("R11", "O1", "rule-1", null, 2, 1));
    assertThat(counts.repeats(units, loads(units)))
        .containsExactly(new RepeatedKind("R11", null, "rule-1", null, 2, 1));
  }

  @Test
  void what_was_recorded_and_proved_wrong_is_nobodys_mistake() {
    TABLES.add(
        new Found(
            "C1",
            "finding:x",
            "R11",
            "O1",
            "recorded",
            "case",
            ListTables.NOW.minusSeconds(9),
            null));
    assertThat(loads(asked("R", By.OFFICER)))
        .containsExactly(new OfficerLoad("R11", "O1", 0, 0, 1, 1, 1));

    TABLES.clear();
    TABLES.add(
        new Found(
            "C1",
            "finding:x",
            "R11",
            "O1",
            "recorded",
            "case",
            ListTables.NOW.minusSeconds(9),
            ListTables.NOW));

    assertThat(loads(asked("R", By.OFFICER))).isEmpty();
  }

  /** Of all at once, which is what both questions together tell of each alone. */
  private List<OfficerLoad> loads(Asked asked) {
    var dues = counts.dues(asked);
    var loads = counts.loads(asked, dues);
    assertThat(loads.stream().map(OfficersAgainstANaiveCountTest::due))
        .containsExactlyInAnyOrderElementsOf(dues);
    assertThat(dues.stream().limit(5).flatMap(due -> counts.loads(asked, List.of(due)).stream()))
        .allMatch(loads::contains)
        .hasSize(Math.min(5, dues.size()));
    return loads;
  }

  private static OfficerDue due(OfficerLoad load) {
    return new OfficerDue(load.unit(), load.officer(), load.due(), load.breached());
  }

  private static Asked asked(String unit, By by) {
    return new Asked(LIST, unit, FROM, TO, by, Set.of("rule-0"), ListTables.NOW);
  }

  private static List<OfficerLoad> naive(Asked asked) {
    var lines = TABLES.lines.stream().filter(line -> counts(line, asked)).toList();
    var found = TABLES.found.stream().filter(one -> counts(one, asked)).toList();
    Set<Key> keys = new LinkedHashSet<>();
    Stream.concat(
            lines.stream().map(line -> key(line.unit(), line.officer(), asked)),
            found.stream().map(one -> key(one.unit(), one.officer(), asked)))
        .forEach(keys::add);
    List<OfficerLoad> loads = new ArrayList<>();
    for (var key : keys) {
      var own =
          lines.stream()
              .filter(line -> key(line.unit(), line.officer(), asked).equals(key))
              .toList();
      var faults =
          found.stream().filter(one -> key(one.unit(), one.officer(), asked).equals(key)).toList();
      Set<String> cases = new HashSet<>();
      own.forEach(line -> cases.add(line.caseId()));
      faults.forEach(one -> cases.add(one.caseId()));
      loads.add(
          new OfficerLoad(
              key.unit(),
              key.officer(),
              own.size(),
              own.stream().filter(OfficersAgainstANaiveCountTest::isLate).count(),
              cases.size(),
              faults.stream().map(Found::caseId).distinct().count(),
              faults.size()));
    }
    return loads;
  }

  private static Key key(String unit, @Nullable String officer, Asked asked) {
    return new Key(unit, asked.by() == By.UNIT ? null : officer);
  }

  private static boolean counts(Line line, Asked asked) {
    var on = line.countedOn();
    return on != null
        && !on.isBefore(FROM)
        && !on.isAfter(TO)
        && line.element().equals("case")
        && !line.rule().equals("rule-0")
        && ListTables.isWithin(line.unit(), asked.unit());
  }

  private static boolean counts(Found one, Asked asked) {
    var on = one.raisedAt().atZone(ListTables.ZONE).toLocalDate();
    return one.cause().equals("recorded")
        && one.endedAt() == null
        && !on.isBefore(FROM)
        && !on.isAfter(TO)
        && ListTables.isWithin(one.unit(), asked.unit());
  }

  private static boolean isLate(Line line) {
    var lateFrom = line.lateFrom();
    return line.phase().equals("met-late")
        || (line.phase().equals("running")
            && lateFrom != null
            && !lateFrom.isAfter(ListTables.NOW));
  }

  private static void late(String unit, @Nullable String officer, String rule) {
    var due = ListTables.NOW.minusSeconds(86_400);
    TABLES.add(
        new Line(
            "C1",
            UUID.randomUUID(),
            rule,
            "closing",
            "case",
            unit,
            officer,
            "grave",
            "running",
            due.minusSeconds(86_400),
            due,
            due,
            null,
            Objects.requireNonNull(due).atZone(ListTables.ZONE).toLocalDate()));
  }
}
