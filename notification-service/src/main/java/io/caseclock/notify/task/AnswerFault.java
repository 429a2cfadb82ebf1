package io.caseclock.notify.task;

/** What is wrong with one answer. */
public record AnswerFault(String questionId, Kind kind) {

  /** In what way. */
  public enum Kind {
    /** The task has no such question. */
    UNKNOWN_QUESTION,
    /** The question does not offer this answer. */
    UNKNOWN_ANSWER,
    /** The question has to be answered. */
    MISSING,
    /** A text is too long, or holds what nobody can read. */
    UNFIT
  }
}
