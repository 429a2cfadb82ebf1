package io.caseclock.monitor.closing.rest;

import io.caseclock.attribute.Identifier;
import io.caseclock.attribute.Reading;
import io.caseclock.contract.PeriodNumbers.Kind;
import io.caseclock.contract.Words;
import io.caseclock.problem.Problem.Violation;
import io.caseclock.problem.ProblemException;
import io.caseclock.problem.RequestFaults;
import io.caseclock.wire.StrictJson;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads {@code {"unit": "D0101", "kind": "daily", "from": "2026-11-25"}}. */
record ClosingRequest(String unit, Kind kind, LocalDate from) {

  private static final List<String> MEMBERS = List.of("unit", "kind", "from");

  /** Throws a {@link ProblemException} that names every fault. */
  static ClosingRequest read(byte[] body) {
    var members = StrictJson.object(body);
    var faults = RequestFaults.unknown(members, MEMBERS);
    var unit = unit(members.get("unit"), faults);
    var kind = kind(members.get("kind"), faults);
    var from = from(members.get("from"), kind, faults);
    if (!faults.isEmpty() || unit == null || kind == null || from == null) {
      throw RequestFaults.refused(faults);
    }
    return new ClosingRequest(unit, kind, from);
  }

  private static @Nullable String unit(@Nullable Object value, List<Violation> faults) {
    var reading =
        value instanceof String text
            ? Identifier.read(text)
            : Reading.<String>refused("must be a text");
    return RequestFaults.sound(reading, "/unit", faults);
  }

  private static @Nullable Kind kind(@Nullable Object word, List<Violation> faults) {
    var found =
        Arrays.stream(Kind.values()).filter(kind -> Words.of(kind).equals(word)).findFirst();
    if (found.isEmpty()) {
      faults.add(new Violation("/kind", "must be daily, weekly or monthly"));
    }
    return found.orElse(null);
  }

  private static @Nullable LocalDate from(
      @Nullable Object value, @Nullable Kind kind, List<Violation> faults) {
    try {
      var from = LocalDate.parse(value instanceof String text ? text : "");
      var isFirst = kind == null || kind.firstOf(from).equals(from);
      if (isFirst && from.getYear() >= 1900 && from.getYear() <= 2999) {
        return from;
      }
    } catch (DateTimeException e) {
      // told below, as any other text that is no first day
    }
    faults.add(new Violation("/from", "must be the first day of a period, such as 2026-11-23"));
    return null;
  }
}
