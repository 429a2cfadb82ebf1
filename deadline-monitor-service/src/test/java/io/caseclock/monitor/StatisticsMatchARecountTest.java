package io.caseclock.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import io.caseclock.contract.CaseEvent;
import io.caseclock.contract.DeadlineCounts;
import io.caseclock.contract.EventId;
import io.caseclock.contract.Subject;
import io.caseclock.monitor.alarm.SweepDue;
import io.caseclock.monitor.deadline.Deadline;
import io.caseclock.monitor.deadline.DeadlineState;
import io.caseclock.monitor.jdbc.JdbcDueDeadlines;
import io.caseclock.monitor.jdbc.JdbcRollUps;
import io.caseclock.monitor.jdbc.JdbcStatistics;
import io.caseclock.monitor.jdbc.JdbcWatchedCases;
import io.caseclock.monitor.law.Law;
import io.caseclock.monitor.level.HiddenCases;
import io.caseclock.monitor.statistics.DeadlineStatistics;
import io.caseclock.monitor.statistics.Group;
import io.caseclock.monitor.statistics.Grouping;
import io.caseclock.monitor.statistics.Knowledge;
import io.caseclock.monitor.statistics.Question;
import io.caseclock.monitor.statistics.RollUps;
import io.caseclock.monitor.statistics.Span;
import io.caseclock.monitor.statistics.Today;
import io.caseclock.monitor.watch.CaseEvaluator;
import io.caseclock.monitor.watch.EvaluateDueCases;
import io.caseclock.monitor.watch.TakeInEvents;
import io.caseclock.pack.Bound;
import io.caseclock.pack.file.PackFiles;
import io.caseclock.pack.file.PackReader;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Every number beside a naive recount of the raw events: on random histories that move, withdraw,
 * hand over, pause, extend, come late and out of order, or are loaded as history.
 */
class StatisticsMatchARecountTest {

  private static final Law LAW =
      new Law(List.of(PackReader.require(PackFiles.shipped("cn-public-security"))));
  private static final ZoneId ZONE = LAW.zone();
  private static final LocalDate FIRST = LocalDate.parse("2026-02-02");
  private static final int DAYS = 70;
  private static final int CASES = 30;
  private static final List<String> UNITS = List.of("X01", "X0101", "X0102");
  private static final Map<String, List<String>> BELOW =
      Map.of("X01", UNITS, "X0101", List.of("X0101"), "X0102", List.of("X0102"));

  private final DataSource dataSource = MonitorDatabase.fresh();
  private final DeadlineStatistics statistics = new JdbcStatistics(dataSource, HiddenCases.NONE);
  private final RollUps rollUps = new JdbcRollUps(dataSource);
  private final Map<String, List<CaseEvent>> known = new LinkedHashMap<>();
  private final Map<Asked, Map<String, DeadlineCounts>> asKnownThen = new HashMap<>();
  private final Set<String> warned = new HashSet<>();
  private Instant now = Instant.EPOCH;

  private record Asked(String unit, Span span, Grouping by) {}

  /** What one deadline adds to the numbers of its day. */
  private record Counted(Deadline deadline, LocalDate on, DeadlineCounts counts) {}

  @BeforeEach
  void aSmallBureau() throws SQLException {
    for (var unit : UNITS) {
      var path = unit.equals("X01") ? "/X01/" : "/X01/" + unit + "/";
      execute(
          "insert into unit (id, parent, name_zh, name_en, kind, path) values ('%s', %s, '示例',"
                  .formatted(unit, unit.equals("X01") ? "null" : "'X01'")
              + " 'Sample', 'station', '%s')".formatted(path));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 3})
  void every_number_is_what_a_recount_gives_and_what_was_known_then_stays(int seed)
      throws SQLException {
    var random = new Random(seed);
    var pending = histories(random);
    for (var day = FIRST; day.isBefore(FIRST.plusDays(DAYS)); day = day.plusDays(1)) {
      pass(day, pending, random);
      if (random.nextInt(3) > 0) {
        rollUps.addUp(random.nextInt(40) + 1);
      }
      rememberWhatEndsWith(day);
    }
    var wholeTime = new Span(FIRST.minusDays(200), FIRST.plusDays(160));
    comparedWithRecount(wholeTime);
    comparedWithRecount(new Span(LocalDate.parse("2026-02-10"), LocalDate.parse("2026-04-20")));
    asKnownThen.forEach(
        (asked, counts) ->
            assertThat(told(asked, Knowledge.THEN)).as("then of %s", asked).isEqualTo(counts));
    var before = told(new Asked("X01", wholeTime, Grouping.OFFICER), Knowledge.NOW);

    rollUps.rebuild(now);

    comparedWithRecount(wholeTime);
    assertThat(told(new Asked("X01", wholeTime, Grouping.OFFICER), Knowledge.NOW))
        .isEqualTo(before);
    asKnownThen.forEach(
        (asked, counts) ->
            assertThat(told(asked, Knowledge.THEN)).as("then of %s", asked).isEqualTo(counts));
  }

