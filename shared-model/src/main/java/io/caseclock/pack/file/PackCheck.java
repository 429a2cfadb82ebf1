package io.caseclock.pack.file;

import static java.util.stream.Collectors.toSet;

import io.caseclock.contract.BuiltInTypes;
import io.caseclock.contract.UnitKind;
import io.caseclock.pack.Bound;
import io.caseclock.pack.Direction;
import io.caseclock.pack.Pack;
import io.caseclock.pack.Roll;
import io.caseclock.pack.Rule;
import io.caseclock.pack.RuleVersion;
import io.caseclock.pack.Trigger;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Checks what one rule cannot see alone: that everything it names is declared and fits. */
final class PackCheck {

  private static final String EVENTS = "events.yaml";

  private final PackReader.LocatedPack located;
  private final Pack pack;
  private final Mistakes mistakes;
  private final Set<String> ruleIds;

  PackCheck(PackReader.LocatedPack located, Mistakes mistakes) {
    this.located = located;
    this.pack = located.pack();
    this.mistakes = mistakes;
    this.ruleIds = pack.rules().stream().map(Rule::id).collect(toSet());
  }

  void check() {
    Set<String> ids = new HashSet<>();
    for (var rule : located.rules()) {
      if (isSaid(rule.rule().id()) && !ids.add(rule.rule().id())) {
        rule.place().mistake("id", "the rule '" + rule.rule().id() + "' stands twice");
      }
      checkNames(rule.rule(), rule.place());
      if (rule.isRead()) {
        checkShape(rule.rule(), rule.place());
        rule.rule().versions().forEach(version -> checkVersion(version, rule.place()));
      }
    }
    located.eventTypes().forEach(this::checkEventType);
    checkExamples();
  }

  private void checkEventType(YamlObject place) {
    var type = pack.eventTypes().get(place.textOr("type", ""));
    if (type == null) {
      return;
    }
    if (BuiltInTypes.ALL.contains(type.type())) {
      place.mistake("type", "'" + type.type() + "' is built in and not declared again");
    }
    checkElement(type.element(), place);
    if (!UnitKind.wires().containsAll(type.reportedBy())) {
      place.mistake("reported-by", "the kinds of units are " + UnitKind.wires());
    }
    if (type.opens() && !type.reportedBy().isEmpty()) {
      place.mistake("reported-by", "an event that opens a case comes from its own unit");
    }
  }

  private static void checkElement(String element, YamlObject place) {
    if (isSaid(element) && !Rule.ELEMENTS.contains(element)) {
      place.mistake(
          "element",
          "the element should be one of "
              + Rule.ELEMENTS.stream().sorted().toList()
              + Nearest.hint(element, Rule.ELEMENTS));
    }
  }

  /** A rule that nobody has ever worked out by hand is not to be trusted. */
  private void checkExamples() {
    var isReadWell = !mistakes.isIn(ExampleReader.FILE);
    Set<String> worked = new HashSet<>();
    Set<String> ids = new HashSet<>();
    for (var example : located.examples()) {
      worked.add(example.rule());
      if (isSaid(example.id()) && !ids.add(example.id())) {
        mistakes.add(
            ExampleReader.FILE, example.line(), "the example '" + example.id() + "' stands twice");
      }
      if (!ruleIds.contains(example.rule()) && areAllRulesNamed()) {
        mistakes.add(
            ExampleReader.FILE,
            example.line(),
            "the example '"
                + example.id()
                + "' names no rule of the pack: "
                + example.rule()
                + Nearest.hint(example.rule(), ruleIds));
      }
    }
    for (var rule : located.rules()) {
      if (isReadWell && isSaid(rule.rule().id()) && !worked.contains(rule.rule().id())) {
        rule.place()
            .mistake(
                "id",
                "missing example: no row of examples.csv works out '" + rule.rule().id() + "'");
      }
    }
  }

  private void checkNames(Rule rule, YamlObject place) {
    checkElement(rule.element(), place);
    refer(place, "list", new Declared("list", ListReader.FILE, pack.lists().keySet()), rule.list());
    var indicators = new Declared("indicator", IndicatorReader.FILE, pack.indicators().keySet());
    rule.indicators().forEach(indicator -> refer(place, "indicators", indicators, indicator));
    var rules = new Declared("rule", "rules", ruleIds);
    if (areAllRulesNamed()) {
      rule.dueOf().forEach(other -> refer(place, "dueOf", rules, other));
      rule.follows().forEach(trigger -> refer(place, "starts", rules, trigger.deadline()));
    }
    if (followsItself(rule)) {
      place.mistake("starts", "the rule is started by its own deadline, directly or by others");
    }
    checkEvents(rule, place);
  }

  /** Otherwise what seems missing may be the one whose id could not be read. */
  private boolean areAllRulesNamed() {
    return located.rules().stream().allMatch(rule -> isSaid(rule.rule().id()));
  }

  /** Each event where it is named. */
  private void checkEvents(Rule rule, YamlObject place) {
    var events = new Declared("event", EVENTS, pack.eventTypes().keySet());
    Set<String> ofVersions = new LinkedHashSet<>(rule.eventTypes());
    rule.starts().forEach(type -> refer(place, "starts", events, type));
    ofVersions.removeAll(rule.starts());
    for (var stop : rule.stops()) {
      refer(place, "stops", events, stop.event());
      ofVersions.remove(stop.event());
    }
    for (var cancel : rule.cancels()) {
      refer(place, "cancels", events, cancel.event());
      ofVersions.remove(cancel.event());
    }
    ofVersions.forEach(type -> refer(place, "versions", events, type));
  }

