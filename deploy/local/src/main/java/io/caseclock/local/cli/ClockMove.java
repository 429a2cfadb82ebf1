package io.caseclock.local.cli;

import io.caseclock.local.StackException;
import java.time.Duration;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A span of time as one types it: a sign, then days, hours, minutes and seconds of the clock. */
final class ClockMove {

  private static final Pattern FORM =
      Pattern.compile(
          "([+-])(?=\\d)(?:(\\d{1,5})d)?(?:(\\d{1,6})h)?(?:(\\d{1,7})m)?(?:(\\d{1,8})s)?");

  private ClockMove() {}

  static Duration parse(String text) {
    var form = FORM.matcher(text);
    if (!form.matches()) {
      throw new StackException(
          "\"%s\" is no move of the clock. Say +3d, -2h, +1d12h30m, now or reset.".formatted(text));
    }
    var span =
        Duration.ofDays(number(form.group(2)))
            .plusHours(number(form.group(3)))
            .plusMinutes(number(form.group(4)))
            .plusSeconds(number(form.group(5)));
    return form.group(1).equals("-") ? span.negated() : span;
  }

  private static long number(@Nullable String digits) {
    return digits == null ? 0 : Long.parseLong(digits);
  }
}
