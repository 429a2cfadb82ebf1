package io.caseclock.notify.feedback.rest;

import io.caseclock.notify.feedback.Cause;
import io.caseclock.notify.feedback.Judgement;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The caller's judgement as the API shows it.
 *
 * @param right null where the caller has said nothing yet
 * @param history every judgement of the caller, newest first
 */
public record FeedbackView(
    String letterId,
    @Nullable Boolean right,
    @Nullable String cause,
    @Nullable String text,
    @Nullable Instant at,
    List<Said> history) {

  static FeedbackView of(String messageId, List<Judgement> judgements) {
    var history = judgements.stream().map(Said::of).toList();
    if (history.isEmpty()) {
      return new FeedbackView(messageId, null, null, null, null, history);
    }
    var now = history.getFirst();
    return new FeedbackView(messageId, now.right(), now.cause(), now.text(), now.at(), history);
  }

  /** Leaves out the texts. */
  @Override
  public String toString() {
    return "FeedbackView[" + letterId + " " + right + "]";
  }

  /** One judgement. */
  public record Said(boolean right, @Nullable String cause, String text, Instant at) {
    static Said of(Judgement judgement) {
      return new Said(
          judgement.right(),
          Optional.ofNullable(judgement.cause()).map(Cause::wire).orElse(null),
          judgement.text(),
          judgement.at());
    }

    /** Leaves out the text. */
    @Override
    public String toString() {
      return "Said[" + right + " " + cause + "]";
    }
  }
}
