package io.caseclock.notify.notice;

import io.caseclock.problem.ProblemType;

/** Why a step was not taken. */
public enum Refusal {
  /** No such notice within what the caller sees. */
  UNKNOWN(ProblemType.NOT_FOUND),
  /** Changed since the caller looked. */
  STALE(ProblemType.STALE_VERSION),
  /** The present state has no such step. */
  STATE_FORBIDS(ProblemType.STATE_FORBIDS),
  /** Another reviewer has taken it; it is taken over only with a reason. */
  TAKEN_BY_ANOTHER(ProblemType.STATE_FORBIDS),
  /** One objection was decided already. */
  OBJECTED_ALREADY(ProblemType.STATE_FORBIDS),
  /** A supervision order is not accepted before the notice that it names is finished. */
  LOWER_UNFINISHED(ProblemType.STATE_FORBIDS),
  /** Only the responsible officer signs, objects, plans and rectifies. */
  NOT_RESPONSIBLE(ProblemType.NOT_ALLOWED),
  /** Only a legal officer of the unit or of one above reviews. */
  NOT_REVIEWER(ProblemType.NOT_ALLOWED),
  /** Nobody decides on what is his own work. */
  OWN_WORK(ProblemType.NOT_ALLOWED),
  /** Only a legal officer or a supervisor takes a notice back. */
  NOT_WITHDRAWER(ProblemType.NOT_ALLOWED),
  /** Only a legal officer or a supervisor decides on an objection. */
  NOT_DECIDER(ProblemType.NOT_ALLOWED),
  /** Only a legal officer or a supervisor hands a notice to another officer. */
  NOT_ASSIGNER(ProblemType.NOT_ALLOWED),
  /** The planned day has passed, or lies further off than the officer may plan. */
  PLAN_OUT_OF_BOUNDS(ProblemType.RULE_REFUSES),
  /** The new officer is not posted in the notice's unit, or has the notice already. */
  UNKNOWN_OFFICER(ProblemType.RULE_REFUSES),
  /** The step needs a text of 1 to 4,000 characters. */
  TEXT_MISSING(ProblemType.MALFORMED_REQUEST),
  /** A piece of evidence has no content. */
  EVIDENCE_EMPTY(ProblemType.MALFORMED_REQUEST),
  /** A piece of evidence, or all of a notice together, is larger than allowed. */
  EVIDENCE_TOO_LARGE(ProblemType.TOO_LARGE),
  /** The content is none of the allowed types, or not the one that was declared. */
  EVIDENCE_WRONG_TYPE(ProblemType.UNSUPPORTED_MEDIA_TYPE),
  /** It begins as the type that was declared, and is not that from the first byte to the last. */
  EVIDENCE_NOT_SOUND(ProblemType.UNSUPPORTED_MEDIA_TYPE);

  private final ProblemType type;

  Refusal(ProblemType type) {
    this.type = type;
  }

  /** What kind of problem that is for whoever asked. */
  public ProblemType type() {
    return type;
  }

  /** The caller may not do it, whatever the notice's state. */
  public boolean isAboutTheCaller() {
    return switch (this) {
      case UNKNOWN,
          NOT_RESPONSIBLE,
          NOT_REVIEWER,
          NOT_WITHDRAWER,
          NOT_DECIDER,
          NOT_ASSIGNER,
          OWN_WORK ->
          true;
      case STALE,
          STATE_FORBIDS,
          TAKEN_BY_ANOTHER,
          OBJECTED_ALREADY,
          LOWER_UNFINISHED,
          PLAN_OUT_OF_BOUNDS,
          UNKNOWN_OFFICER,
          TEXT_MISSING,
          EVIDENCE_EMPTY,
          EVIDENCE_TOO_LARGE,
          EVIDENCE_WRONG_TYPE,
          EVIDENCE_NOT_SOUND ->
          false;
    };
  }
}
