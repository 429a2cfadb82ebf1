package io.caseclock.notify.notice.step;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What a person wants to do to a notice.
 *
 * @param text what is said with it; empty where nothing is
 * @param on the last day of a plan, inclusive; null for any other action
 * @param officer to whom it is handed; null for any other action
 */
public record Command(
    Action action, String text, @Nullable LocalDate on, @Nullable String officer) {

  public Command {
    if ((action == Action.PLAN) != (on != null)
        || (action == Action.REASSIGN) != (officer != null)) {
      throw new IllegalArgumentException("a plan has a day, a hand-over an officer: " + action);
    }
  }

  /** An action that needs no more than a text; one that takes none drops it. */
  public static Command of(Action action, String text) {
    return new Command(action, action.takesText() ? text : "", null, null);
  }

  public static Command plan(LocalDate on, String text) {
    return new Command(Action.PLAN, text, on, null);
  }

  public static Command reassign(String officer, String text) {
    return new Command(Action.REASSIGN, text, null, officer);
  }

  /** Leaves out the text. */
  @Override
  public String toString() {
    return "Command[" + action + "]";
  }
}
