package io.caseclock.notify.console.route;

import io.caseclock.notify.routing.ChangePolicy;
import io.caseclock.notify.words.PolicyWords;
import io.caseclock.pack.Match;
import io.caseclock.pack.Repeat;
import io.caseclock.pack.Route;
import io.caseclock.pack.Step;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A route as a form holds it, as it was entered. */
record RouteRow(
    String id,
    List<String> kinds,
    List<String> severities,
    List<String> lists,
    List<String> rules,
    boolean critical,
    boolean digest,
    List<StepRow> steps,
    LengthForm every,
    LengthForm longest,
    String times,
    String planDays,
    String issuedBy) {

  static final int MOST_STEPS = 10;

  RouteRow {
    kinds = List.copyOf(kinds);
    severities = List.copyOf(severities);
    lists = List.copyOf(lists);
    rules = List.copyOf(rules);
    steps = List.copyOf(steps);
  }

  static RouteRow of(Route route) {
    var repeat = route.repeat();
    return new RouteRow(
        route.id(),
        sorted(route.match().kinds()),
        sorted(route.match().severities()),
        sorted(route.match().lists()),
        sorted(route.match().rules()),
        route.critical(),
        route.digest(),
        route.steps().stream().map(StepRow::of).toList(),
        LengthForm.of(repeat == null ? null : repeat.every()),
        LengthForm.of(repeat == null ? null : repeat.longest()),
        repeat == null ? "" : Integer.toString(repeat.times()),
        Long.toString(Math.max(1, route.longestPlan().toDays())),
        route.issuedBy());
  }

  /** A new one, for everything that is asked for later. */
  static RouteRow empty(String id) {
    return new RouteRow(
        id,
        List.of("warning"),
        List.of(),
        List.of(),
        List.of(),
        false,
        false,
        List.of(StepRow.after(LengthForm.AT_ONCE)),
        LengthForm.NONE,
        LengthForm.NONE,
        "",
        Long.toString(Route.LONGEST_PLAN.toDays()),
        Route.ISSUER);
  }

  private static List<String> sorted(Set<String> words) {
    return words.stream().sorted().toList();
  }

  RouteRow withSteps(List<StepRow> other) {
    return new RouteRow(
        id,
        kinds,
        severities,
        lists,
        rules,
        critical,
        digest,
        other,
        every,
        longest,
        times,
        planDays,
        issuedBy);
  }

  /** What keeps it from being a route. */
  enum Fault {
    NO_ID,
    UNKNOWN_WORD,
    CRITICAL_AND_DIGEST,
    BAD_STEP,
    NOT_AT_ONCE,
    NOT_ASCENDING,
    BAD_REPEAT,
    BAD_PLAN,
    NO_NOTICE
  }

  /** The first fault; empty where {@link #route} makes a route. */
  Optional<Fault> fault(PolicyWords words) {
    if (id.isEmpty() || id.length() > ChangePolicy.LONGEST_ID) {
      return Optional.of(Fault.NO_ID);
    }
    if (!isKnown(words)) {
      return Optional.of(Fault.UNKNOWN_WORD);
    }
    if (critical && digest) {
      return Optional.of(Fault.CRITICAL_AND_DIGEST);
    }
    return stepFault().or(this::restFault);
  }

  private boolean isKnown(PolicyWords words) {
    return Stream.of(
            kinds.stream().map(word -> words.kind("", word)),
            severities.stream().map(word -> words.severity("", word)),
            lists.stream().map(word -> words.list("", word)),
            rules.stream().map(word -> words.rule("", word)),
            steps.stream().flatMap(step -> step.tell().stream()).map(word -> words.role("", word)),
            steps.stream()
                .flatMap(step -> step.push().stream())
                .map(word -> words.channel("", word)),
            Stream.of(words.issuer("", issuedBy)))
        .flatMap(found -> found)
        .allMatch(Optional::isEmpty);
  }

  private Optional<Fault> stepFault() {
    List<Step> found = new ArrayList<>();
    for (var row : steps) {
      var step = row.step();
      if (step.isEmpty()) {
        return Optional.of(Fault.BAD_STEP);
      }
      if (found.isEmpty() && !step.get().isAtOnce()) {
        return Optional.of(Fault.NOT_AT_ONCE);
      }
      if (!found.isEmpty() && !step.get().isAfter(found.getLast())) {
        return Optional.of(Fault.NOT_ASCENDING);
      }
      found.add(step.get());
    }
    return found.isEmpty() ? Optional.of(Fault.BAD_STEP) : Optional.empty();
  }

  private Optional<Fault> restFault() {
    if (every.isGiven() && repeat().isEmpty()) {
      return Optional.of(Fault.BAD_REPEAT);
    }
    if (plan().isEmpty()) {
      return Optional.of(Fault.BAD_PLAN);
    }
    return issuedBy.equals(Route.ISSUER) || match().mayBeNotice()
        ? Optional.empty()
        : Optional.of(Fault.NO_NOTICE);
  }

  private Match match() {
    return new Match(
        Set.copyOf(kinds), Set.copyOf(severities), Set.copyOf(lists), Set.copyOf(rules));
  }

  private Optional<Repeat> repeat() {
    var first = every.lead();
    var last = longest.isGiven() ? longest.lead() : first;
    if (first.isEmpty() || last.isEmpty() || !times.matches("\\d{1,2}")) {
      return Optional.empty();
    }
    try {
      return Optional.of(new Repeat(first.get(), last.get(), Integer.parseInt(times)));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private Optional<Duration> plan() {
    return Optional.of(planDays)
        .filter(days -> days.matches("\\d{1,3}"))
        .map(days -> Duration.ofDays(Integer.parseInt(days)))
        .filter(days -> days.isPositive() && days.toDays() <= 366);
  }

  /** The route; only of a row without faults. */
  Route route() {
    @Nullable Repeat repeated = every.isGiven() ? repeat().orElseThrow() : null;
    return new Route(
        id,
        match(),
        critical,
        digest,
        steps.stream().map(row -> row.step().orElseThrow()).toList(),
        repeated,
        plan().orElseThrow(),
        issuedBy);
  }
}
