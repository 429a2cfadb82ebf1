package io.caseclock.notify.wording;

import static io.caseclock.notify.wording.Placeholder.BASIS;
import static io.caseclock.notify.wording.Placeholder.CHANCE;
import static io.caseclock.notify.wording.Placeholder.COUNT;
import static io.caseclock.notify.wording.Placeholder.DUE;
import static io.caseclock.notify.wording.Placeholder.FAULT;
import static io.caseclock.notify.wording.Placeholder.LIST;
import static io.caseclock.notify.wording.Placeholder.NAME;
import static io.caseclock.notify.wording.Placeholder.NUMBER;
import static io.caseclock.notify.wording.Placeholder.PERSON;
import static io.caseclock.notify.wording.Placeholder.REASON;
import static io.caseclock.notify.wording.Placeholder.TASK;
import static io.caseclock.notify.wording.Placeholder.TEXT;
import static io.caseclock.notify.wording.Placeholder.TIMES;
import static io.caseclock.notify.wording.Placeholder.TITLE;
import static io.caseclock.notify.wording.Placeholder.WHAT;
import static io.caseclock.notify.wording.Placeholder.WHY;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** A kind of message that may be put in other words. Bulletins and documents may not. */
public enum TemplateKind {
  WARNING("warning", List.of(NAME), List.of(NAME, DUE)),
  RISK("risk", List.of(NAME), List.of(NAME, DUE, CHANCE, REASON)),
  BREACH("breach", List.of(NAME), List.of(NAME, DUE)),
  REMINDER("reminder", List.of(TIMES, TITLE), List.of(TEXT)),
  RIGHT("right", List.of(NAME), List.of(NAME, DUE)),
  LAPSE("lapse", List.of(NAME), List.of(NAME, DUE)),
  CUT_SHORT("cut-short", List.of(NAME), List.of(NAME, DUE)),
  DIGEST("digest", List.of(NAME, COUNT), List.of(NAME, COUNT, LIST)),
  NOTICE_ISSUED("notice.issued", List.of(NUMBER), List.of(NUMBER, FAULT)),
  NOTICE_ORDERED("notice.ordered", List.of(NUMBER), List.of(NUMBER, FAULT)),
  NOTICE_RECTIFIED("notice.rectified", List.of(NUMBER), List.of(NUMBER)),
  NOTICE_RETURNED("notice.returned", List.of(NUMBER), List.of(NUMBER, WHY)),
  NOTICE_ACCEPTED("notice.accepted", List.of(NUMBER), List.of(NUMBER)),
  NOTICE_WITHDRAWN("notice.withdrawn", List.of(NUMBER), List.of(NUMBER, WHY)),
  NOTICE_UNANSWERED("notice.unanswered", List.of(NUMBER), List.of(NUMBER, DUE)),
  NOTICE_OBJECTED("notice.objected", List.of(NUMBER), List.of(NUMBER)),
  NOTICE_REJECTED("notice.rejected", List.of(NUMBER), List.of(NUMBER)),
  NOTICE_REASSIGNED("notice.reassigned", List.of(NUMBER), List.of(NUMBER)),
  FINDING("finding", List.of(BASIS), List.of(BASIS, WHAT)),
  TASK_OPENED("task", List.of(TASK), List.of(TASK, DUE)),
  CONTACT_GAP("gap", List.of(PERSON), List.of(PERSON));

  private final String wire;
  private final List<Placeholder> ofTitle;
  private final List<Placeholder> ofText;

  TemplateKind(String wire, List<Placeholder> ofTitle, List<Placeholder> ofText) {
    this.wire = wire;
    this.ofTitle = ofTitle;
    this.ofText = ofText;
  }

  public String wire() {
    return wire;
  }

  /** What a part is filled with, in the order of its arguments. */
  public List<Placeholder> placeholders(Part part) {
    return switch (part) {
      case TITLE -> ofTitle;
      case TEXT -> ofText;
    };
  }

  /** The key of a part among the texts of messages. */
  public String key(Part part) {
    return wire + "." + part.wire();
  }

  public static Optional<TemplateKind> ofWire(String text) {
    return Arrays.stream(values()).filter(kind -> kind.wire.equals(text)).findFirst();
  }

  /** A message has two parts. */
  public enum Part {
    /** One line, at the head of the message. */
    TITLE(100),
    /** What it says. */
    TEXT(500);

    private final int longest;

    Part(int longest) {
      this.longest = longest;
    }

    /** So many characters at most. */
    public int longest() {
      return longest;
    }

    public String wire() {
      return this == TITLE ? "title" : "text";
    }
  }
}
