package io.caseclock.monitor.watch;

import io.caseclock.contract.Sha256;
import io.caseclock.monitor.deadline.Deadline;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/** A hash over all that a computed deadline rests on, and over the result itself. */
public final class Fingerprint {

  /** Twelve hex digits; the same inputs give the same ones on every replica and every run. */
  public static String of(Deadline deadline, String calendarVersion) {
    var text = new StringBuilder(200);
    text.append(deadline.rule().id()).append('@').append(deadline.version().id()).append('|');
    text.append(calendarVersion).append('|').append(deadline.startedAt()).append('|');
    deadline.contributors().forEach(event -> text.append(event).append(','));
    deadline.refused().forEach(refused -> text.append(refused.event()).append(refused.reason()));
    if (deadline.refusedFurther() > 0) {
      text.append('+').append(deadline.refusedFurther());
    }
    text.append('|').append(Phase.of(deadline.state())).append('|');
    deadline.state().whenDue().ifPresent(due -> text.append(due.at()).append(due.provisional()));
    deadline.state().endedAt().ifPresent(text::append);
    var hash = Sha256.of(text.toString().getBytes(StandardCharsets.UTF_8));
    return HexFormat.of().formatHex(hash, 0, 12);
  }

  private Fingerprint() {}
}