  @Test
  void a_unit_that_moves_takes_its_numbers_along() throws SQLException {
    var pending = histories(new Random(5));
    for (var day = FIRST; day.isBefore(FIRST.plusDays(30)); day = day.plusDays(1)) {
      pass(day, pending, new Random(5));
    }
    rollUps.rebuild(now);
    var asked = new Asked("X01", new Span(FIRST, FIRST.plusDays(60)), Grouping.LIST);
    var before = sum(told(asked, Knowledge.NOW));
    var moved = sum(told(new Asked("X0102", asked.span(), Grouping.LIST), Knowledge.NOW));
    assertThat(rollUps.areBuilt()).isTrue();
    execute("update unit set parent = null, path = '/X0102/' where id = 'X0102'");
    assertThat(rollUps.areBuilt()).isFalse();

    rollUps.rebuild(now);

    assertThat(rollUps.areBuilt()).isTrue();
    assertThat(sum(told(asked, Knowledge.NOW)).plus(moved)).isEqualTo(before);
  }

  private void comparedWithRecount(Span span) {
    var counted = counted();
    for (var by : Grouping.values()) {
      for (var unit : UNITS) {
        var asked = new Asked(unit, span, by);
        assertThat(told(asked, Knowledge.NOW))
            .as("now of %s", asked)
            .isEqualTo(recount(asked, counted));
      }
    }
    for (var unit : UNITS) {
      assertThat(statistics.lastBreaches(unit, span, Today.of(LAW, now)))
          .as("last breaches below %s", unit)
          .isEqualTo(lastOfAllDays(unit, span));
    }
    assertThat(sum(told(new Asked("X01", span, Grouping.UNIT), Knowledge.NOW)))
        .isEqualTo(sum(told(new Asked("X01", span, Grouping.MONTH), Knowledge.NOW)))
        .satisfies(StatisticsMatchARecountTest::everythingHappened);
  }

  /** Else the comparison says little. */
  private static void everythingHappened(DeadlineCounts all) {
    assertThat(all.metInTime()).isPositive();
    assertThat(all.metLate()).isPositive();
    assertThat(all.overdueOpen()).isPositive();
    assertThat(all.warned()).isPositive();
    assertThat(all.extended()).isPositive();
    assertThat(all.cancelled()).isPositive();
    assertThat(all.lateData()).isPositive();
  }

  private static DeadlineCounts sum(Map<String, DeadlineCounts> counts) {
    return counts.values().stream().reduce(DeadlineCounts.NONE, DeadlineCounts::plus);
  }

  /** The last instant of a day: what is known of spans that end with it is known then. */
  private void rememberWhatEndsWith(LocalDate day) throws SQLException {
    now = day.plusDays(1).atStartOfDay(ZONE).toInstant();
    sweep();
    var counted = counted();
    for (var by : Grouping.values()) {
      for (var span : List.of(new Span(day, day), new Span(day.minusDays(9), day), month(day))) {
        if (!by.isTime() || span.days() == 1) {
          var asked = new Asked("X01", span, by);
          asKnownThen.put(asked, recount(asked, counted));
        }
      }
    }
    now = day.plusDays(1).atStartOfDay(ZONE).toInstant().plusMillis(1);
  }

  private static Span month(LocalDate day) {
    return new Span(day.withDayOfMonth(1), day);
  }

  private void pass(LocalDate day, List<CaseEvent> pending, Random random) throws SQLException {
    for (var hour : List.of(3, 11, 20)) {
      now = day.atStartOfDay(ZONE).toInstant().plus(Duration.ofHours(hour));
      var accepted = now;
      var arrived =
          pending.stream().filter(event -> !event.acceptedAt().isAfter(accepted)).toList();
      pending.removeAll(arrived);
      List<CaseEvent> shuffled = new ArrayList<>(arrived);
      Collections.shuffle(shuffled, random);
      for (var event : shuffled) {
        known.computeIfAbsent(event.caseId(), any -> new ArrayList<>()).add(event);
      }
      if (!shuffled.isEmpty()) {
        new TakeInEvents(cases(), evaluator(), () -> now).take(shuffled);
      }
      sweep();
    }
  }

  private void sweep() throws SQLException {
    var evaluate = new EvaluateDueCases(cases(), evaluator(), () -> now);
    var sweep = new SweepDue(new JdbcDueDeadlines(dataSource), LAW, () -> now, 50);
    var more = true;
    while (more) {
      more = evaluate.evaluateBatch();
    }
    more = true;
    while (more) {
      more = sweep.sweepBatch();
    }
    warned.addAll(
        column("select headers ->> 'ce_id' from outbox where type = 'deadline-approaching'"));
  }

