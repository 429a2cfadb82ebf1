package io.caseclock.notify.console;

import io.caseclock.notify.channel.Address;
import io.caseclock.notify.routing.RoutedRecipient;
import io.caseclock.pack.Match;
import io.caseclock.pack.Route;
import io.caseclock.pack.Step;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Turns routes, and who would be told by them, into lines of a page in one language. */
final class RouteLines {

  private final Lines lines;
  private final PolicyLines policy;
  private final PackNames names;

  RouteLines(Lines lines, PackNames names) {
    this.lines = lines;
    this.policy = new PolicyLines(lines);
    this.names = names;
  }

  RouteLine route(Route route) {
    return new RouteLine(
        route.id(),
        match(route.match()),
        route.critical(),
        route.digest(),
        policy.steps(route),
        policy.repeat(route.repeat()),
        policy.span(route.longestPlan()));
  }

  /** What a route is for: one line for each thing that it asks. */
  private List<String> match(Match match) {
    List<String> asked = new ArrayList<>();
    words(ordered(Choices.KINDS, match.kinds()), it -> lines.text("policy_kind_" + it))
        .ifPresent(asked::add);
    words(ordered(Choices.SEVERITIES, match.severities()), lines::level).ifPresent(asked::add);
    words(match.lists().stream().sorted(), it -> names.list(it, lines)).ifPresent(asked::add);
    words(match.rules().stream().sorted(), it -> names.rule(it, lines)).ifPresent(asked::add);
    return asked.isEmpty() ? List.of(lines.text("covers_all")) : asked;
  }

  private static Stream<String> ordered(List<String> order, Collection<String> asked) {
    return order.stream().filter(asked::contains);
  }

  private Optional<String> words(Stream<String> asked, UnaryOperator<String> word) {
    var words = asked.map(word).toList();
    return words.isEmpty() ? Optional.empty() : Optional.of(policy.listed(words));
  }

  String after(Step step) {
    return policy.after(step.after());
  }

  String setBy(@Nullable String unit) {
    return policy.setBy(unit);
  }

  PersonLine person(RoutedRecipient telling) {
    var told = telling.recipient();
    return new PersonLine(
        lines.officer(told.person()),
        lines.unit(told.unit()),
        lines.text("told_as_" + told.why().wire()),
        push(telling),
        telling.isUnreachable());
  }

  private String push(RoutedRecipient telling) {
    return Optional.ofNullable(telling.push())
        .map(Address::kind)
        .map(policy::channel)
        .orElseGet(() -> lines.text("inbox_only"));
  }

  /** A route as the page shows it. */
  public record RouteLine(
      String id,
      List<String> match,
      boolean isCritical,
      boolean isDigest,
      List<PolicyLines.StepLine> steps,
      String repeat,
      String longestPlan) {}

  /** Who would be told, as what, and by which channel beside the inbox. */
  public record PersonLine(
      String name, String unit, String why, String push, boolean isUnreachable) {}

  /** A step of a ladder that might be, with whom it would tell. */
  public record TrialStep(String after, List<PersonLine> people) {}
}
