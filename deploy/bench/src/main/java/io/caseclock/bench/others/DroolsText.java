package io.caseclock.bench.others;

import io.caseclock.pack.Pack;
import io.caseclock.pack.Rule;
import io.caseclock.pack.RuleVersion;
import io.caseclock.pack.Trigger;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/** Plain rules in the language of Drools: one rule of it for each version of each. */
final class DroolsText {

  private static final String HEAD =
      """
      package law;

      import io.caseclock.bench.others.Happened;
      import io.caseclock.bench.others.PlainDeadline;
      import io.caseclock.bench.others.Stated;
      import java.time.Instant;

      global java.util.List deadlines;
      global Instant now;
      """;

  private static final String RULE =
      """

      rule "%s"
      when
        $start : Happened(%s, %s)
      %sthen
        deadlines.add(PlainDeadline.%s("%s", $start, %d, %s, %s, now));
      end
      """;

  private final Pack pack;

  /**
   * @param pack of plain rules alone
   */
  DroolsText(Pack pack) {
    this.pack = pack;
  }

  String text() {
    var text = new StringBuilder(HEAD);
    for (var rule : pack.rules()) {
      for (var version : rule.versions()) {
        text.append(rule(rule, version));
      }
    }
    return text.toString();
  }

  private String rule(Rule rule, RuleVersion version) {
    return RULE.formatted(
        rule.id() + " " + version.id(),
        isOneOf("type", rule.starts()),
        inForce(version),
        conditions(rule) + firstOf(rule.stops(), "done") + firstOf(rule.cancels(), "cancelled"),
        version.period().isInHours() ? "afterHours" : "afterDays",
        rule.id(),
        version.period().amount(),
        rule.stops().isEmpty() ? "null" : "(Instant) $done",
        rule.cancels().isEmpty() ? "null" : "(Instant) $cancelled");
  }

  private static String inForce(RuleVersion version) {
    var from = "on.toEpochDay() >= " + version.from().toEpochDay();
    var to = version.to();
    return to == null ? from : from + ", on.toEpochDay() <= " + to.toEpochDay();
  }

  private String conditions(Rule rule) {
    var lines = new StringBuilder();
    rule.when().forEach((fact, allowed) -> lines.append(condition(fact, allowed)));
    return lines.toString();
  }

  /** An allowed value must be stated; where the default is allowed, no other one may be. */
  private String condition(String fact, Set<Object> allowed) {
    var declared = pack.facts().get(fact);
    var isAllowed = isOneOf("value", allowed.stream().map(Object::toString).sorted().toList());
    var holdsUnsaid = declared != null && allowed.contains(declared.otherwise());
    return "  %s Stated(fact == \"%s\", %s, ofCase || subject == $start.subject)\n"
        .formatted(
            holdsUnsaid ? "not" : "exists", fact, holdsUnsaid ? "!(" + isAllowed + ")" : isAllowed);
  }

  /** The first of such events that does not come before the start. */
  private static String firstOf(List<Trigger> triggers, String name) {
    if (triggers.isEmpty()) {
      return "";
    }
    List<String> ways = new ArrayList<>();
    var ofCase = types(triggers, Trigger.Scope.CASE);
    if (!ofCase.isEmpty()) {
      ways.add(isOneOf("type", ofCase));
    }
    var ofSubject = types(triggers, Trigger.Scope.SUBJECT);
    if (!ofSubject.isEmpty()) {
      ways.add("(" + isOneOf("type", ofSubject) + " && subject == $start.subject)");
    }
    return "  accumulate(Happened(%s, at >= $start.at, $%sAt : at); $%s : min($%sAt))\n"
        .formatted(String.join(" || ", ways), name, name, name);
  }

  private static List<String> types(List<Trigger> triggers, Trigger.Scope scope) {
    return triggers.stream()
        .filter(trigger -> trigger.scope() == scope)
        .map(Trigger::event)
        .toList();
  }

  private static String isOneOf(String what, Collection<String> values) {
    var quoted = values.stream().map(value -> "\"" + value + "\"").toList();
    return quoted.size() == 1
        ? what + " == " + quoted.getFirst()
        : what + " in (" + String.join(", ", quoted) + ")";
  }
}
