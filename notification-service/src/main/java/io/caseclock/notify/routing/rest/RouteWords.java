package io.caseclock.notify.routing.rest;

import io.caseclock.notify.rest.RouteText;
import io.caseclock.notify.rest.RouteText.MatchText;
import io.caseclock.notify.rest.RouteText.StepText;
import io.caseclock.notify.words.PolicyWords;
import io.caseclock.notify.words.UnknownWord;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Looks through a policy for words that mean nothing, each with its place. */
final class RouteWords {

  /** One question to the words that there are. */
  private interface Known {
    Optional<UnknownWord> ask(String place, @Nullable String word);
  }

  private final PolicyWords words;
  private final List<UnknownWord> unknown = new ArrayList<>();

  private RouteWords(PolicyWords words) {
    this.words = words;
  }

  /** All of them; what is missing in a route is for whoever makes it. */
  static List<UnknownWord> unknown(List<@Nullable RouteText> routes, PolicyWords words) {
    var search = new RouteWords(words);
    for (var index = 0; index < routes.size(); index++) {
      var route = routes.get(index);
      if (route != null) {
        search.route("routes/" + index, route);
      }
    }
    return List.copyOf(search.unknown);
  }

  private void route(String place, RouteText route) {
    MatchText match = route.match();
    if (match != null) {
      any(place + "/match/kinds", match.kinds(), words::kind);
      any(place + "/match/severities", match.severities(), words::severity);
      any(place + "/match/lists", match.lists(), words::list);
      any(place + "/match/rules", match.rules(), words::rule);
    }
    words.issuer(place + "/issued-by", route.issuedBy()).ifPresent(unknown::add);
    @Nullable List<@Nullable StepText> steps = route.steps();
    if (steps == null) {
      return;
    }
    for (var index = 0; index < steps.size(); index++) {
      var step = steps.get(index);
      if (step != null) {
        all(place + "/steps/" + index + "/tell", step.tell(), words::role);
        all(place + "/steps/" + index + "/push", step.push(), words::channel);
      }
    }
  }

  /** Where order means something, the place of each word is known. */
  private void all(String place, @Nullable List<@Nullable String> said, Known known) {
    for (var index = 0; said != null && index < said.size(); index++) {
      known.ask(place + "/" + index, said.get(index)).ifPresent(unknown::add);
    }
  }

  private void any(String place, @Nullable Collection<@Nullable String> said, Known known) {
    if (said != null) {
      said.forEach(word -> known.ask(place, word).ifPresent(unknown::add));
    }
  }
}
