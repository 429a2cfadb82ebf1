package io.caseclock.notify.console.frame;

import io.caseclock.problem.ProblemException;
import io.caseclock.problem.ProblemType;
import jakarta.ws.rs.core.MultivaluedMap;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads the fields of forms. */
public final class Forms {

  /** The text of a field without the blanks around it; empty where it is missing. */
  public static String text(@Nullable String field) {
    return Objects.toString(field, "").strip();
  }

  public static String text(MultivaluedMap<String, String> form, String name) {
    return text(form.getFirst(name));
  }

  /** Null for nothing, as it is asked for where anything fits. */
  public static @Nullable String given(String text) {
    return text.isEmpty() ? null : text;
  }

  /** What a field of type {@code date} says; empty for anything else. */
  public static Optional<LocalDate> day(@Nullable String text) {
    try {
      return Optional.of(LocalDate.parse(text(text))).filter(Forms::isUsual);
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /** Whether both are days, and the last one lies before the first. */
  public static boolean isTurnedRound(String first, String last) {
    return day(first).flatMap(from -> day(last).map(to -> to.isBefore(from))).orElse(false);
  }

  /** Of a year of four digits; the database does not hold all others. */
  static boolean isUsual(LocalDate day) {
    return day.getYear() >= 1 && day.getYear() <= 9_999;
  }

  /** The version that the page showed; null where it says nothing. */
  public static @Nullable Integer version(@Nullable String text) {
    try {
      return text == null || text.isBlank() ? null : Integer.valueOf(text);
    } catch (NumberFormatException e) {
      throw new ProblemException(ProblemType.NOT_FOUND, "There is no such version.");
    }
  }

  /** A count that a form holds in a hidden field; zero where it says nothing. */
  public static int count(MultivaluedMap<String, String> form, String name, int most) {
    var text = text(form, name);
    if (text.isEmpty()) {
      return 0;
    }
    if (!text.matches("\\d{1,9}") || Integer.parseInt(text) > most) {
      throw FormRefusedException.noSuchValue(name);
    }
    return Integer.parseInt(text);
  }

  private Forms() {}
}
