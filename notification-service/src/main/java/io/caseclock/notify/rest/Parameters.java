package io.caseclock.notify.rest;

import io.caseclock.attribute.Identifier;
import io.caseclock.attribute.WrittenText;
import io.caseclock.directory.Directory;
import io.caseclock.directory.UnitEntry;
import io.caseclock.notify.words.PolicyWords;
import io.caseclock.notify.words.UnknownWord;
import io.caseclock.problem.Problem;
import io.caseclock.problem.Problem.Violation;
import io.caseclock.problem.ProblemException;
import io.caseclock.problem.ProblemType;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads parameters and members strictly: an unknown word would answer with an empty list, and that
 * reads as if nothing were overdue. Every refusal names what is allowed.
 */
public final class Parameters {

  private static final int LONGEST_SEARCH = 120;

  private static final Instant FIRST = Instant.parse("1970-01-01T00:00:00Z");
  private static final Instant BEHIND_LAST = Instant.parse("+10000-01-01T00:00:00Z");

  /** Refuses a word that is none of the known ones; null is none at all. */
  public static void require(String name, @Nullable String word, Collection<String> known) {
    require(PolicyWords.among(name, word, known).stream().toList());
  }

  /** Refuses where any word is unknown, and names all of them at once. */
  public static void require(List<UnknownWord> unknown) {
    if (!unknown.isEmpty()) {
      throw malformed(
          unknown.stream().map(word -> new Violation("/" + word.place(), word.message())).toList());
    }
  }

  /** Refuses a unit that is not in the subtree; to others it is as if it did not exist. */
  public static void requireUnit(
      String name, @Nullable String unit, String root, Directory directory) {
    if (unit != null && !unit.equals(root) && !directory.isWithin(unit, root)) {
      var known = directory.subtree(root).stream().map(UnitEntry::id).toList();
      throw refused(name, UnknownWord.among(name, unit, known).message());
    }
  }

  /** A text that is searched for; null where nothing is said. */
  public static @Nullable String search(String name, @Nullable String text) {
    if (text != null && (text.isBlank() || text.length() > LONGEST_SEARCH)) {
      throw refused(name, "has 1 to " + LONGEST_SEARCH + " characters");
    }
    return text == null ? null : text.strip();
  }

  /** What somebody wrote, without white space around it; empty where nothing is said. */
  public static String written(String name, @Nullable String text, WrittenText kind) {
    return text == null || text.isBlank()
        ? ""
        : kind.read(text).orElseThrow(reason -> refused(name, reason));
  }

  /** True or false; false where nothing is said. */
  public static boolean flag(String name, @Nullable String word) {
    require(name, word, List.of("true", "false"));
    return "true".equals(word);
  }

  /** The one form in which the number of a case is kept and looked for. */
  public static String caseId(String name, String text) {
    return Identifier.read(text).orElseThrow(reason -> refused(name, reason));
  }

  /** A day as ISO 8601 writes it, of a year that a calendar of an office has. */
  public static LocalDate day(String name, String text) {
    try {
      return usualDay(name, LocalDate.parse(text));
    } catch (DateTimeException e) {
      throw refused(name, "is a day such as 2026-11-25");
    }
  }

  /** A day of a year that a calendar of an office has. */
  public static LocalDate usualDay(String name, LocalDate day) {
    if (day.getYear() < 1970 || day.getYear() > 9999) {
      throw refused(name, "lies between the years 1970 and 9999");
    }
    return day;
  }

  /** A point in time that a database holds. */
  public static Instant usual(String name, Instant at) {
    if (at.isBefore(FIRST) || !at.isBefore(BEHIND_LAST)) {
      throw refused(name, "lies between the years 1970 and 9999");
    }
    return at;
  }

  /** The point in time at the beginning of a cursor that is made of one and of an id. */
  public static Instant ofCursor(String text) {
    try {
      return usual("after", Instant.parse(text.substring(0, Math.max(0, text.indexOf('_')))));
    } catch (DateTimeException e) {
      throw Paging.badCursor();
    }
  }

  /** A refusal of one parameter or member; the reason completes a sentence that begins with it. */
  public static ProblemException refused(String name, String reason) {
    return malformed(List.of(new Violation("/" + name, reason)));
  }

  private static ProblemException malformed(List<Violation> violations) {
    var first = violations.getFirst();
    return new ProblemException(
        Problem.of(
            ProblemType.MALFORMED_REQUEST,
            first.pointer().substring(1) + " " + first.message() + ".",
            violations));
  }

  private Parameters() {}
}