  private JdbcWatchedCases cases() {
    return new JdbcWatchedCases(dataSource);
  }

  private static CaseEvaluator evaluator() {
    return new CaseEvaluator(LAW, Duration.ZERO);
  }

  private Map<String, DeadlineCounts> told(Asked asked, Knowledge knowledge) {
    var question =
        new Question(asked.unit(), asked.span(), List.of(asked.by()), knowledge, Set.of());
    Map<String, DeadlineCounts> told = new TreeMap<>();
    for (Group group : statistics.groups(question, Today.of(LAW, now))) {
      told.put(group.key(), group.counts());
    }
    return told;
  }

  private Map<String, LocalDate> lastOfAllDays(String unit, Span span) {
    var question = Question.now(unit, span, Grouping.UNIT, Grouping.DAY);
    Map<String, LocalDate> last = new TreeMap<>();
    for (Group group : statistics.groups(question, Today.of(LAW, now))) {
      if (group.counts().breached() > 0) {
        last.put(group.key(), LocalDate.parse(group.keys().getLast()));
      }
    }
    return last;
  }

  /** From the raw events alone, as of now. */
  private List<Counted> counted() {
    Set<String> ids = new HashSet<>();
    warned.forEach(id -> ids.add(id.substring(0, id.indexOf(':'))));
    List<Counted> counted = new ArrayList<>();
    known.forEach(
        (caseId, events) -> {
          for (var deadline : LAW.evaluate(LAW.timeline(caseId, events), now)) {
            var on = day(deadline.state());
            if (on != null) {
              var isWarned = ids.contains(deadline.key().id().toString());
              counted.add(new Counted(deadline, on, one(deadline, events, isWarned)));
            }
          }
        });
    return counted;
  }

  private static Map<String, DeadlineCounts> recount(Asked asked, List<Counted> counted) {
    Map<String, DeadlineCounts> counts = new TreeMap<>();
    for (var one : counted) {
      var unit = one.deadline().responsible().unit();
      if (!one.on().isBefore(asked.span().from())
          && !one.on().isAfter(asked.span().to())
          && BELOW.getOrDefault(asked.unit(), List.of()).contains(unit)) {
        var key = key(one.deadline(), one.on(), asked.by());
        counts.merge(key, one.counts(), DeadlineCounts::plus);
      }
    }
    return counts;
  }

  private static @Nullable LocalDate day(DeadlineState state) {
    return switch (state) {
      case DeadlineState.Paused paused -> null;
      case DeadlineState.CutShort cut -> LocalDate.ofInstant(cut.at(), ZONE);
      case DeadlineState.Cancelled cancelled when !cancelled.wasLate() ->
          LocalDate.ofInstant(cancelled.at(), ZONE);
      default -> state.whenDue().orElseThrow().on();
    };
  }

  private static String key(Deadline deadline, LocalDate on, Grouping by) {
    var officer = deadline.responsible().officer();
    return switch (by) {
      case UNIT -> deadline.responsible().unit();
      case RULE -> deadline.rule().id();
      case LIST -> deadline.rule().list();
      case ELEMENT -> deadline.rule().element();
      case OFFICER -> officer == null ? "" : officer;
      case DAY -> on.toString();
      case WEEK -> on.minusDays(on.getDayOfWeek().getValue() - 1L).toString();
      case MONTH -> on.withDayOfMonth(1).toString();
    };
  }

  private static DeadlineCounts one(Deadline deadline, List<CaseEvent> events, boolean isWarned) {
    var state = deadline.state();
    var met = state instanceof DeadlineState.Met;
    var metLate = state instanceof DeadlineState.MetLate;
    var overdue = state instanceof DeadlineState.Breached;
    var open = state instanceof DeadlineState.Running;
    var cancelled = state instanceof DeadlineState.Cancelled;
    var cutShort = state instanceof DeadlineState.CutShort;
    var lapsed = state instanceof DeadlineState.Lapsed;
    var late = metLate || overdue || cutShort || (cancelled && state.isLate());
    var due = met || late || open || lapsed;
    return new DeadlineCounts(
        count(due),
        count(met),
        count(metLate),
        count(late),
        count(open),
        count(overdue),
        count(isWarned),
        count(isExtended(deadline, events)),
        count(cancelled),
        count(lapsed),
        count(late),
        count(met && isEnteredLate(deadline, events)),
        0);
  }

  private static long count(boolean holds) {
    return holds ? 1 : 0;
  }

  /** An approval had a part in the result. */
  private static boolean isExtended(Deadline deadline, List<CaseEvent> events) {
    return events.stream()
        .filter(event -> event.type().equals("extension-approved"))
        .anyMatch(event -> deadline.contributors().contains(event.eventId()));
  }

