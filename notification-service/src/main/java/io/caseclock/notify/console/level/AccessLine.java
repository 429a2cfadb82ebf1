package io.caseclock.notify.console.level;

import io.caseclock.access.Caller;
import io.caseclock.access.Role;
import io.caseclock.notify.console.frame.Links;
import io.caseclock.notify.console.level.AccessesTold.One;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An access, as the list shows it.
 *
 * @param running whether the case can still be seen by it
 * @param own whether the visitor opened it, and so may not review it
 * @param form null where nothing can be reviewed
 */
public record AccessLine(One access, boolean running, boolean own, @Nullable ReviewForm form) {

  static AccessLine of(One access, ReviewForm form, Caller visitor, Instant now) {
    var own =
        access.account().equals(visitor.name())
            || (access.officer() != null && access.officer().equals(visitor.officer()));
    var waits = !access.isReviewed() && visitor.is(Role.SUPERVISOR);
    return new AccessLine(
        access, access.until().isAfter(now), waits && own, waits && !own ? form : null);
  }

  public String action() {
    return "/break-glass/" + Links.segment(access.id()) + "/review";
  }

  /** The look of its badge. */
  public String tag() {
    if (access.finding() != null) {
      return access.finding().equals("justified") ? "tag-done" : "tag-breach";
    }
    return running ? "tag-attention" : "tag-gone";
  }
}
