package io.caseclock.monitor.example;

import io.caseclock.pack.Roll;
import io.caseclock.pack.RuleVersion;
import io.caseclock.pack.Term;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What else happens in an example. Several of a kind are joined by {@code +}; a word after a span
 * or an instant names the event where the rule knows several.
 */
final class Circumstances {

  /** A span from one day to another. */
  record NamedSpan(LocalDate from, LocalDate to, String type) {}

  /** An instant. */
  record NamedInstant(Instant at, String type) {}

  /** Extra time, and the day on which it was approved. */
  record Approval(Term adds, LocalDate on) {}

  private final Map<String, String> told;
  private final ZoneId zone;

  Circumstances(Map<String, String> told, ZoneId zone) {
    this.told = told;
    this.zone = zone;
  }

  boolean contains(String name) {
    return told.containsKey(name);
  }

  LocalDate dayOf(Instant instant) {
    return instant.atZone(zone).toLocalDate();
  }

  /** The version with the example's own roll, or with a period that an event could not carry. */
  RuleVersion changed(RuleVersion version) {
    var rolled =
        contains("roll") ? version.withRoll(read("roll", text("roll"), this::roll)) : version;
    return period().filter(term -> !isCarriedByEvent(term, version)).isPresent()
        ? rolled.withPeriod(period().orElseThrow())
        : rolled;
  }

  /** The period as the starting event carries it. */
  Optional<Term> decidedTerm(RuleVersion version) {
    return period().filter(term -> isCarriedByEvent(term, version));
  }

  private Optional<Term> period() {
    return contains("period")
        ? Optional.of(read("period", text("period"), Term::parse))
        : Optional.empty();
  }

  private static boolean isCarriedByEvent(Term term, RuleVersion version) {
    return Term.ofIso(term.iso(), version.period().unit()).equals(term);
  }

  private Roll roll(String text) {
    return Roll.valueOf(text.toUpperCase(Locale.ROOT).replace('-', '_'));
  }

  List<NamedSpan> spans() {
    return each("tolling").map(part -> read("tolling", part, Circumstances::span)).toList();
  }

  private static NamedSpan span(String text) {
    var words = text.split(" ", 2);
    var days = words[0].split("\\.\\.", 2);
    if (days.length != 2) {
      throw new IllegalArgumentException(text);
    }
    return new NamedSpan(LocalDate.parse(days[0]), LocalDate.parse(days[1]), rest(words));
  }

  List<Approval> approvals() {
    return each("extensions").map(part -> read("extensions", part, this::approval)).toList();
  }

  private Approval approval(String text) {
    var parts = text.split(" approved ", 2);
    if (parts.length != 2) {
      throw new IllegalArgumentException(text);
    }
    return new Approval(Term.parse(parts[0]), LocalDate.parse(parts[1].strip()));
  }

  List<NamedInstant> instants(String name) {
    return instantTexts(name).map(part -> read(name, part, Circumstances::instant)).toList();
  }

  /** A time's own offset has a plus as well, so that only a plus before a year separates. */
  private Stream<String> instantTexts(String name) {
    return contains(name)
        ? Arrays.stream(text(name).split("\\+(?=\\d{4}-)")).map(String::strip)
        : Stream.empty();
  }

  private static NamedInstant instant(String text) {
    var words = text.split(" ", 2);
    return new NamedInstant(OffsetDateTime.parse(words[0]).toInstant(), rest(words));
  }

  private static String rest(String[] words) {
    return words.length == 2 ? words[1].strip() : "";
  }

  /** The facts stated with the starting event, each as the pack declares its value. */
  Map<String, Object> facts(BiFunction<String, String, Object> declared) {
    Map<String, Object> facts = new LinkedHashMap<>();
    if (contains("custody")) {
      facts.put("custody", text("custody").equals("yes"));
    }
    each("facts")
        .forEach(
            part -> {
              var pair = part.split(":", 2);
              if (pair.length != 2) {
                throw unclear("facts", part);
              }
              facts.put(pair[0].strip(), declared.apply(pair[0].strip(), pair[1].strip()));
            });
    return facts;
  }

  private Stream<String> each(String name) {
    return contains(name)
        ? Arrays.stream(text(name).split("\\+")).map(String::strip)
        : Stream.empty();
  }

  private String text(String name) {
    return told.getOrDefault(name, "");
  }

  private static <T> T read(String name, String text, Function<String, T> reader) {
    try {
      return reader.apply(text);
    } catch (IllegalArgumentException | DateTimeException e) {
      throw unclear(name, text);
    }
  }

  private static UnclearExampleException unclear(String name, String text) {
    return new UnclearExampleException("'" + name + "=' cannot read '" + text + "'");
  }
}
