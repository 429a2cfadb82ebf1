package io.caseclock.notify.console.notice;

import io.caseclock.notify.notice.Refusal;
import java.util.Objects;

/** At which field of a form a refusal stands. */
final class FaultyField {

  private FaultyField() {}

  /** Its name; empty where no single one is at fault. */
  static String of(Refusal why) {
    return Objects.requireNonNullElse(why.pointer(), "").replaceFirst("^/", "");
  }
}
