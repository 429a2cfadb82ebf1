package io.caseclock.monitor.rulebook.rest;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.caseclock.contract.Names;
import io.caseclock.contract.Words;
import io.caseclock.monitor.example.ExampleRun;
import io.caseclock.monitor.law.Law;
import io.caseclock.monitor.rest.ComputedDeadline.Step;
import io.caseclock.monitor.rulebook.OtherDeadline;
import io.caseclock.monitor.rulebook.RuleExamples;
import io.caseclock.pack.DeadlineTrigger;
import io.caseclock.pack.EventType;
import io.caseclock.pack.Extension;
import io.caseclock.pack.Fact;
import io.caseclock.pack.Level;
import io.caseclock.pack.Pack;
import io.caseclock.pack.Rule;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A rule with all that belongs to it, named.
 *
 * @param zone the zone of its days
 * @param packNames what its pack is called
 * @param listNames null where no pack declares the list
 * @param events what its events are called, by their types
 * @param facts what the facts of its conditions are called
 * @param levels who approves, by the levels that its extensions name
 * @param indicatorNames by the ids of its indicators
 * @param dueOf rules from whose due day it counts back
 * @param related names of the rules that {@code follows} and {@code dueOf} name
 * @param followedBy rules that start by this one
 * @param exampleCount how many worked examples there are
 * @param examples the first of them
 */
public record RuleDetail(
    @JsonUnwrapped RuleView rule,
    ZoneId zone,
    Names packNames,
    @Nullable Names listNames,
    Map<String, Names> events,
    Map<String, Names> facts,
    Map<String, Names> levels,
    Map<String, Names> indicatorNames,
    List<String> dueOf,
    Map<String, Names> related,
    List<Follower> followedBy,
    int exampleCount,
    List<ExampleView> examples) {

  /**
   * A rule that starts by this one.
   *
   * @param at {@code breach} or {@code met}; {@code due} where it counts back from the due day
   */
  public record Follower(String rule, Names names, String at) {}

  /**
   * A worked example.
   *
   * @param start when the period starts
   * @param circumstances what else happens, as the pack writes it
   * @param due what a person worked out by hand; of a period in days the last second of the last
   *     day
   * @param dueOn the last day
   * @param why one sentence of the pack, English
   * @param steps how the engine comes to it
   */
  public record ExampleView(
      String id,
      Instant start,
      Map<String, String> circumstances,
      Instant due,
      LocalDate dueOn,
      String why,
      List<Step> steps) {

    static ExampleView of(ExampleRun.Told told, ZoneId zone, Names otherDeadline) {
      var example = told.example();
      return new ExampleView(
          example.id(),
          example.start(),
          new TreeMap<>(example.circumstances()),
          example.due(),
          example.due().atZone(zone).toLocalDate(),
          example.why(),
          told.steps().stream()
              .map(step -> Step.of(OtherDeadline.named(step, otherDeadline)))
              .toList());
    }
  }

  static RuleDetail of(Law.Found found, Law law, RuleExamples examples) {
    var rule = found.rule();
    var pack = found.pack();
    var other = OtherDeadline.of(rule, law);
    return new RuleDetail(
        RuleView.of(found),
        pack.zone(),
        pack.names(),
        RuleGroup.listNames(rule.list(), law),
        named(rule.eventTypes().stream(), pack.eventTypes(), EventType::names),
        named(rule.when().keySet().stream(), pack.facts(), Fact::names),
        named(levels(rule), pack.levels(), Level::names),
        named(rule.indicators().stream(), pack.indicators(), indicator -> indicator.names()),
        rule.dueOf(),
        related(rule, law),
        followers(rule, pack),
        examples.numberOf(rule.id()),
        examples.of(rule.id(), pack).stream()
            .map(told -> ExampleView.of(told, pack.zone(), other))
            .toList());
  }

  private static Stream<String> levels(Rule rule) {
    return rule.versions().stream()
        .flatMap(version -> version.extensions().stream())
        .map(Extension::level);
  }

  private static <T> Map<String, Names> named(
      Stream<String> ids, Map<String, T> known, Function<T, Names> names) {
    Map<String, Names> named = new TreeMap<>();
    ids.forEach(
        id ->
            named.put(id, Optional.ofNullable(known.get(id)).map(names).orElse(new Names(id, id))));
    return named;
  }

  private static Map<String, Names> related(Rule rule, Law law) {
    Map<String, Names> names = new TreeMap<>();
    Stream.concat(rule.follows().stream().map(DeadlineTrigger::deadline), rule.dueOf().stream())
        .forEach(id -> law.rule(id).ifPresent(it -> names.put(id, it.rule().names())));
    return names;
  }

  private static List<Follower> followers(Rule rule, Pack pack) {
    return pack.rules().stream()
        .flatMap(
            other ->
                Stream.concat(
                    other.follows().stream()
                        .filter(trigger -> trigger.deadline().equals(rule.id()))
                        .map(
                            trigger ->
                                new Follower(other.id(), other.names(), Words.of(trigger.at()))),
                    other.dueOf().stream()
                        .filter(rule.id()::equals)
                        .map(id -> new Follower(other.id(), other.names(), "due"))))
        .toList();
  }
}
