package io.caseclock.notify.console;

import io.caseclock.notify.notice.step.Action;
import io.caseclock.notify.notice.step.Command;
import io.caseclock.problem.ProblemException;
import io.caseclock.problem.ProblemType;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads the forms of the notice's page. */
final class StepForms {

  /** Empty where the form lacks a day or an officer; a step that does not exist is no page. */
  static Optional<Command> command(
      String step, String text, @Nullable String on, @Nullable String officer) {
    return switch (step) {
      case "plan" -> day(on).map(day -> Command.plan(day, text));
      case "reassign" ->
          Optional.ofNullable(officer)
              .filter(id -> !id.isBlank())
              .map(id -> Command.reassign(id.strip(), text));
      default ->
          Optional.of(
              Action.ofTextOnly(step)
                  .map(action -> Command.of(action, text))
                  .orElseThrow(
                      () -> new ProblemException(ProblemType.NOT_FOUND, "There is no such step.")));
    };
  }

  /** The version that the page showed; null where it says nothing. */
  static @Nullable Integer version(@Nullable String text) {
    try {
      return text == null || text.isBlank() ? null : Integer.valueOf(text);
    } catch (NumberFormatException e) {
      throw new ProblemException(ProblemType.NOT_FOUND, "There is no such version.");
    }
  }

  private static Optional<LocalDate> day(@Nullable String on) {
    try {
      return Optional.ofNullable(on).map(String::strip).map(LocalDate::parse);
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private StepForms() {}
}
