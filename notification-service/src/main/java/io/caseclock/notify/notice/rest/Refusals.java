package io.caseclock.notify.notice.rest;

import io.caseclock.notify.notice.Notice;
import io.caseclock.notify.notice.NoticeStep;
import io.caseclock.notify.notice.Refusal;
import io.caseclock.notify.notice.step.StepOutcome.Refused;
import io.caseclock.problem.Problem;
import io.caseclock.problem.ProblemException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A refused step as a problem that says what to do next. */
public final class Refusals {

  public static ProblemException problem(Refused refused) {
    var detail =
        switch (refused.why()) {
          case UNKNOWN -> "There is no notice with this id in your units.";
          case STALE -> "Read the notice again and decide on what it says now.";
          case STATE_FORBIDS -> "See \"state\" for where the notice stands now.";
          case NOT_RESPONSIBLE -> "Only the responsible officer answers a notice.";
          case NOT_REVIEWER -> "Only a legal officer of the unit or above reviews.";
          case TAKEN_BY_ANOTHER ->
              "Another reviewer has taken it; take it over with a reason first.";
          case OBJECTED_ALREADY -> "An objection was decided already.";
          case LOWER_UNFINISHED ->
              "The notice that the order names is not finished; finish that one first.";
          case OWN_WORK ->
              "Whoever has to answer it, issued it, objected or worked on it does not judge"
                  + " it; ask another legal officer.";
          case NOT_WITHDRAWER -> "Only a legal officer or a supervisor withdraws.";
          case NOT_DECIDER -> "Only a legal officer or a supervisor decides.";
          case NOT_ASSIGNER -> "Only a legal officer or a supervisor hands it over.";
          case PLAN_OUT_OF_BOUNDS ->
              "Plan a day from today on and not too far off; further on only a supervisor"
                  + " plans.";
          case UNKNOWN_OFFICER -> "Name another officer who is posted in its unit.";
          case TEXT_MISSING -> "Say it in a text of 1 to 4,000 characters.";
          case EVIDENCE_EMPTY -> "The file is empty.";
          case EVIDENCE_TOO_LARGE ->
              "The file, or all of this notice together, is larger than allowed.";
          case EVIDENCE_WRONG_TYPE ->
              "Send a PDF, JPEG, PNG or a plain text in UTF-8, and declare it as what it is.";
          case EVIDENCE_NOT_SOUND ->
              "The file begins as its type and is not wholly that. An image of up to 50"
                  + " megapixels can be read to its end, and nothing comes behind it; a PDF is"
                  + " not encrypted and has no scripts, launch actions, forms that send or"
                  + " attached files. Save it anew as a plain image or print it to PDF.";
        };
    var problem = Problem.of(refused.why().type(), detail);
    return new ProblemException(
        withPresent(problem, refused.why(), refused.present(), refused.last()));
  }

  /** Where the notice stands, and who has taken the step that was first. */
  private static Problem withPresent(
      Problem problem, Refusal why, @Nullable Notice present, @Nullable NoticeStep last) {
    if (present == null) {
      return problem;
    }
    var seen =
        problem
            .with("state", present.state().wire())
            .with("version", present.version())
            .with("reason", why.name().toLowerCase(Locale.ROOT));
    if (last == null) {
      return seen;
    }
    var by = last.by().officer() == null ? last.by().name() : last.by().officer();
    return seen.with("step", last.kind().wire()).with("by", by).with("at", last.at().toString());
  }

  private Refusals() {}
}
