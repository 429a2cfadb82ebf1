package io.caseclock.local.secondengine;

import io.caseclock.contract.Names;
import io.caseclock.pack.Alternative;
import io.caseclock.pack.Bound;
import io.caseclock.pack.CalendarYear;
import io.caseclock.pack.CalendarYear.NamedDay;
import io.caseclock.pack.Direction;
import io.caseclock.pack.Extension;
import io.caseclock.pack.Fact;
import io.caseclock.pack.LegalBasis;
import io.caseclock.pack.Level;
import io.caseclock.pack.MonthEnd;
import io.caseclock.pack.Pack;
import io.caseclock.pack.PrintedDocuments;
import io.caseclock.pack.Restart;
import io.caseclock.pack.Roll;
import io.caseclock.pack.Rule;
import io.caseclock.pack.RuleVersion;
import io.caseclock.pack.Term;
import io.caseclock.pack.Term.Unit;
import io.caseclock.pack.TermBounds;
import io.caseclock.pack.Tolling;
import io.caseclock.pack.Trigger;
import io.caseclock.pack.Trigger.Scope;
import io.caseclock.time.OfficeHours;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Makes up a rule and a calendar, both lawful and as odd as the format allows. */
final class RandomLaw {

  static final String RULE = "invented";
  private static final Names NAMES = new Names("虚构", "Invented");
  private static final LegalBasis BASIS = new LegalBasis("虚构法", "第一条", null, null, null, null);
  private static final List<Unit> DAYS =
      List.of(Unit.CALENDAR_DAYS, Unit.WORKING_DAYS, Unit.MONTHS, Unit.YEARS);
  private static final List<ZoneId> ZONES =
      List.of(ZoneId.of("Asia/Shanghai"), ZoneId.of("Europe/Rome"), ZoneId.of("America/New_York"));
  private static final List<String> LEVELS = List.of("low", "middle", "high", "court");
  private static final Map<String, Level> LADDER =
      Map.of(
          "low", new Level("low", "police", 1, NAMES),
          "middle", new Level("middle", "police", 2, NAMES),
          "high", new Level("high", "police", 3, NAMES),
          "court", new Level("court", "court", 3, NAMES));
  private static final Map<String, Fact> FACTS =
      Map.of("custody", new Fact("custody", NAMES, Set.of(true, false), false));

  private final Random random;

  RandomLaw(Random random) {
    this.random = random;
  }

  Pack pack() {
    return new Pack(
        RULE,
        "1",
        NAMES,
        one(ZONES),
        OfficeHours.USUAL,
        LADDER,
        Map.of(),
        FACTS,
        List.of(rule()),
        Map.of(),
        Map.of(),
        calendar(),
        "1",
        List.of(),
        List.of(),
        PrintedDocuments.NONE);
  }

  private Rule rule() {
    var direction =
        one(
            Direction.FORWARD,
            Direction.FORWARD,
            Direction.FORWARD,
            Direction.BACKWARD,
            Direction.RETENTION);
    var bound =
        direction == Direction.RETENTION || (direction == Direction.FORWARD && chance(20))
            ? Bound.MINIMUM
            : Bound.MAXIMUM;
    return new Rule(
        RULE,
        NAMES,
        "case",
        "authority",
        false,
        "from-memory",
        "ordinary",
        RULE,
        List.of(),
        bound == Bound.MAXIMUM && chance(20) ? Rule.BreachPolicy.LAPSE : Rule.BreachPolicy.ESCALATE,
        chance(10) ? Map.of("custody", Set.of(chance(50))) : Map.of(),
        direction,
        bound,
        direction != Direction.BACKWARD && chance(15) ? List.of("begun", "done") : List.of("begun"),
        List.of(),
        List.of(),
        List.of(new Trigger("done", scope())),
        chance(50) ? List.of(new Trigger("closed", scope())) : List.of(),
        null,
        one(Rule.Transition.values()),
        versions(direction == Direction.BACKWARD));
  }

  /** Newest first; a change of the law on some day, and before an oldest one there is none. */
  private List<RuleVersion> versions(boolean isBackward) {
    var change = LocalDate.of(2025, 10, 1).plusDays(below(500));
    return chance(85)
        ? List.of(version("only", LocalDate.of(2000, 1, 1), null, isBackward))
        : List.of(
            version("new", change, null, isBackward),
            version("old", change.minusDays(1 + below(400)), change.minusDays(1), isBackward));
  }

