package io.caseclock.notify.notice.step;

import java.util.Optional;

/** Reads the steps that need no more than a text from the last part of their path. */
public final class TextSteps {

  /** Empty where there is no such step. */
  public static Optional<Command> command(String step, String text) {
    return Optional.ofNullable(
        switch (step) {
          case "sign" -> new Command.Sign();
          case "object" -> new Command.RaiseObjection(text);
          case "uphold" -> new Command.UpholdObjection(text);
          case "reject" -> new Command.RejectObjection(text);
          case "rectify" -> new Command.Rectify(text);
          case "review" -> new Command.Review(text);
          case "accept" -> new Command.Accept(text);
          case "return" -> new Command.GiveBack(text);
          case "withdraw" -> new Command.Withdraw(text);
          default -> null;
        });
  }

  private TextSteps() {}
}
