package io.caseclock.pack.file;

import io.caseclock.pack.Lead;
import io.caseclock.pack.Match;
import io.caseclock.pack.Repeat;
import io.caseclock.pack.Route;
import io.caseclock.pack.Step;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads {@code routes.yaml}. */
final class RouteReader {

  static final String FILE = "routes.yaml";

  private static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9-]{0,59}");
  private static final List<Lead> UNREAD = List.of();
  private static final Step STAND_IN = new Step(Duration.ZERO, List.of("officer"), List.of());

  static List<Located<Route>> read(List<YamlObject> items) {
    return items.stream().map(item -> new Located<>(route(item), item)).toList();
  }

  private static Route route(YamlObject item) {
    item.only(
        "id", "match", "critical", "digest", "steps", "repeat", "longestPlan", "issued-by", "note");
    var critical = flag(item, "critical", false);
    var digest = flag(item, "digest", false);
    if (critical && digest) {
      item.mistake("digest", "what is critical cannot wait for a digest; expected one or neither");
    }
    var match = match(item);
    var steps = steps(item);
    requireBreach(item, match, steps);
    return new Route(
        id(item),
        match,
        critical,
        digest && !critical,
        steps,
        item.has("repeat") ? repeat(item.object("repeat")) : null,
        item.has("longestPlan") ? elapsed(item, "longestPlan") : Route.LONGEST_PLAN,
        issuer(item, match));
  }

  /** Whatever is no breach is told once: further steps and repetitions would never come. */
  private static void requireBreach(YamlObject item, Match match, List<Step> steps) {
    var isForBreaches = match.kinds().isEmpty() || match.kinds().contains("breach");
    if (isForBreaches) {
      return;
    }
    if (steps.size() > 1) {
      item.mistake("steps", "only breaches climb: expected one step, or 'breach' among the kinds");
    }
    if (item.has("repeat")) {
      item.mistake("repeat", "only breaches are said again: expected no 'repeat'");
    }
  }

  private static String issuer(YamlObject item, Match match) {
    if (!item.has("issued-by")) {
      return Route.ISSUER;
    }
    var known = Route.ISSUERS.stream().sorted().toList();
    var issuer =
        item.scalar(
            "issued-by", "an organ, one of " + known, RouteReader::checkedIssuer, Route.ISSUER);
    if (!match.mayBeNotice()) {
      item.mistake("issued-by", Route.NO_NOTICE);
      return Route.ISSUER;
    }
    return issuer;
  }

  private static String checkedIssuer(String word) {
    if (!Route.ISSUERS.contains(word)) {
      throw new IllegalArgumentException(word);
    }
    return word;
  }

  private static Match match(YamlObject item) {
    if (!item.has("match")) {
      item.mistake("match", "'match' is missing; expected {} or what the route is for");
      return Match.EVERYTHING;
    }
    var match = item.object("match").only("kinds", "severities", "lists", "rules");
    return new Match(
        Set.copyOf(words(match, "kinds", Match.KINDS, "kind")),
        Set.copyOf(words(match, "severities", Match.SEVERITIES, "severity")),
        Set.copyOf(match.texts("lists")),
        Set.copyOf(match.texts("rules")));
  }

  private static List<Step> steps(YamlObject item) {
    var places = item.objects("steps");
    if (places.isEmpty()) {
      item.mistake("steps", "a route needs at least one step");
      return List.of(STAND_IN);
    }
    List<Step> steps = new ArrayList<>();
    Step before = null;
    for (var place : places) {
      var step = step(place);
      if (step != null && isInOrder(place, before, step)) {
        steps.add(step);
      }
      before = step == null ? before : step;
    }
    return steps.size() == places.size() ? steps : List.of(STAND_IN);
  }

  /** Null where something in it is a mistake. */
  private static @Nullable Step step(YamlObject place) {
    place.only("after", "tell", "push");
    var after = place.scalar("after", Route.LENGTH, text -> List.of(Route.length(text)), UNREAD);
    var tell = words(place, "tell", Step.ROLES, "role");
    var push = channels(place);
    if (place.items("tell").isEmpty()) {
      place.mistake("tell", "a step tells somebody: expected a list like [officer, unit-head]");
    }
    return after.isEmpty() || tell.isEmpty() ? null : new Step(after.getFirst(), tell, push);
  }

  private static boolean isInOrder(YamlObject place, @Nullable Step before, Step step) {
    if (before == null && !step.isAtOnce()) {
      place.mistake("after", "the first step is at once: expected 'after: PT0S'");
      return false;
    }
    if (before != null && !step.isAfter(before)) {
      place.mistake(
          "after",
          "each step comes later than the one before: expected more than " + before.after());
      return false;
    }
    return true;
  }

  private static @Nullable Repeat repeat(YamlObject item) {
    item.only("every", "longest", "times");
    var every = length(item, "every");
    var longest = length(item, "longest");
    var times = item.integer("times");
    if (every.isEmpty() || longest.isEmpty()) {
      return null;
    }
    if (!every.getFirst().getClass().equals(longest.getFirst().getClass())) {
      item.mistake("longest", "'longest' counts in the unit of 'every', " + every.getFirst());
      return null;
    }
    if (longest.getFirst().roughly().compareTo(every.getFirst().roughly()) < 0) {
      item.mistake("longest", "'longest' is at least as long as 'every', " + every.getFirst());
      return null;
    }
    if (times < 1 || times > Repeat.MOST) {
      item.mistake("times", "'times' should be from 1 to " + Repeat.MOST);
      return null;
    }
    return new Repeat(every.getFirst(), longest.getFirst(), times);
  }

  /** A length of time that is not zero; empty where it cannot be read. */
  private static List<Lead> length(YamlObject item, String member) {
    return item.scalar(
        member,
        Route.LENGTH + ", not zero",
        text -> List.of(positive(text, Route.length(text))),
        UNREAD);
  }

  /** An elapsed length of time that is not zero. */
  private static Duration elapsed(YamlObject item, String member) {
    return item.scalar(
        member,
        Route.ELAPSED + ", not zero",
        text -> positive(text, Lead.of(Route.elapsed(text))).roughly(),
        Route.LONGEST_PLAN);
  }

  private static Lead positive(String text, Lead length) {
    if (length.roughly().isZero()) {
      throw new IllegalArgumentException(text);
    }
    return length;
  }

  /** The words of a list that are known; each other one and each repetition is a mistake. */
  private static List<String> channels(YamlObject place) {
    List<String> channels = new ArrayList<>();
    for (var word : place.texts("push")) {
      if (!Step.CHANNEL.matcher(word).matches()) {
        place.mistake(
            "push",
            "the channel '" + word + "' is no word of lower-case letters, digits and hyphens");
      } else if (channels.contains(word)) {
        place.mistake("push", "the channel '" + word + "' stands twice");
      } else {
        channels.add(word);
      }
    }
    return channels;
  }

  static List<String> words(YamlObject item, String member, Set<String> known, String what) {
    List<String> words = new ArrayList<>();
    for (var word : item.texts(member)) {
      if (!known.contains(word)) {
        item.mistake(
            member,
            "the " + what + " '" + word + "' is none of " + known.stream().sorted().toList());
      } else if (words.contains(word)) {
        item.mistake(member, "the " + what + " '" + word + "' stands twice");
      } else {
        words.add(word);
      }
    }
    return words;
  }

  static boolean flag(YamlObject item, String member, boolean otherwise) {
    return item.has(member) ? item.flag(member) : otherwise;
  }

  /** An id in lower case with hyphens, as addresses and rows keep it. */
  static String id(YamlObject item) {
    return item.scalar("id", "lower-case words with hyphens", RouteReader::checkedId, "-");
  }

  private static String checkedId(String text) {
    if (!ID.matcher(text).matches()) {
      throw new IllegalArgumentException(text);
    }
    return text;
  }

  private RouteReader() {}
}
