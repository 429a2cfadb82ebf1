package io.caseclock.monitor.report.rest;

import io.caseclock.contract.DeadlineStatus;
import io.caseclock.problem.Problem;
import io.caseclock.problem.Problem.Violation;
import io.caseclock.problem.ProblemException;
import io.caseclock.problem.ProblemType;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads query parameters; what cannot be read is refused with its name. */
final class Parameters {

  static final int MOST = 500;

  static Instant instant(String name, String text) {
    return read(
        name,
        text,
        "a time with offset, 2026-03-02T10:00:00+08:00",
        any -> OffsetDateTime.parse(any).toInstant());
  }

  static @Nullable Instant optionalInstant(String name, @Nullable String text) {
    return text == null || text.isBlank() ? null : instant(name, text);
  }

  static UUID id(String text) {
    return read("id", text, "the id of a deadline", UUID::fromString);
  }

  static Set<DeadlineStatus> statuses(List<String> texts) {
    var statuses = EnumSet.noneOf(DeadlineStatus.class);
    for (var text : words(texts)) {
      statuses.add(
          read(
              "status",
              text,
              "one of " + Arrays.stream(DeadlineStatus.values()).map(DeadlineStatus::wire).toList(),
              DeadlineStatus::ofWire));
    }
    return statuses;
  }

  /** Repeated parameters and comma-separated ones alike. */
  static List<String> words(List<String> texts) {
    return texts.stream()
        .flatMap(text -> Arrays.stream(text.split(",")))
        .map(String::strip)
        .filter(text -> !text.isEmpty())
        .toList();
  }

  static int limit(int asked) {
    if (asked < 1 || asked > MOST) {
      throw refused("limit", "a number from 1 to " + MOST);
    }
    return asked;
  }

  static <T> T read(String name, String text, String expected, Function<String, T> reader) {
    try {
      return reader.apply(text);
    } catch (IllegalArgumentException | DateTimeException e) {
      throw refused(name, expected);
    }
  }

  private static ProblemException refused(String name, String expected) {
    return new ProblemException(
        Problem.of(
            ProblemType.MALFORMED_REQUEST,
            "A parameter cannot be read; see violations.",
            List.of(new Violation("/" + name, "expected " + expected))));
  }

  private Parameters() {}
}
