package io.caseclock.monitor.rest;

import io.caseclock.attribute.Identifier;
import io.caseclock.attribute.Moment;
import io.caseclock.attribute.Reading;
import io.caseclock.attribute.SourceUri;
import io.caseclock.contract.DeadlineStatus;
import io.caseclock.contract.EventId;
import io.caseclock.problem.Problem;
import io.caseclock.problem.Problem.Violation;
import io.caseclock.problem.ProblemException;
import io.caseclock.problem.ProblemType;
import io.caseclock.problem.RequestFaults;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads parameters of the query and the path. What cannot be read, or is no word that is known, is
 * refused with the parameter's name and what is expected: an empty listing would read as "nothing
 * is overdue".
 */
public final class Parameters {

  public static final int MOST = 500;

  private static final int MOST_SHOWN = 200;
  private static final String OPEN = "open";

  /** A time with an offset, as events have it. */
  public static Instant instant(String name, String text) {
    return value(name, Moment.read(text));
  }

  /** The name of a case, an officer, an event: in its normal form, however it is written. */
  public static String identifier(String name, @Nullable String text) {
    return value(name, Identifier.read(text == null ? "" : text));
  }

  /** As {@link #identifier}; null where it was not given. */
  public static @Nullable String optionalIdentifier(String name, @Nullable String text) {
    return text == null ? null : identifier(name, text);
  }

  /** An event by its source and id; all that is wrong with the two is told at once. */
  public static EventId event(@Nullable String source, @Nullable String id) {
    List<Violation> faults = new ArrayList<>();
    var readSource = RequestFaults.sound(orMissing(source, SourceUri::read), "/source", faults);
    var readId = RequestFaults.sound(orMissing(id, Identifier::read), "/id", faults);
    if (readSource == null || readId == null) {
      throw problem(faults);
    }
    return new EventId(readSource, readId);
  }

  private static Reading<String> orMissing(
      @Nullable String text, Function<String, Reading<String>> reader) {
    return text == null ? Reading.refused("is missing") : reader.apply(text);
  }

  private static <T> T value(String name, Reading<T> reading) {
    return reading.orElseThrow(reason -> problem(name, reason));
  }

  /** Null where the parameter was not given; an empty one is refused. */
  public static @Nullable Instant optionalInstant(String name, @Nullable String text) {
    return text == null ? null : instant(name, text);
  }

  /** A day such as {@code 2026-11-25}; null where it was not given. */
  public static @Nullable LocalDate optionalDay(String name, @Nullable String text) {
    return text == null ? null : read(name, text, "a day such as 2026-11-25", Parameters::day);
  }

  /** What PostgreSQL can hold and people can mean. */
  private static LocalDate day(String text) {
    var day = LocalDate.parse(text);
    if (day.getYear() < 1900 || day.getYear() > 2999) {
      throw new IllegalArgumentException("no year of ours: " + text);
    }
    return day;
  }

  public static UUID id(String text) {
    return uuid("id", text, "the id of a deadline");
  }

  public static @Nullable UUID optionalId(String name, @Nullable String text) {
    return text == null ? null : uuid(name, text, "the 'next' of a page");
  }

  /** Java reads shortened ones as well, which nobody ever gave out. */
  private static UUID uuid(String name, String text, String expected) {
    return read(
        name,
        text,
        expected,
        any -> {
          var id = UUID.fromString(any);
          if (!id.toString().equals(any.toLowerCase(Locale.ROOT))) {
            throw new IllegalArgumentException("not a whole UUID");
          }
          return id;
        });
  }

  /** Where the page begins that is asked for; null for the first one. */
  public static <T> @Nullable T cursor(@Nullable String text, Function<String, T> reader) {
    return text == null ? null : read("after", text, "the 'next' of a page", reader);
  }

  /** A word out of a closed list; null where it was not given. */
  public static @Nullable String oneOf(
      String name, @Nullable String word, Collection<String> known) {
    if (word != null && !known.contains(word)) {
      throw refused(name, "one of " + shown(known));
    }
    return word;
  }

  /** Words out of a closed list, repeated or comma-separated; none where it was not given. */
  public static Set<String> someOf(String name, List<String> texts, Collection<String> known) {
    var words = words(name, texts);
    words.forEach(word -> oneOf(name, word, known));
    return Set.copyOf(words);
  }

  /** Long lists are cut, since a refusal is to be read. */
  private static String shown(Collection<String> known) {
    var sorted = known.stream().sorted().toList();
    return sorted.size() <= MOST_SHOWN
        ? sorted.toString()
        : sorted.subList(0, MOST_SHOWN) + " and " + (sorted.size() - MOST_SHOWN) + " more";
  }

  /** Words of {@link DeadlineStatus}; {@code open} stands for all that are still to be done. */
  public static Set<DeadlineStatus> statuses(List<String> texts) {
    var statuses = EnumSet.noneOf(DeadlineStatus.class);
    for (var text : words("status", texts)) {
      if (text.equals(OPEN)) {
        all().filter(DeadlineStatus::isOpen).forEach(statuses::add);
      } else {
        statuses.add(read("status", text, "one of " + statusWords(), DeadlineStatus::ofWire));
      }
    }
    return statuses;
  }

  private static List<String> statusWords() {
    return Stream.concat(all().map(DeadlineStatus::wire), Stream.of(OPEN)).toList();
  }

  private static Stream<DeadlineStatus> all() {
    return Arrays.stream(DeadlineStatus.values());
  }

  /** Ids of deadlines, repeated or comma-separated, at most so many. */
  public static Set<UUID> ids(String name, List<String> texts, int most) {
    var words = words(name, texts);
    if (words.size() > most) {
      throw refused(name, "at most " + most + " ids");
    }
    return words.stream()
        .map(word -> uuid(name, word, "ids of deadlines"))
        .collect(Collectors.toUnmodifiableSet());
  }

  /** Repeated parameters and comma-separated ones alike; an empty word is refused. */
  private static List<String> words(String name, List<String> texts) {
    var words =
        texts.stream()
            .flatMap(text -> Arrays.stream(text.split(",", -1)))
            .map(String::strip)
            .toList();
    if (words.contains("")) {
      throw refused(name, "words, none of them empty");
    }
    return words;
  }

  public static int limit(String asked, int most) {
    var expected = "a number from 1 to " + most;
    var limit = read("limit", asked, expected, Integer::parseInt);
    if (limit < 1 || limit > most) {
      throw refused("limit", expected);
    }
    return limit;
  }

  private static <T> T read(String name, String text, String expected, Function<String, T> reader) {
    try {
      return reader.apply(text);
    } catch (IllegalArgumentException | DateTimeException e) {
      throw refused(name, expected);
    }
  }

  public static ProblemException refused(String name, String expected) {
    return problem(name, "expected " + expected);
  }

  private static ProblemException problem(String name, String message) {
    return problem(List.of(new Violation("/" + name, message)));
  }

  private static ProblemException problem(List<Violation> faults) {
    return new ProblemException(
        Problem.of(
            ProblemType.MALFORMED_REQUEST, "A parameter cannot be read; see violations.", faults));
  }

  private Parameters() {}
}
