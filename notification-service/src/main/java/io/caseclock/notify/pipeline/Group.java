package io.caseclock.notify.pipeline;

import io.caseclock.notify.pipeline.Verdict.Hold;
import java.time.Duration;

/**
 * Lets a letter wait a moment, so that what happens together is told together: one message per
 * person and unit. The window of the first letter holds for all that join it.
 *
 * @param window how long the first one waits
 * @param criticalWindow the same for what is critical
 */
public record Group(Duration window, Duration criticalWindow) implements Stage {

  @Override
  public Verdict judge(Waiting waiting, Desk desk) {
    var until = waiting.queuedAt().plus(windowOf(waiting.critical()));
    return desk.now().isBefore(until) ? new Hold(Reason.GROUPING, until) : Verdict.PASS;
  }

  public Duration windowOf(boolean critical) {
    return critical ? criticalWindow : window;
  }
}
