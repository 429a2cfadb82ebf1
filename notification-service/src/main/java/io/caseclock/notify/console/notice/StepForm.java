package io.caseclock.notify.console.notice;

import io.caseclock.notify.console.frame.Choice;
import io.caseclock.notify.console.frame.Forms;
import io.caseclock.notify.notice.Notice;
import io.caseclock.notify.notice.Refusal;
import io.caseclock.notify.notice.step.Action;
import io.caseclock.notify.notice.step.Command;
import io.caseclock.problem.ProblemException;
import io.caseclock.problem.ProblemType;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A form for a step that the rules would let pass.
 *
 * @param isRequired whether it may not be sent without a text
 * @param least the first day that can be planned; empty where no day is asked for
 * @param officers to choose from; empty where none is asked for
 * @param entered what it held when it was sent and refused; else empty
 */
record StepForm(
    Action action,
    boolean isRequired,
    String colour,
    String least,
    List<Choice> officers,
    Entered entered) {

  /**
   * What a form held when it was sent.
   *
   * @param faulty the field that is at fault; empty where none is
   */
  record Entered(String step, String text, String on, String officer, String faulty) {

    static final Entered NOTHING = of("", "");

    /** A form of which nothing is shown again. */
    static Entered of(String step, String faulty) {
      return new Entered(step, "", "", "", faulty);
    }

    /** The same, refused for what one of its fields says. */
    Entered refused(Refusal why) {
      return faulty(FaultyField.of(why));
    }

    /** The same, where the field is empty without which there is no step. */
    Entered withoutWhatItNeeds() {
      return faulty(step.equals("plan") ? "on" : "officer");
    }

    private Entered faulty(String field) {
      return new Entered(step, text, on, officer, field);
    }

    /** For the form of another step it is nothing. */
    Entered of(String path) {
      return step.equals(path) ? this : NOTHING;
    }

    /** Leaves out the text. */
    @Override
    public String toString() {
      return "Entered[" + step + "]";
    }
  }

  /**
   * The form of a command.
   *
   * @param others the officers whom a notice can be handed to
   */
  static StepForm of(Command command, Notice notice, List<Choice> others, Entered entered) {
    var action = command.action();
    return new StepForm(
        action,
        action.needsText() || takesOver(action, notice),
        colour(action),
        command.on() == null ? "" : command.on().toString(),
        action == Action.REASSIGN ? others : List.of(),
        entered.of(action.path()));
  }

  private static boolean takesOver(Action action, Notice notice) {
    return action == Action.REVIEW && notice.state().memory().reviewer() != null;
  }

  private static String colour(Action action) {
    return switch (action) {
      case SIGN, RECTIFY, ACCEPT, REJECT -> "btn-primary";
      case PLAN, REVIEW -> "btn-outline-primary";
      case OBJECT, RETURN, REASSIGN -> "btn-outline-secondary";
      case UPHOLD, WITHDRAW -> "btn-outline-danger";
    };
  }

  /** Empty where the form lacks a day or an officer; a step that does not exist is no page. */
  static Optional<Command> read(
      String step, String text, @Nullable String on, @Nullable String officer) {
    return switch (step) {
      case "plan" -> Forms.day(on).map(day -> Command.plan(day, text));
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
}
