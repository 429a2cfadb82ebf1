package io.caseclock.notify.filter;

import io.caseclock.notify.monitor.Query;
import io.caseclock.notify.monitor.Query.Parameter;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The parameters that a filter of deadlines may have: those of the monitor's listing. */
public final class FilterQuery {

  /** All of them, in the order in which they are written. */
  public static final List<String> NAMES =
      List.of(
          "unit",
          "status",
          "due",
          "dueOnFrom",
          "dueOnTo",
          "rule",
          "duty",
          "list",
          "element",
          "severity",
          "risk",
          "changed",
          "officer",
          "case",
          "sort");

  /** Those that may stand several times. */
  public static final Set<String> REPEATABLE = Set.of("status", "element", "severity", "risk");

  /** The most characters of a filter as it stands in an address. */
  public static final int LONGEST = 2_000;

  private static final int LONGEST_VALUE = 250;
  private static final int MOST_PARAMETERS = 40;

  /**
   * Only what is known, each in its place; empty where anything is unknown, too long, without a
   * value, or sent twice where one value is meant.
   */
  public static Optional<Query> read(String text) {
    if (text.length() > LONGEST) {
      return Optional.empty();
    }
    return parsed(text).filter(FilterQuery::isKnown).map(FilterQuery::inOrder);
  }

  /** The known parameters that have a value, each in its place; all others are left out. */
  public static Query inOrder(Query query) {
    var ordered = Query.NONE;
    for (var name : NAMES) {
      ordered = ordered.andAll(name, values(query, name));
    }
    return ordered;
  }

  /** The values of one parameter. */
  public static List<String> values(Query query, String name) {
    return query.parameters().stream()
        .filter(one -> one.name().equals(name))
        .map(Parameter::value)
        .toList();
  }

  private static Optional<Query> parsed(String text) {
    List<Parameter> parameters = new ArrayList<>();
    try {
      for (var part : text.isEmpty() ? new String[0] : text.split("&", -1)) {
        var cut = part.indexOf('=');
        if (cut < 1) {
          return Optional.empty();
        }
        parameters.add(
            new Parameter(decoded(part.substring(0, cut)), decoded(part.substring(cut + 1))));
      }
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
    return Optional.of(new Query(parameters));
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }

  private static boolean isKnown(Query query) {
    var all = query.parameters();
    return all.size() <= MOST_PARAMETERS
        && all.stream().allMatch(FilterQuery::isKnown)
        && NAMES.stream()
            .allMatch(name -> REPEATABLE.contains(name) || values(query, name).size() <= 1);
  }

  private static boolean isKnown(Parameter one) {
    return NAMES.contains(one.name())
        && !one.value().isBlank()
        && one.value().length() <= LONGEST_VALUE
        && one.value().codePoints().noneMatch(Character::isISOControl);
  }

  private FilterQuery() {}
}
