package io.caseclock.notify.console.route;

import io.caseclock.pack.Lead;
import io.caseclock.pack.Lead.Elapsed;
import io.caseclock.pack.Lead.WorkingDays;
import io.caseclock.pack.Lead.WorkingHours;
import io.caseclock.pack.Route;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A length of time as a form holds it: how many, of what. */
record LengthForm(String amount, String unit) {

  /** What may be counted, the shortest first. */
  static final List<String> UNITS =
      List.of("minutes", "hours", "days", "working-hours", "working-days");

  static final LengthForm AT_ONCE = new LengthForm("0", "minutes");
  static final LengthForm NONE = new LengthForm("", "hours");

  static LengthForm of(@Nullable Lead lead) {
    return switch (lead) {
      case null -> NONE;
      case Elapsed elapsed -> of(elapsed.length());
      case WorkingDays working -> new LengthForm("" + working.days(), "working-days");
      case WorkingHours working -> new LengthForm("" + working.hours(), "working-hours");
    };
  }

  /** In the longest unit that says it exactly; a rest of seconds is left out. */
  static LengthForm of(Duration length) {
    if (length.isZero()) {
      return AT_ONCE;
    }
    if (length.equals(Duration.ofDays(length.toDays()))) {
      return new LengthForm("" + length.toDays(), "days");
    }
    return length.equals(Duration.ofHours(length.toHours()))
        ? new LengthForm("" + length.toHours(), "hours")
        : new LengthForm("" + length.toMinutes(), "minutes");
  }

  boolean isGiven() {
    return !amount.isEmpty();
  }

  /** Empty for what is no length, or one beyond a year. */
  Optional<Lead> lead() {
    if (!amount.matches("\\d{1,6}")) {
      return Optional.empty();
    }
    var text =
        switch (unit) {
          case "minutes" -> "PT" + amount + "M";
          case "hours" -> "PT" + amount + "H";
          case "days" -> "P" + amount + "D";
          default -> amount + " " + unit;
        };
    try {
      return Optional.of(Route.length(text));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
