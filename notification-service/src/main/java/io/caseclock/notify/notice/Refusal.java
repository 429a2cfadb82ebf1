package io.caseclock.notify.notice;

/** Why a step was not taken. */
public enum Refusal {
  /** No such notice within what the caller sees. */
  UNKNOWN,
  /** Changed since the caller looked. */
  STALE,
  /** The present state has no such step. */
  STATE_FORBIDS,
  /** Only the responsible officer signs and rectifies. */
  NOT_RESPONSIBLE,
  /** Only a legal officer of the unit or of one above reviews. */
  NOT_REVIEWER,
  /** Whoever reported the rectification may not review it. */
  OWN_WORK,
  /** Only a legal officer or a supervisor takes a notice back. */
  NOT_WITHDRAWER,
  /** The step needs a text of 1 to 4,000 characters. */
  TEXT_MISSING;

  /** The caller may not do it, whatever the notice's state. */
  public boolean isAboutTheCaller() {
    return switch (this) {
      case UNKNOWN, NOT_RESPONSIBLE, NOT_REVIEWER, NOT_WITHDRAWER, OWN_WORK -> true;
      case STALE, STATE_FORBIDS, TEXT_MISSING -> false;
    };
  }
}
