package io.caseclock.monitor.deadline;

import io.caseclock.contract.EventId;
import io.caseclock.contract.Names;
import io.caseclock.monitor.period.Due;
import io.caseclock.pack.Alternative;
import io.caseclock.pack.Bound;
import io.caseclock.pack.Direction;
import io.caseclock.pack.Extension;
import io.caseclock.pack.Fact;
import io.caseclock.pack.LegalBasis;
import io.caseclock.pack.MonthEnd;
import io.caseclock.pack.Pack;
import io.caseclock.pack.PrintedDocuments;
import io.caseclock.pack.Restart;
import io.caseclock.pack.Roll;
import io.caseclock.pack.Rule;
import io.caseclock.pack.RuleVersion;
import io.caseclock.pack.Term;
import io.caseclock.pack.TermBounds;
import io.caseclock.pack.Tolling;
import io.caseclock.pack.Trigger;
import io.caseclock.time.OfficeHours;
import io.caseclock.time.WorkingCalendar;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A rule made up for one test: it starts with {@code begun}, stops with {@code done}, never rolls,
 * and has nothing else unless the test says so.
 */
final class InventedRule {

  static final String LONG_AFTER = "2030-01-01 00:00";
  private static final Names NAMES = new Names("虚构", "Invented");
  private static final LegalBasis BASIS = new LegalBasis("虚构法", "第一条", null, null, null, null);

  private final List<RuleVersion> olderVersions = new ArrayList<>();
  private final List<Tolling> tolling = new ArrayList<>();
  private final List<Extension> extensions = new ArrayList<>();
  private final List<Restart> restarts = new ArrayList<>();
  private final List<Trigger> cancels = new ArrayList<>();
  private final Map<String, Set<Object>> when = new HashMap<>();
  private MonthEnd monthEnd = MonthEnd.CORRESPONDING_DAY;
  private Term period;
  private @Nullable TermBounds bounds;
  private LocalDate from = LocalDate.of(2000, 1, 1);
  private List<String> starts = List.of("begun");
  private List<Trigger> stops = List.of(new Trigger("done", Trigger.Scope.SUBJECT));
  private Roll roll = Roll.NONE;
  private Direction direction = Direction.FORWARD;
  private Bound bound = Bound.MAXIMUM;
  private Rule.BreachPolicy breach = Rule.BreachPolicy.ESCALATE;
  private boolean startDayCounts;
  private Rule.Transition transition = Rule.Transition.GRANDFATHERED;
  private @Nullable Alternative alternative;

  private InventedRule(Term period) {
    this.period = period;
  }

  static InventedRule lasting(String period) {
    return new InventedRule(Term.parse(period));
  }

  /** What has begun takes the new law as soon as it is in force. */
  InventedRule takingTheNewLawAtOnce() {
    transition = Rule.Transition.IMMEDIATE;
    return this;
  }

  InventedRule rolling(Roll how) {
    roll = how;
    return this;
  }

  InventedRule countingTheFirstDay() {
    startDayCounts = true;
    return this;
  }

  InventedRule backward() {
    direction = Direction.BACKWARD;
    return this;
  }

  InventedRule asMinimum() {
    bound = Bound.MINIMUM;
    return this;
  }

  /** Not a duty but a right, which ends unless it is used. */
  InventedRule thatLapses() {
    breach = Rule.BreachPolicy.LAPSE;
    return this;
  }

  InventedRule startedBy(String... types) {
    starts = List.of(types);
    return this;
  }

  InventedRule stoppedBy(String type, Trigger.Scope scope) {
    stops = List.of(new Trigger(type, scope));
    return this;
  }

  InventedRule cancelledBy(String type) {
    cancels.add(new Trigger(type, Trigger.Scope.CASE));
    return this;
  }

  InventedRule pausedBetween(String begin, String end) {
    tolling.add(
        new Tolling(
            new Trigger(begin, Trigger.Scope.CASE), new Trigger(end, Trigger.Scope.CASE), NAMES));
    return this;
  }

  InventedRule restartedBy(String type, Trigger.Scope scope) {
    restarts.add(new Restart(new Trigger(type, scope), NAMES, "虚构法 第二条"));
    return this;
  }