  private RuleVersion version(
      String id, LocalDate from, @Nullable LocalDate to, boolean isBackward) {
    var period = !isBackward && chance(15) ? new Term(1 + below(72), Unit.HOURS) : days();
    var isInHours = period.isInHours();
    return new RuleVersion(
        id,
        from,
        to,
        period,
        chance(10) ? bounds(period.unit()) : null,
        !isInHours && chance(20),
        one(MonthEnd.LAST_DAY, MonthEnd.CORRESPONDING_DAY),
        isInHours ? Roll.NONE : one(Roll.NONE, Roll.NEXT_WORKING_DAY, Roll.NONE_IF_IN_CUSTODY),
        isBackward ? List.of() : tolling(),
        isBackward ? List.of() : extensions(period),
        isBackward ? List.of() : restarts(),
        List.of(),
        chance(15) ? alternative(isInHours) : null,
        List.of(BASIS));
  }

  private Alternative alternative(boolean isInHours) {
    return isInHours
        ? new Alternative(new Term(1 + below(72), Unit.HOURS), null, null, null, "另一种理解", null)
        : new Alternative(
            days(),
            chance(50) ? one(Roll.values()) : null,
            chance(50) ? chance(50) : null,
            chance(50) ? one(MonthEnd.values()) : null,
            "另一种理解",
            null);
  }

  private Term days() {
    Term term = null;
    Unit last = null;
    for (var steps = chance(75) ? 1 : 2 + below(2); steps > 0; steps--) {
      var unit = one(DAYS);
      if (unit != last) {
        term = new Term(amount(unit), unit, term);
        last = unit;
      }
    }
    return term == null ? new Term(1, Unit.MONTHS) : term;
  }

  private int amount(Unit unit) {
    return 1
        + below(
            switch (unit) {
              case HOURS -> 72;
              case CALENDAR_DAYS -> 40;
              case WORKING_DAYS -> 15;
              case MONTHS -> 8;
              case YEARS -> 1;
            });
  }

  private TermBounds bounds(Unit unit) {
    return new TermBounds(new Term(3, unit), new Term(10, unit));
  }

  private List<Tolling> tolling() {
    List<Tolling> pairs = new ArrayList<>();
    if (chance(50)) {
      pairs.add(new Tolling(trigger("sent"), trigger("back"), NAMES));
    }
    if (chance(25)) {
      pairs.add(new Tolling(trigger("asked"), trigger("heard"), NAMES));
    }
    return pairs;
  }

  private List<Extension> extensions(Term period) {
    List<Extension> kinds = new ArrayList<>();
    for (var kind = chance(50) ? below(3) : 0; kind > 0; kind--) {
      var unit = period.isInHours() ? Unit.HOURS : chance(70) ? last(period) : one(DAYS);
      kinds.add(
          new Extension(
              new Term(amount(unit), unit),
              chance(10) ? Extension.UNLIMITED : 1 + below(2),
              chance(30) ? new Term(amount(unit) + amount(unit) + amount(unit), unit) : null,
              LEVELS.get(below(2)),
              NAMES,
              null));
    }
    return kinds;
  }

  private static Unit last(Term period) {
    return period.steps().getLast().unit();
  }

  private List<Restart> restarts() {
    return chance(25)
        ? List.of(new Restart(trigger(chance(70) ? "renewed" : "begun"), NAMES, "虚构法 第二条"))
        : List.of();
  }

  private Trigger trigger(String type) {
    return new Trigger(type, scope());
  }

  private Scope scope() {
    return chance(50) ? Scope.SUBJECT : Scope.CASE;
  }

  private List<CalendarYear> calendar() {
    var known = below(4);
    return IntStream.range(0, known).mapToObj(nth -> year(2025 + nth, nth == known - 1)).toList();
  }

  private CalendarYear year(int year, boolean isNewest) {
    Map<LocalDate, NamedDay> days = new HashMap<>();
    for (var holiday = below(5); holiday > 0; holiday--) {
      var first = LocalDate.of(year, 1, 1).plusDays(below(365));
      for (var length = 1 + below(8); length > 0; length--) {
        putInYear(days, year, first.plusDays(length), false);
      }
      putInYear(days, year, first.with(DayOfWeek.SATURDAY).minusWeeks(below(2)), true);
    }
    return new CalendarYear(year, "虚构通知", isNewest && chance(30), days);
  }

  private static void putInYear(
      Map<LocalDate, NamedDay> days, int year, LocalDate day, boolean isWorkingDay) {
    if (day.getYear() == year) {
      days.put(day, new NamedDay("虚构节", isWorkingDay));
    }
  }

  private boolean chance(int percent) {
    return below(100) < percent;
  }

  private int below(int bound) {
    return random.nextInt(bound);
  }

  @SafeVarargs
  private <T> T one(T... of) {
    return of[below(of.length)];
  }

  private <T> T one(List<T> of) {
    return of.get(below(of.size()));
  }
}
