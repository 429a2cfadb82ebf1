package io.caseclock.bench.others;

import io.caseclock.pack.Pack;
import io.caseclock.pack.Rule;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A case as it is put to decision tables.
 *
 * @param happened oldest first
 * @param events the same, as the expressions read them
 * @param facts for each of them what holds for its subject, by what was last stated or by default
 */
public record DmnCase(
    List<Happened> happened, List<Map<String, Object>> events, List<Map<String, String>> facts) {

  public DmnCase {
    happened = List.copyOf(happened);
    events = List.copyOf(events);
    facts = List.copyOf(facts);
  }

  /** The same case with the facts that the rules of the law ask for. */
  public static DmnCase of(PlainCase given, Pack law) {
    List<Happened> happened = new ArrayList<>();
    List<Stated> stated = new ArrayList<>();
    for (var one : given.all()) {
      switch (one) {
        case Happened event -> happened.add(event);
        case Stated statement -> stated.add(statement);
        default -> throw new IllegalArgumentException("neither happened nor stated: " + one);
      }
    }
    return new DmnCase(
        happened,
        happened.stream().map(DmnCase::read).toList(),
        happened.stream().map(event -> facts(event, stated, law)).toList());
  }

  private static Map<String, Object> read(Happened event) {
    return Map.of(
        "type", event.type(),
        "subject", event.subject().toString(),
        "at", event.at().atZone(event.zone()),
        "on", event.on());
  }

  private static Map<String, String> facts(Happened event, List<Stated> stated, Pack law) {
    Map<String, String> facts = new HashMap<>();
    for (var fact : askedBy(law)) {
      var declared = law.facts().get(fact);
      if (declared != null) {
        facts.put(fact, declared.otherwise().toString());
      }
    }
    stated.stream().filter(Stated::isOfCase).forEach(one -> facts.put(one.fact(), one.value()));
    stated.stream()
        .filter(one -> one.subject().equals(event.subject()))
        .forEach(one -> facts.put(one.fact(), one.value()));
    return facts;
  }

  private static Set<String> askedBy(Pack law) {
    return law.rules().stream()
        .map(Rule::when)
        .flatMap(when -> when.keySet().stream())
        .collect(Collectors.toSet());
  }
}
