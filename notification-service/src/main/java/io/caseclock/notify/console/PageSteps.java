package io.caseclock.notify.console;

import io.caseclock.access.Caller;
import io.caseclock.notify.delivery.Inboxes;
import io.caseclock.notify.notice.Command;
import io.caseclock.notify.notice.Notice;
import io.caseclock.notify.notice.StepOutcome;
import io.caseclock.notify.notice.TakeStep;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is done from a page, committed before the page is shown again. */
@ApplicationScoped
public class PageSteps {

  private final TakeStep takeStep;
  private final Inboxes inboxes;
  private final InstantSource clock;

  @Inject
  PageSteps(TakeStep takeStep, Inboxes inboxes, InstantSource clock) {
    this.takeStep = takeStep;
    this.inboxes = inboxes;
    this.clock = clock;
  }

  @Transactional
  public StepOutcome take(String id, Caller caller, Command command, @Nullable Integer version) {
    return takeStep.take(id, caller, command, version, clock.instant());
  }

  /** What the visitor could do now. */
  public List<Command> allowed(Notice notice, Caller caller) {
    return takeStep.allowed(notice, caller, clock.instant());
  }

  /** Marks a person's own message as read; one that the person has not got is let be. */
  @Transactional
  public void read(String message, String person) {
    inboxes.read(message, person, clock.instant());
  }
}