  /**
   * What a rule may name.
   *
   * @param file where it is declared; with a mistake in it what seems missing may be misspelt there
   */
  private record Declared(String what, String file, Set<String> words) {}

  private void refer(YamlObject place, String member, Declared declared, String word) {
    if (isSaid(word) && !declared.words().contains(word) && !mistakes.isIn(declared.file())) {
      place.mistake(
          member,
          "the "
              + declared.what()
              + " '"
              + word
              + "' is not declared in "
              + declared.file()
              + Nearest.hint(word, declared.words()));
    }
  }

  /** Whether deadlines would start each other without end. */
  private boolean followsItself(Rule rule) {
    Set<String> reached = new HashSet<>();
    Deque<Rule> toLookAt = new ArrayDeque<>(List.of(rule));
    while (!toLookAt.isEmpty()) {
      for (var trigger : toLookAt.remove().follows()) {
        if (trigger.deadline().equals(rule.id())) {
          return true;
        }
        if (reached.add(trigger.deadline())) {
          pack.rule(trigger.deadline()).ifPresent(toLookAt::add);
        }
      }
    }
    return false;
  }

  /** Whether a stopping event may have the same subject as a starting one. */
  private boolean sharesElement(Rule rule, Trigger stop) {
    var other = pack.eventTypes().get(stop.event());
    return other == null
        || !rule.dueOf().isEmpty()
        || !rule.follows().isEmpty()
        || rule.starts().stream()
            .map(pack.eventTypes()::get)
            .anyMatch(start -> start == null || start.element().equals(other.element()));
  }

  private void checkShape(Rule rule, YamlObject place) {
    if (rule.starts().isEmpty() && rule.follows().isEmpty() && rule.dueOf().isEmpty()) {
      place.mistake("starts", "a rule needs an event that starts it");
    }
    if (rule.direction() == Direction.BACKWARD && !rule.follows().isEmpty()) {
      place.mistake("starts", "a backward rule counts from a day, not from another deadline");
    }
    if (rule.lapses() && rule.bound() == Bound.MINIMUM) {
      place.mistake("breach", "a minimum period cannot lapse: expected notice, escalate or record");
    }
    if (!rule.dueOf().isEmpty() && rule.direction() != Direction.BACKWARD) {
      place.mistake("dueOf", "only a backward rule counts from another deadline's due instant");
    }
    if (rule.stops().isEmpty()) {
      place.mistake("stops", "a rule that nothing stops can never be met");
    }
    if (!rule.stops().isEmpty()
        && rule.stops().stream()
            .allMatch(
                stop -> stop.scope() == Trigger.Scope.SUBJECT && !sharesElement(rule, stop))) {
      place.mistake(
          "stops",
          "no stopping event can concern the subject of a starting one: their elements differ;"
              + " expected 'of: case' or another event");
    }
    if (rule.versions().isEmpty()) {
      place.mistake("versions", "a rule needs at least one version");
    }
    if (rule.direction() == Direction.RETENTION && rule.bound() != Bound.MINIMUM) {
      place.mistake("bound", "a retention bounds from below: expected 'minimum'");
    }
    if (rule.versions().stream().map(RuleVersion::id).distinct().count() < rule.versions().size()) {
      place.mistake("versions", "two versions have the same id");
    }
    for (var newer = 0; newer < rule.versions().size(); newer++) {
      for (var older = newer + 1; older < rule.versions().size(); older++) {
        if (areDated(rule.versions())
            && overlap(rule.versions().get(newer), rule.versions().get(older))) {
          place.mistake(
              "versions",
              "the versions '"
                  + rule.versions().get(newer).id()
                  + "' and '"
                  + rule.versions().get(older).id()
                  + "' are in force on the same day");
        }
      }
    }
  }

  /** What was missing was told when it was read. */
  private static boolean isSaid(String text) {
    return !text.isBlank();
  }

  private static boolean areDated(List<RuleVersion> versions) {
    return versions.stream().noneMatch(version -> version.from().equals(LocalDate.MIN));
  }

  private static boolean overlap(RuleVersion one, RuleVersion other) {
    var oneEndsBefore = one.to() != null && one.to().isBefore(other.from());
    var otherEndsBefore = other.to() != null && other.to().isBefore(one.from());
    return !oneEndsBefore && !otherEndsBefore;
  }

  private void checkVersion(RuleVersion version, YamlObject place) {
    for (var extension : version.extensions()) {
      refer(
          place,
          "versions",
          new Declared("level", "pack.yaml", pack.levels().keySet()),
          extension.level());
    }
    var to = version.to();
    if (to != null && to.isBefore(version.from())) {
      place.mistake("versions", "the version '" + version.id() + "' ends before it begins: " + to);
    }
    var bounds = version.term();
    if (bounds != null && !bounds.allows(version.period())) {
      place.mistake("versions", "the period " + version.period() + " is outside its own 'term'");
    }
    for (var extension : version.extensions()) {
      var total = extension.total();
      if (total != null && (version.period().isLongerThan(total))) {
        place.mistake(
            "versions", "the total " + total + " is shorter than the period " + version.period());
      }
    }
    if (version.basis().isEmpty()) {
      place.mistake("versions", "the version '" + version.id() + "' needs a basis");
    }
    for (var extension : version.extensions()) {
      if (extension.adds().isInHours() != version.period().isInHours()) {
        place.mistake(
            "versions",
            "hours prolong only a period in hours, and nothing else does: "
                + version.period()
                + " cannot be extended by "
                + extension.adds());
      }
    }
    if (version.period().isInHours() && version.roll() != Roll.NONE) {
      place.mistake("versions", "a period in hours does not roll: expected 'roll: none'");
    }
  }
}
