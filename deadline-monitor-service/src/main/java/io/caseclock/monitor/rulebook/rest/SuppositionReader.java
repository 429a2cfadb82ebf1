package io.caseclock.monitor.rulebook.rest;

import io.caseclock.attribute.Moment;
import io.caseclock.monitor.law.Law;
import io.caseclock.monitor.rest.Parameters;
import io.caseclock.monitor.rulebook.Supposition;
import io.caseclock.monitor.rulebook.Supposition.Grant;
import io.caseclock.monitor.rulebook.Supposition.Pause;
import io.caseclock.pack.Fact;
import io.caseclock.pack.Term;
import io.caseclock.pack.Tolling;
import io.caseclock.problem.ProblemException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Reads what is supposed; whatever the rule cannot mean is refused with its parameter. */
final class SuppositionReader {

  private static final LocalTime MORNING = LocalTime.of(8, 0);
  private static final int FIRST_YEAR = 1900;
  private static final int LAST_YEAR = 2999;
  private static final String STILL = "..";
  private static final String TIME =
      "a day such as 2026-03-02, a local time such as 2026-03-02T10:00, or one with an offset";
  private static final String HOURS =
      "a local time such as 2026-03-02T10:00, or one with an offset: the period is in hours";
  private static final DateTimeFormatter LOCAL =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm[:ss]", Locale.ROOT)
          .withResolverStyle(ResolverStyle.STRICT);

  private final Law.Found found;
  private final ZoneId zone;
  private final boolean inHours;

  SuppositionReader(Law.Found found) {
    this.found = found;
    this.zone = found.pack().zone();
    this.inHours =
        found.rule().versions().stream().anyMatch(version -> version.period().isInHours());
  }

  Supposition of(
      @Nullable String start,
      List<String> pauses,
      List<String> extensions,
      List<String> facts,
      @Nullable String term,
      @Nullable String end) {
    bounded("pause", pauses);
    bounded("extension", extensions);
    bounded("fact", facts);
    var begin = time("start", start == null ? "" : start);
    return new Supposition(
        begin,
        term == null ? null : period("term", term),
        facts(facts),
        each("pause", pauses, this::pause),
        each("extension", extensions, this::grant),
        end == null ? null : end(end, begin));
  }

  /** Each with its place in its name, so that a refusal tells which one is meant. */
  private static <T> List<T> each(
      String name, List<String> texts, BiFunction<String, String, T> reader) {
    return IntStream.range(0, texts.size())
        .mapToObj(i -> reader.apply(name + "/" + i, texts.get(i)))
        .toList();
  }

  private static void bounded(String name, List<String> texts) {
    if (texts.size() > Supposition.MOST) {
      throw Parameters.refused(name, "at most " + Supposition.MOST + " of them");
    }
  }

  private Instant end(String text, Instant begin) {
    if (found.rule().stops().isEmpty()) {
      throw Parameters.refused("end", "nothing: no act ends this period");
    }
    var end = time("end", text);
    if (end.isBefore(begin)) {
      throw Parameters.refused("end", "a time that is not before the start");
    }
    return end;
  }

  private Pause pause(String name, String text) {
    var expected = "FROM/TO, FROM/.. or FROM/TO/EVENT";
    var parts = text.split("/", -1);
    if (parts.length < 2 || parts.length > 3) {
      throw Parameters.refused(name, expected);
    }
    var from = time(name, parts[0]);
    var to = parts[1].equals(STILL) ? null : time(name, parts[1]);
    if (to != null && to.isBefore(from)) {
      throw Parameters.refused(name, "a span that ends after it begins");
    }
    var known = new TreeSet<String>();
    found
        .rule()
        .versions()
        .forEach(version -> version.tolling().forEach(pair -> known.add(type(pair))));
    if (known.isEmpty()) {
      throw Parameters.refused(name, "nothing: no version of this rule leaves a span out");
    }
    return new Pause(from, to, parts.length < 3 ? null : Parameters.oneOf(name, parts[2], known));
  }

  private static String type(Tolling pair) {
    return pair.from().event();
  }

  private Grant grant(String name, String text) {
    var parts = text.split("/", -1);
    if (parts.length < 2 || parts.length > 3) {
      throw Parameters.refused(name, "PERIOD/APPROVED or PERIOD/APPROVED/LEVEL");
    }
    var level =
        parts.length < 3 ? null : Parameters.oneOf(name, parts[2], found.pack().levels().keySet());
    return new Grant(period(name, parts[0]), time(name, parts[1]), level);
  }

  /** Whole months and days, or hours; which of them a rule takes is the engine's to say. */
  private static String period(String name, String text) {
    try {
      return Term.ofIso(text, Term.Unit.CALENDAR_DAYS).iso();
    } catch (IllegalArgumentException e) {
      throw Parameters.refused(name, "a period of one unit such as P30D, P2M, P1Y or PT12H");
    }
  }

  private Map<String, Object> facts(List<String> texts) {
    Map<String, Object> facts = new LinkedHashMap<>();
    for (var text : texts) {
      var cut = text.indexOf(':');
      var name = cut < 0 ? text : text.substring(0, cut);
      Parameters.oneOf("fact", name, found.pack().facts().keySet());
      var fact = found.pack().facts().get(name);
      if (fact == null
          || cut < 0
          || facts.put(name, value(fact, text.substring(cut + 1))) != null) {
        throw Parameters.refused("fact", "NAME:VALUE, each name once");
      }
    }
    return facts;
  }

  private static Object value(Fact fact, String text) {
    return fact.values().stream()
        .filter(value -> value.toString().equals(text))
        .findFirst()
        .orElseThrow(
            () ->
                Parameters.refused(
                    "fact",
                    fact.name()
                        + " to be one of "
                        + fact.values().stream().map(Object::toString).sorted().toList()));
  }

  private Instant time(String name, String text) {
    var instant = Moment.read(text).asValue();
    if (instant.isPresent()) {
      return ofOurs(name, instant.get());
    }
    try {
      return ofOurs(name, text.contains("T") ? local(text) : morning(text));
    } catch (DateTimeException e) {
      throw expected(name);
    }
  }

  /** Refuses a time that the clocks of the zone never showed, or showed twice. */
  private Instant local(String text) {
    var local = LocalDateTime.parse(text, LOCAL);
    var offsets = zone.getRules().getValidOffsets(local);
    if (offsets.size() != 1) {
      throw new DateTimeException("no single instant in " + zone + ": " + text);
    }
    return local.toInstant(offsets.getFirst());
  }

  private Instant morning(String text) {
    if (inHours) {
      throw new DateTimeException("a day is not exact enough: " + text);
    }
    return LocalDate.parse(text).atTime(MORNING).atZone(zone).toInstant();
  }

  private Instant ofOurs(String name, Instant at) {
    var year = at.atZone(zone).getYear();
    if (year < FIRST_YEAR || year > LAST_YEAR) {
      throw expected(name);
    }
    return at;
  }

  private ProblemException expected(String name) {
    return Parameters.refused(name, inHours ? HOURS : TIME);
  }
}
