package io.caseclock.notify.console.notice;

import io.caseclock.access.Caller;
import io.caseclock.notify.notice.Actor;
import io.caseclock.notify.notice.NoticeStep;
import io.caseclock.notify.notice.evidence.Evidence;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Says to the visitor what they have done a moment ago, on the page that follows. */
final class JustDone {

  private static final Duration MOMENT = Duration.ofSeconds(15);

  private JustDone() {}

  /** Empty where the newest thing is older, or somebody else's. */
  static String of(
      List<NoticeStep> history,
      List<Evidence> files,
      Caller visitor,
      Instant now,
      NoticeTexts texts) {
    var since = now.minus(MOMENT);
    var step = history.isEmpty() ? null : history.getLast();
    var file = files.isEmpty() ? null : files.getLast();
    if (file != null && (step == null || file.at().isAfter(step.at()))) {
      return isOf(file.by(), file.at(), visitor, since) ? texts.received(file.name()) : "";
    }
    return step != null && isOf(step.by(), step.at(), visitor, since)
        ? texts.recorded(texts.step(step.kind()))
        : "";
  }

  private static boolean isOf(Actor by, Instant at, Caller visitor, Instant since) {
    return by.name().equals(visitor.name()) && at.isAfter(since);
  }
}