  private static boolean isEnteredLate(Deadline deadline, List<CaseEvent> events) {
    if (deadline.rule().bound() == Bound.MINIMUM) {
      return false;
    }
    var last =
        events.stream()
            .filter(event -> event.eventId().equals(deadline.contributors().getLast()))
            .findFirst();
    var due = deadline.state().whenDue().orElseThrow();
    return last.filter(event -> !event.isHistory())
        .filter(event -> !event.acceptedAt().isBefore(due.lateFrom()))
        .isPresent();
  }

  /** All events of all cases, in any order, each with the instant at which it is accepted. */
  private static List<CaseEvent> histories(Random random) {
    List<CaseEvent> all = new ArrayList<>();
    for (var number = 0; number < CASES; number++) {
      all.addAll(history("A99" + String.format("%05d", number), random));
    }
    return all;
  }

  private static List<CaseEvent> history(String caseId, Random random) {
    var stations = List.of("X0101", "X0102");
    var unit = stations.get(random.nextInt(2));
    var started = FIRST.atStartOfDay(ZoneOffset.UTC).toInstant();
    var at = started.plus(Duration.ofHours(random.nextInt(24 * 40)));
    var isOld = random.nextInt(5) == 0;
    if (isOld) {
      at = at.minus(Duration.ofDays(90));
    }
    var until = isOld ? started.plus(Duration.ofDays(10)) : null;
    List<CaseEvent> events = new ArrayList<>();
    var kinds =
        Stream.of(
                "case-accepted",
                "case-filed",
                "appraisal-commissioned",
                "appraisal-opinion-received",
                "extension-approved",
                "case-assigned",
                "property-measure-taken",
                "property-registered",
                "facts-stated",
                "decision-made",
                "case-closed",
                "casefile-assembled",
                "casefile-archived")
            .filter(type -> type.equals("extension-approved") || random.nextInt(5) > 0)
            .toList();
    for (var type : kinds) {
      var subject =
          type.startsWith("property")
              ? Subject.parse("property/P-" + caseId)
              : Subject.ofCase(caseId);
      var known = at.plus(lag(random));
      var earliest = started.plus(Duration.ofHours(1));
      events.add(
          new CaseEvent(
              new EventId("urn:precinct:x01", caseId + "-" + events.size()),
              type,
              subject,
              caseId,
              at,
              known.isBefore(earliest) ? earliest : known,
              null,
              type.equals("case-assigned") ? stations.get(random.nextInt(2)) : unit,
              random.nextInt(4) == 0 ? null : "O" + random.nextInt(3),
              null,
              until,
              data(type, random)));
      at = at.plus(Duration.ofHours(1 + random.nextInt(random.nextBoolean() ? 12 : 24 * 6)));
    }
    if (!events.isEmpty() && random.nextInt(4) == 0) {
      events.add(withdrawal(events.get(random.nextInt(events.size())), random));
    }
    return events;
  }

  private static CaseEvent withdrawal(CaseEvent event, Random random) {
    return new CaseEvent(
        new EventId("urn:precinct:x01", event.eventId().id() + "-w"),
        "event-withdrawn",
        Subject.ofCase(event.caseId()),
        event.caseId(),
        event.occurredAt(),
        event.acceptedAt().plus(Duration.ofHours(random.nextInt(24 * 20))),
        null,
        event.unit(),
        null,
        Map.of(
            "source",
            event.eventId().source(),
            "id",
            event.eventId().id(),
            "reason",
            "entered by mistake"));
  }

  /** Most are sent at once, some days later. */
  private static Duration lag(Random random) {
    return random.nextInt(3) > 0 ? Duration.ofSeconds(5) : Duration.ofHours(random.nextInt(24 * 8));
  }

  private static Map<String, Object> data(String type, Random random) {
    return switch (type) {
      case "extension-approved" ->
          Map.of("rule", "public-security-case-handling", "adds", "P30D", "level", "city");
      case "facts-stated" -> Map.of("facts", Map.of("custody", random.nextBoolean()));
      case "case-assigned" -> Map.of("reason", "sample");
      case "case-filed" -> Map.of("facts", Map.of("caseKind", "public-security"));
      default -> Map.of();
    };
  }

  private List<String> column(String query) throws SQLException {
    try (var connection = dataSource.getConnection();
        var statement = connection.createStatement();
        var rows = statement.executeQuery(query)) {
      List<String> found = new ArrayList<>();
      while (rows.next()) {
        found.add(rows.getString(1));
      }
      return found;
    }
  }

  private void execute(String text) throws SQLException {
    try (var connection = dataSource.getConnection();
        var statement = connection.createStatement()) {
      statement.execute(text);
    }
  }
}
