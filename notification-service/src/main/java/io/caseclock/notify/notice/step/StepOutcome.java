package io.caseclock.notify.notice.step;

import io.caseclock.notify.notice.Notice;
import io.caseclock.notify.notice.NoticeStep;
import io.caseclock.notify.notice.Refusal;
import org.jspecify.annotations.Nullable;

/** What came of a command. */
public sealed interface StepOutcome {

  /** It was done; this is the notice now. */
  record Taken(Notice notice) implements StepOutcome {}

  /**
   * It was not done.
   *
   * @param present the notice as it stands; null where the caller may not know of it
   * @param last the newest step that a person has taken, or else the newest; it says who was first
   */
  record Refused(Refusal why, @Nullable Notice present, @Nullable NoticeStep last)
      implements StepOutcome {}
}
