package io.caseclock.notify.notice;

import io.caseclock.problem.ProblemType;
import org.jspecify.annotations.Nullable;

/** Why something was not done to a notice, and what the caller can do next. */
public enum Refusal {
  /** No such notice within what the caller sees. */
  UNKNOWN(ProblemType.NOT_FOUND, "There is no notice with this id in your units."),
  /** Changed since the caller looked. */
  STALE(ProblemType.STALE_VERSION, "Read the notice again and decide on what it says now."),
  STATE_FORBIDS(ProblemType.STATE_FORBIDS, "See \"state\" for where the notice stands now."),
  TAKEN_BY_ANOTHER(
      ProblemType.STATE_FORBIDS,
      "Another reviewer has taken it; take it over with a reason first."),
  OBJECTED_ALREADY(ProblemType.STATE_FORBIDS, "An objection was decided already."),
  /** A supervision order is not accepted before the notice that it names is finished. */
  LOWER_UNFINISHED(
      ProblemType.STATE_FORBIDS,
      "The notice that the order names is not finished; finish that one first."),
  /** Only the responsible officer signs, objects, plans and rectifies. */
  NOT_RESPONSIBLE(ProblemType.NOT_ALLOWED, "Only the responsible officer answers a notice."),
  NOT_REVIEWER(ProblemType.NOT_ALLOWED, "Only a legal officer of the unit or above reviews."),
  OWN_WORK(
      ProblemType.NOT_ALLOWED,
      "Whoever has to answer it, issued it, objected or worked on it does not judge it; ask another"
          + " legal officer."),
  NOT_WITHDRAWER(
      ProblemType.NOT_ALLOWED,
      "Only a legal officer or a supervisor of the unit that issued it, or of one above,"
          + " withdraws."),
  /** On an objection. */
  NOT_DECIDER(
      ProblemType.NOT_ALLOWED,
      "Only a legal officer or a supervisor of the unit that issued it, or of one above,"
          + " decides."),
  NOT_ASSIGNER(ProblemType.NOT_ALLOWED, "Only a legal officer or a supervisor hands it over."),
  PLAN_OUT_OF_BOUNDS(
      ProblemType.RULE_REFUSES,
      "Plan a day from today on and not too far off; further on only a supervisor plans.",
      "/on"),
  /** The new officer is not posted in the notice's unit, or has the notice already. */
  UNKNOWN_OFFICER(
      ProblemType.RULE_REFUSES, "Name another officer who is posted in its unit.", "/officer"),
  TEXT_MISSING(
      ProblemType.MALFORMED_REQUEST, "Say it in a text of 1 to 4,000 characters.", "/text"),
  EVIDENCE_EMPTY(ProblemType.MALFORMED_REQUEST, "The file is empty.", ""),
  EVIDENCE_TOO_LARGE(
      ProblemType.TOO_LARGE, "The file, or all of this notice together, is larger than allowed."),
  /** The content is none of the allowed types, or not the one that was declared. */
  EVIDENCE_WRONG_TYPE(
      ProblemType.UNSUPPORTED_MEDIA_TYPE,
      "Send a PDF, JPEG, PNG or a plain text in UTF-8, and declare it as what it is."),
  EVIDENCE_NOT_SOUND(
      ProblemType.UNSUPPORTED_MEDIA_TYPE,
      "The file begins as its type and is not wholly that. An image of up to 50 megapixels can be"
          + " read to its end, and nothing comes behind it; a PDF is not encrypted and has no"
          + " scripts, launch actions, forms that send or attached files. Save it anew as a plain"
          + " image or print it to PDF."),

  /** Only a supervisor or legal officer of a unit above orders. */
  NOT_ABOVE(
      ProblemType.NOT_ALLOWED, "Only the unit that issued it, or one above that, supervises."),
  FINISHED(ProblemType.STATE_FORBIDS, "The notice is finished; nothing is left."),
  /** One order at a time. */
  ORDERED_ALREADY(ProblemType.STATE_FORBIDS, "There is an open order on it already."),

  UNKNOWN_DRAFT(ProblemType.NOT_FOUND, "There is no draft with this id in your units."),
  STALE_DRAFT(ProblemType.STALE_VERSION, "Read the draft again and decide on what it says now."),
  UNKNOWN_UNIT(ProblemType.UNKNOWN_UNIT, "Name a unit of your own subtree.", "/unit"),
  OFFICER_OF_ANOTHER_UNIT(
      ProblemType.RULE_REFUSES,
      "The officer is not posted in that unit; leave it out.",
      "/officer"),
  FOREIGN_CASE(
      ProblemType.NOT_ALLOWED, "The case belongs to a unit that is not one of yours.", "/caseId"),
  WRONG_NUMBER_OF_FAULTS(ProblemType.RULE_REFUSES, "A notice covers 1 to 50 faults.", "/found"),
  /** The monitor has not told it of this unit, or it holds no longer. */
  UNKNOWN_FAULT(
      ProblemType.RULE_REFUSES,
      "\"known\" holds a deadline or finding that is not a fault of this unit now.",
      "/known"),
  HAS_NOTICE(
      ProblemType.STATE_FORBIDS, "One of its deadlines has an open notice already.", "/known"),
  ISSUED_ALREADY(ProblemType.STATE_FORBIDS, "It was issued in the meantime."),

  FOUND_ALREADY(ProblemType.STATE_FORBIDS, "This finding has an open notice already."),
  KEY_USED_OTHERWISE(
      ProblemType.STATE_FORBIDS,
      "This Idempotency-Key was used for another finding; take a new one.");

  private final ProblemType type;
  private final String advice;
  private final @Nullable String pointer;

  Refusal(ProblemType type, String advice) {
    this(type, advice, null);
  }

  Refusal(ProblemType type, String advice, @Nullable String pointer) {
    this.type = type;
    this.advice = advice;
    this.pointer = pointer;
  }

  /** What kind of problem that is for whoever asked. */
  public ProblemType type() {
    return type;
  }

  /** What to do next, in English. */
  public String advice() {
    return advice;
  }

  /** JSON pointer to the member that is at fault; null where no single one is. */
  public @Nullable String pointer() {
    return pointer;
  }

  /** The caller may not do it, whatever the notice's state. */
  public boolean isAboutTheCaller() {
    return type == ProblemType.NOT_FOUND || type == ProblemType.NOT_ALLOWED;
  }
}
