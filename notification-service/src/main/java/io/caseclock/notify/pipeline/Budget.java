package io.caseclock.notify.pipeline;

import io.caseclock.notify.pipeline.PipelineResult.Held;
import io.caseclock.notify.pipeline.StageVerdict.Hold;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/**
 * So many groups of messages an hour go to a recipient by a channel. What is over, and not
 * critical, waits for the next hour, and then goes out as one digest; it is never lost.
 */
public final class Budget {

  /**
   * What the budget allows.
   *
   * @param out goes out now
   * @param held waits for the next hour
   */
  public record Split(List<MessageGroup> out, List<Held> held) {
    public Split {
      out = List.copyOf(out);
      held = List.copyOf(held);
    }
  }

  /** What is critical goes out in any case, and counts like the rest. */
  public Split split(List<MessageGroup> groups, MailboxState mailbox) {
    var left = mailbox.budget() - mailbox.sentThisHour();
    var hold =
        new Hold(
            Reason.BUDGET, mailbox.now().truncatedTo(ChronoUnit.HOURS).plus(1, ChronoUnit.HOURS));
    List<MessageGroup> out = new ArrayList<>();
    List<Held> held = new ArrayList<>();
    for (var group : groups) {
      if (group.isCritical() || left > 0) {
        out.add(group);
        left--;
      } else {
        group.messages().forEach(message -> held.add(new Held(message, hold)));
      }
    }
    return new Split(out, held);
  }
}