  InventedRule extendable(String adds, int times, @Nullable String total, String level) {
    extensions.add(
        new Extension(
            Term.parse(adds), times, total == null ? null : Term.parse(total), level, NAMES, null));
    return this;
  }

  InventedRule ofAtMost(String term) {
    bounds = new TermBounds(null, Term.parse(term));
    return this;
  }

  InventedRule monthsEndOnTheLastDay() {
    monthEnd = MonthEnd.LAST_DAY;
    return this;
  }

  InventedRule when(String fact, Object... values) {
    when.put(fact, Set.of(values));
    return this;
  }

  InventedRule readOtherwiseAs(String otherPeriod) {
    alternative = new Alternative(Term.parse(otherPeriod), null, null, null, "另一种理解", null);
    return this;
  }

  /** What was said so far held up to the day before; from that day another period is in force. */
  InventedRule sinceLasting(String day, String otherPeriod) {
    var since = LocalDate.parse(day);
    olderVersions.add(version("old", since.minusDays(1)));
    from = since;
    period = Term.parse(otherPeriod);
    return this;
  }

  private RuleVersion version(String id, @Nullable LocalDate to) {
    return new RuleVersion(
        id,
        from,
        to,
        period,
        bounds,
        startDayCounts,
        monthEnd,
        roll,
        tolling,
        extensions,
        restarts,
        List.of(),
        alternative,
        List.of(BASIS));
  }

  Engine engine() {
    return engineIn(ZoneId.of("Asia/Shanghai"));
  }

  Engine engineIn(ZoneId zone) {
    List<RuleVersion> versions = new ArrayList<>();
    versions.add(version("new", null));
    versions.addAll(olderVersions);
    var rule =
        new Rule(
            "invented",
            NAMES,
            "case",
            "authority",
            false,
            "from-memory",
            "ordinary",
            "invented",
            List.of(),
            breach,
            when,
            direction,
            bound,
            starts,
            List.of(),
            List.of(),
            stops,
            cancels,
            null,
            transition,
            versions);
    var pack =
        new Pack(
            "invented",
            "1",
            NAMES,
            zone,
            OfficeHours.USUAL,
            ShippedPack.PACK.levels(),
            Map.of(),
            Map.of(
                "custody", new Fact("custody", NAMES, Set.of(true, false), false),
                "kind", new Fact("kind", NAMES, Set.of("ordinary", "grave"), "ordinary")),
            List.of(rule),
            Map.of(),
            Map.of(),
            ShippedPack.PACK.calendar(),
            "1",
            List.of(),
            List.of(),
            PrintedDocuments.NONE);
    return new Engine(RuleBook.of(pack), WorkingCalendar.of(pack));
  }

  /** Every deadline that the story gives, long after it. */
  List<Deadline> all(Story story) {
    return engine().explain(story.timeline(), story.instant(LONG_AFTER));
  }

  /** The one deadline that the story gives, long after it. */
  Deadline after(Story story) {
    return after(story, LONG_AFTER);
  }

  Deadline after(Story story, String now) {
    return only(engine().explain(story.timeline(), story.instant(now)));
  }

  /** The last day, exact or not, of the one deadline. */
  LocalDate lastDay(Story story) {
    return due(after(story)).on();
  }

  static Due due(Deadline deadline) {
    return deadline
        .state()
        .whenDue()
        .orElseThrow(() -> new AssertionError("not due: " + deadline.state()));
  }

  static Deadline of(String subject, List<Deadline> deadlines) {
    return only(
        deadlines.stream()
            .filter(deadline -> deadline.key().subject().toString().equals(subject))
            .toList());
  }

  static Instant shanghai(String localTime) {
    return Story.ofTheCase().instant(localTime);
  }

  static EventId told(int nth) {
    return new EventId("urn:precinct:x01", "e" + nth);
  }

  private static Deadline only(List<Deadline> deadlines) {
    if (deadlines.size() != 1) {
      throw new AssertionError("expected one deadline, not " + deadlines.size());
    }
    return deadlines.getFirst();
  }
}
