package io.caseclock.bench.others;

import io.caseclock.pack.Pack;
import io.caseclock.pack.Rule;
import io.caseclock.pack.RuleVersion;
import io.caseclock.pack.Trigger;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Plain rules as decision tables: one for each type of event that starts any. */
final class DmnText {

  static final String NAMESPACE = "urn:caseclock:plain-law";
  static final String NAME = "plain law";

  private static final String MODEL =
      """
      <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="law" name="%s" namespace="%s">
        <inputData id="start" name="start"><variable name="start" typeRef="Any"/></inputData>
        <inputData id="facts" name="facts"><variable name="facts" typeRef="Any"/></inputData>
        <inputData id="events" name="events"><variable name="events" typeRef="Any"/></inputData>
      %s</definitions>
      """;

  private static final String DECISION =
      """
        <decision id="%1$s" name="%1$s">
          <variable name="%1$s" typeRef="Any"/>
          <informationRequirement><requiredInput href="#start"/></informationRequirement>
          <informationRequirement><requiredInput href="#facts"/></informationRequirement>
          <informationRequirement><requiredInput href="#events"/></informationRequirement>
          <decisionTable hitPolicy="COLLECT">
      %2$s      <output name="rule"/>
            <output name="amount"/>
            <output name="inHours"/>
            <output name="doneAt"/>
            <output name="cancelledAt"/>
      %3$s    </decisionTable>
        </decision>
      """;

  private static final String INPUT =
      "      <input><inputExpression><text>%s</text></inputExpression></input>\n";

  private final Pack pack;

  /**
   * @param pack of plain rules alone
   */
  DmnText(Pack pack) {
    this.pack = pack;
  }

  /** The types of events that start a rule, each with a table of its name. */
  Set<String> starts() {
    return pack.rules().stream()
        .flatMap(rule -> rule.starts().stream())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  String text() {
    var tables = new StringBuilder();
    starts().forEach(type -> tables.append(table(type)));
    return MODEL.formatted(NAME, NAMESPACE, tables);
  }

  private String table(String type) {
    var rules = pack.rules().stream().filter(rule -> rule.starts().contains(type)).toList();
    Set<String> facts = new TreeSet<>();
    rules.forEach(rule -> facts.addAll(rule.when().keySet()));
    var inputs = new StringBuilder(INPUT.formatted("start.on"));
    facts.forEach(fact -> inputs.append(INPUT.formatted("facts." + fact)));
    var rows = new StringBuilder();
    for (var rule : rules) {
      rule.versions().forEach(version -> rows.append(row(rule, version, facts)));
    }
    return DECISION.formatted(type, inputs, rows);
  }

  private static String row(Rule rule, RuleVersion version, Set<String> facts) {
    var row = new StringBuilder("      <rule>").append(entry("input", inForce(version)));
    for (var fact : facts) {
      var allowed = rule.when().get(fact);
      row.append(entry("input", allowed == null ? "-" : quoted(allowed)));
    }
    return row.append(entry("output", "\"" + rule.id() + "\""))
        .append(entry("output", "" + version.period().amount()))
        .append(entry("output", "" + version.period().isInHours()))
        .append(entry("output", firstOf(rule.stops())))
        .append(entry("output", firstOf(rule.cancels())))
        .append("</rule>\n")
        .toString();
  }

  private static String inForce(RuleVersion version) {
    var to = version.to();
    return to == null
        ? "&gt;= date(\"%s\")".formatted(version.from())
        : "[date(\"%s\")..date(\"%s\")]".formatted(version.from(), to);
  }

  /** When the first of such events happened that does not come before the start; else null. */
  private static String firstOf(List<Trigger> triggers) {
    List<String> ways = new ArrayList<>();
    for (var scope : Trigger.Scope.values()) {
      var types = types(triggers, scope);
      if (!types.isEmpty()) {
        var isOne = "type in (" + quoted(types) + ")";
        ways.add(scope == Trigger.Scope.CASE ? isOne : isOne + " and subject = start.subject");
      }
    }
    return ways.isEmpty()
        ? "null"
        : "append(events[at &gt;= start.at and (" + String.join(" or ", ways) + ")].at, null)[1]";
  }

  private static List<String> types(List<Trigger> triggers, Trigger.Scope scope) {
    return triggers.stream()
        .filter(trigger -> trigger.scope() == scope)
        .map(Trigger::event)
        .toList();
  }

  private static String quoted(Collection<?> values) {
    return values.stream()
        .map(value -> "\"" + value + "\"")
        .sorted()
        .collect(Collectors.joining(", "));
  }

  private static String entry(String kind, String text) {
    return "<%1$sEntry><text>%2$s</text></%1$sEntry>".formatted(kind, text);
  }
}
