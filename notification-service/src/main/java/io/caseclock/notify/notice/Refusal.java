package io.caseclock.notify.notice;

/** Why a step was not taken. */
public enum Refusal {
  /** No such notice within what the caller sees. */
  UNKNOWN,
  /** Changed since the caller looked. */
  STALE,
  /** The present state has no such step. */
  STATE_FORBIDS,
  /** Another reviewer has taken it; it is taken over only with a reason. */
  TAKEN_BY_ANOTHER,
  /** One objection was decided already. */
  OBJECTED_ALREADY,
  /** A supervision order is not accepted before the notice that it names is finished. */
  LOWER_UNFINISHED,
  /** Only the responsible officer signs, objects, plans and rectifies. */
  NOT_RESPONSIBLE,
  /** Only a legal officer of the unit or of one above reviews. */
  NOT_REVIEWER,
  /** Nobody decides on what is his own work. */
  OWN_WORK,
  /** Only a legal officer or a supervisor takes a notice back. */
  NOT_WITHDRAWER,
  /** Only a legal officer or a supervisor decides on an objection. */
  NOT_DECIDER,
  /** Only a legal officer or a supervisor hands a notice to another officer. */
  NOT_ASSIGNER,
  /** The planned day has passed, or lies further off than the officer may plan. */
  PLAN_OUT_OF_BOUNDS,
  /** The new officer is not posted in the notice's unit, or has the notice already. */
  UNKNOWN_OFFICER,
  /** The step needs a text of 1 to 4,000 characters. */
  TEXT_MISSING,
  /** A piece of evidence has no content. */
  EVIDENCE_EMPTY,
  /** A piece of evidence, or all of a notice together, is larger than allowed. */
  EVIDENCE_TOO_LARGE,
  /** The content is none of the allowed types, or not the one that was declared. */
  EVIDENCE_WRONG_TYPE,
  /** It begins as the type that was declared, and is not that from the first byte to the last. */
  EVIDENCE_NOT_SOUND;

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
