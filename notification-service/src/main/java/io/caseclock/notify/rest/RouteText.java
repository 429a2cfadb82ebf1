package io.caseclock.notify.rest;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import io.caseclock.pack.Match;
import io.caseclock.pack.Repeat;
import io.caseclock.pack.Route;
import io.caseclock.pack.Step;
import io.caseclock.wire.Json;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A route in JSON, in the words of {@code routes.yaml}.
 *
 * @param match nothing for everything
 * @param critical no, where it is absent; so is {@code digest}
 * @param longestPlan seven days where it is absent
 * @param issuedBy the supervising brigade where it is absent
 */
public record RouteText(
    String id,
    @Nullable MatchText match,
    @Nullable Boolean critical,
    @Nullable Boolean digest,
    List<StepText> steps,
    @Nullable RepeatText repeat,
    @Nullable Duration longestPlan,
    @JsonProperty("issued-by") @Nullable String issuedBy) {

  private static final TypeReference<List<RouteText>> LIST = new TypeReference<>() {};

  /** What a route is for. */
  public record MatchText(
      @Nullable Set<String> kinds,
      @Nullable Set<String> severities,
      @Nullable Set<String> lists,
      @Nullable Set<String> rules) {

    Match match() {
      return new Match(given(kinds), given(severities), given(lists), given(rules));
    }

    private static Set<String> given(@Nullable Set<String> words) {
      return words == null ? Set.of() : words;
    }

    static MatchText of(Match match) {
      return new MatchText(
          new TreeSet<>(match.kinds()),
          new TreeSet<>(match.severities()),
          new TreeSet<>(match.lists()),
          new TreeSet<>(match.rules()));
    }
  }

  /** A step: whom it tells, and by what beside the inbox. */
  public record StepText(String after, List<String> tell, @Nullable List<String> push) {

    Step step() {
      return new Step(Route.length(after), tell, push == null ? List.of() : push);
    }
  }

  /** How the last step is said again. */
  public record RepeatText(String every, String longest, int times) {

    Repeat repeat() {
      return new Repeat(Route.length(every), Route.length(longest), times);
    }

    static RepeatText of(Repeat repeat) {
      return new RepeatText(repeat.every().toString(), repeat.longest().toString(), repeat.times());
    }
  }

  /** Throws {@link IllegalArgumentException} that says what is wrong. */
  public Route route() {
    return new Route(
        id,
        match == null ? Match.EVERYTHING : match.match(),
        Boolean.TRUE.equals(critical),
        Boolean.TRUE.equals(digest),
        steps.stream().map(StepText::step).toList(),
        repeat == null ? null : repeat.repeat(),
        longestPlan == null ? Route.LONGEST_PLAN : longestPlan,
        issuedBy == null ? Route.ISSUER : issuedBy);
  }

  public static RouteText of(Route route) {
    var repeat = route.repeat();
    return new RouteText(
        route.id(),
        MatchText.of(route.match()),
        route.critical(),
        route.digest(),
        route.steps().stream()
            .map(step -> new StepText(step.after().toString(), step.roles(), step.push()))
            .toList(),
        repeat == null ? null : RepeatText.of(repeat),
        route.longestPlan(),
        route.match().mayBeNotice() ? route.issuedBy() : null);
  }

  /** The stored text of routes. */
  public static String write(List<Route> routes) {
    return Json.text(routes.stream().map(RouteText::of).toList());
  }

  /** Reads what {@link #write} wrote. */
  public static List<Route> read(String text) {
    try {
      return Json.MAPPER.readValue(text, LIST).stream().map(RouteText::route).toList();
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a stored policy cannot be read", e);
    }
  }
}
