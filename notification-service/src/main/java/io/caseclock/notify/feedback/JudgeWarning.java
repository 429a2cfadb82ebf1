package io.caseclock.notify.feedback;

import io.caseclock.access.Caller;
import io.caseclock.attribute.WrittenText;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A receiver says whether a warning was right, and may think better of it later. */
public final class JudgeWarning {

  /** What somebody adds to a judgement. */
  public static final WrittenText TEXT = WrittenText.lines(2_000);

  private final Judgements judgements;
  private final ToldWarnings warnings;

  public JudgeWarning(Judgements judgements, ToldWarnings warnings) {
    this.judgements = judgements;
    this.warnings = warnings;
  }

  /**
   * Keeps the judgement; the same one again changes nothing.
   *
   * @param cause has to be there exactly where the warning was wrong
   */
  public Outcome judge(
      String messageId,
      Caller caller,
      boolean right,
      @Nullable Cause cause,
      String text,
      Instant now) {
    var person = caller.asOfficer();
    if (person.isEmpty() || !warnings.wasTold(messageId, person.get())) {
      return new Refused(Why.UNKNOWN);
    }
    if (right == (cause != null)) {
      return new Refused(right ? Why.CAUSE_OF_RIGHT : Why.CAUSE_MISSING);
    }
    if (!text.isBlank() && !TEXT.takes(text)) {
      return new Refused(Why.TEXT_UNFIT);
    }
    var judgement =
        new Judgement(messageId, person.get(), caller.name(), right, cause, text.strip(), now);
    return new Kept(judgement, judgements.keep(judgement));
  }

  /** What came of it. */
  public sealed interface Outcome {}

  /**
   * It holds now.
   *
   * @param changed false where it held already
   */
  public record Kept(Judgement judgement, boolean changed) implements Outcome {}

  /** Nothing was changed. */
  public record Refused(Why why) implements Outcome {}

  /** Why not. */
  public enum Why {
    /** No such warning was told to the caller. */
    UNKNOWN,
    /** A wrong warning needs a cause. */
    CAUSE_MISSING,
    /** A right warning takes no cause. */
    CAUSE_OF_RIGHT,
    /** The text is too long, or holds what nobody can read. */
    TEXT_UNFIT
  }
}
