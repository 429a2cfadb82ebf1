package io.caseclock.audit.rest;

import io.caseclock.attribute.Identifier;
import io.caseclock.attribute.Reading;
import io.caseclock.attribute.SourceUri;
import io.caseclock.contract.StorableText;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * What a request names by its path and its query, in the form in which it is kept elsewhere:
 * however the number of a case is written, its entries stand under one. What cannot be a number or
 * an id is kept as it was written, and what no database holds not at all.
 */
public final class NamedIds {

  /** Under which a case stands, in whichever way the request named it. */
  static final String CASE = "caseId";

  private static final String DEADLINE = "deadlineId";
  private static final String ID = "id";
  private static final String SOURCE = "source";
  private static final String UNIT = "unit";
  private static final int LONGEST = 250;
  private static final int MOST = 8;
  private static final Pattern UUID =
      Pattern.compile("[0-9A-Fa-f]{8}(?:-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}");

  /** The parameters of a query that name one thing, and what they name. */
  private static final Map<String, String> THINGS =
      Map.of("case", CASE, CASE, CASE, "deadline", DEADLINE, ID, ID);

  /** Those that say where the one thing is looked for. */
  private static final Map<String, String> PLACES = Map.of(UNIT, UNIT, SOURCE, SOURCE);

  private NamedIds() {}

  /** Whether a parameter of a query says which one thing is asked for: a case, a deadline. */
  public static boolean isOfOneThing(String parameter) {
    return THINGS.containsKey(parameter);
  }

  /** Whether one thing is among them by which a list was asked for. */
  static boolean holdOneThing(Map<String, String> ids) {
    return THINGS.values().stream().anyMatch(ids::containsKey);
  }

  /** The path goes before the query. */
  static Map<String, String> of(
      MultivaluedMap<String, String> path, MultivaluedMap<String, String> query) {
    Map<String, String> ids = new TreeMap<>();
    path.entrySet().stream().limit(MOST).forEach(one -> add(one.getKey(), one.getValue(), ids));
    THINGS.forEach((parameter, name) -> add(name, asked(query, parameter), ids));
    PLACES.forEach((parameter, name) -> add(name, asked(query, parameter), ids));
    if (!ids.containsKey(SOURCE)) {
      ids.computeIfPresent(ID, (name, text) -> ofOurs(text));
    }
    ids.computeIfPresent(DEADLINE, (name, text) -> ofOurs(text));
    return ids;
  }

  /** We make UUIDs, and read their digits in either case; the ids of senders are theirs. */
  private static String ofOurs(String text) {
    return UUID.matcher(text).matches() ? text.toLowerCase(Locale.ROOT) : text;
  }

  /** Several values are a list, and name no one thing; pages take no notice of blanks. */
  private static List<String> asked(MultivaluedMap<String, String> query, String parameter) {
    var values = query.getOrDefault(parameter, List.of());
    return values.size() == 1 ? List.of(values.getFirst().strip()) : List.of();
  }

  private static void add(String name, List<String> values, Map<String, String> ids) {
    if (!values.isEmpty() && !values.getFirst().isEmpty() && StorableText.is(values.getFirst())) {
      ids.putIfAbsent(name, normal(name, values.getFirst()));
    }
  }

  private static String normal(String name, String text) {
    var reading =
        switch (name) {
          case SOURCE -> SourceUri.read(text);
          case CASE, DEADLINE, ID, UNIT, "officer" -> Identifier.read(text);
          default -> Reading.<String>refused("is a word");
        };
    return reading.asValue().orElseGet(() -> shortened(text));
  }

  /** Never within a character. */
  static String shortened(String text) {
    return text.codePointCount(0, text.length()) <= LONGEST
        ? text
        : text.substring(0, text.offsetByCodePoints(0, LONGEST));
  }
}
