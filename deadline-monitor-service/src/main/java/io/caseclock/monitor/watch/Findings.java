package io.caseclock.monitor.watch;

import io.caseclock.consume.DeadLetter;
import io.caseclock.contract.CaseEvent;
import io.caseclock.contract.DeadlineEvent;
import io.caseclock.contract.DeadlineEvent.FindingRaised;
import io.caseclock.contract.EventId;
import io.caseclock.contract.Names;
import io.caseclock.contract.Sha256;
import io.caseclock.contract.Subject;
import io.caseclock.contract.Words;
import io.caseclock.monitor.deadline.Contradiction;
import io.caseclock.monitor.deadline.Deadline;
import io.caseclock.monitor.deadline.RefusedExtension;
import io.caseclock.monitor.limit.QuarantineReason;
import io.caseclock.ownership.Ownership;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Faults that people shall see: those that a person recorded, and those found in the data. */
public final class Findings {

  private static final String EXTENSION_REFUSED = "extension-refused";
  private static final int LONGEST_ID = 600;

  /** A fault that a person, or the intake, recorded as an event. */
  static FindingRaised recorded(CaseEvent event, Instant now) {
    var text = event.text("text").orElse("-");
    return new FindingRaised(
        recordedId(event),
        event.caseId(),
        event.subject(),
        event.unit(),
        event.officer(),
        event.text("cause").orElse("recorded"),
        event.text("element").orElse("case"),
        event.text("provision").orElse("-"),
        new Names(text, text),
        now);
  }

  static String recordedId(CaseEvent event) {
    return "finding:" + event.eventId();
  }

  static String unwatchedId(CaseEvent event) {
    return "finding:unwatched:" + event.eventId();
  }

  /**
   * Of a contradiction, or of a stranger, by the name that the case keeps. A name of two events of
   * long ids would be longer than an id may be on a topic and in an index: its hash stands for it.
   */
  static String namedId(String caseId, String name) {
    var id = "finding:" + caseId + ":" + name;
    return id.length() <= LONGEST_ID
        ? id
        : "finding:" + caseId + ":" + Sha256.hex(name.getBytes(StandardCharsets.UTF_8));
  }

  /**
   * An approval without effect.
   *
   * @param approval null where it is one of many that are only counted
   */
  record Refused(@Nullable EventId approval, FindingRaised finding) {}

  /** Approvals that turned out to have no effect, each reported once; many more all together. */
  static List<Refused> refusedExtensions(
      @Nullable StoredDeadline before, Deadline computed, Instant now) {
    List<Refused> findings = new ArrayList<>(0);
    for (var refused : computed.refused()) {
      if (before == null || !before.refused().contains(StoredDeadlineFactory.text(refused))) {
        findings.add(new Refused(refused.event(), refused(computed, refused, now)));
      }
    }
    if (computed.refusedFurther() > 0
        && (before == null || !before.refused().contains(StoredDeadlineFactory.FURTHER))) {
      findings.add(new Refused(null, refusedFurther(computed, now)));
    }
    return findings;
  }

  private static FindingRaised refused(Deadline computed, RefusedExtension refused, Instant now) {
    var rule = computed.rule().names();
    var reason = Words.of(refused.reason());
    var id = "finding:" + computed.key().id() + ":" + refused.event() + ":" + reason;
    if (refused.reason() == RefusedExtension.Reason.TERM_OUT_OF_BOUNDS) {
      return finding(
          computed,
          id,
          reason,
          new Names(
              "“" + rule.zh() + "”所定期限超出法定幅度，按法定幅度计算",
              "The term decided for '"
                  + rule.en()
                  + "' is outside what the law allows; the nearest lawful one is counted"),
          now);
    }
    return finding(
        computed,
        id,
        EXTENSION_REFUSED,
        new Names(
            "“" + rule.zh() + "”的延长不生效（" + reason + "）",
            "An extension of '" + rule.en() + "' has no effect (" + reason + ")"),
        now);
  }

  private static FindingRaised refusedFurther(Deadline computed, Instant now) {
    var rule = computed.rule().names();
    return finding(
        computed,
        "finding:" + computed.key().id() + ":" + StoredDeadlineFactory.FURTHER,
        EXTENSION_REFUSED,
        new Names(
            "“" + rule.zh() + "”另有多次延长不生效，不逐一列出",
            "Further extensions of '" + rule.en() + "' have no effect; they are not listed"),
        now);
  }

  private static FindingRaised finding(
      Deadline computed, String id, String cause, Names text, Instant now) {
    return new FindingRaised(
        id,
        computed.key().caseId(),
        computed.key().subject(),
        computed.responsible().unit(),
        computed.responsible().officer(),
        cause,
        computed.rule().element(),
        computed.version().basis().getFirst().line(),
        text,
        now);
  }

  /** An event of a type that rules listen to, but from a day on which none of them was in force. */
  static FindingRaised unwatched(CaseEvent event, LocalDate day, Instant now) {
    return new FindingRaised(
        unwatchedId(event),
        event.caseId(),
        event.subject(),
        event.unit(),
        event.officer(),
        "unwatched",
        event.subject().kind(),
        "-",
        new Names(
            "“" + event.type() + "”发生之日（" + day + "）没有有效的规则版本，未计算期限，请核对时间",
            "No rule was in force on the day of '"
                + event.type()
                + "' ("
                + day
                + "): nothing watches it; check its time"),
        now);
  }

  /** Two events that cannot both be right. */
  static FindingRaised contradiction(String caseId, Contradiction contradiction, Instant now) {
    var end = contradiction.end();
    var beginning = contradiction.beginning();
    return new FindingRaised(
        namedId(caseId, contradiction.id()),
        caseId,
        end.subject(),
        end.unit(),
        end.officer(),
        "contradiction",
        end.subject().kind(),
        "-",
        new Names(
            "“" + end.type() + "”早于“" + beginning.type() + "”，两者矛盾，请核对更正",
            "'" + end.type() + "' lies before '" + beginning.type() + "': check and correct them"),
        now);
  }

  /** Names the stranger that an event came from, the same for all events of one unit. */
  static String stranger(CaseEvent event) {
    var posting = Objects.requireNonNull(event.posting(), "a stranger's event was posted");
    return "not-the-owner:" + posting.by();
  }

  /** Somebody to whom the case does not belong told something of it, which has no effect. */
  static FindingRaised notTheOwner(CaseEvent event, Ownership ownership, Instant now) {
    var owner = ownership.at(event.occurredAt()).or(ownership::present).orElseThrow();
    var posting = Objects.requireNonNull(event.posting(), "a stranger's event was posted");
    return new FindingRaised(
        namedId(event.caseId(), stranger(event)),
        event.caseId(),
        Subject.ofCase(event.caseId()),
        owner.unit(),
        owner.officer(),
        "not-the-owner",
        "case",
        "-",
        new Names(
            "非本案单位" + posting.by() + "报送的事件不生效，如案件已移交请补报 case-assigned",
            "Events that unit "
                + posting.by()
                + " told of this case have no effect, since the case is not theirs; if it was"
                + " handed over, post case-assigned"),
        now);
  }

  /**
   * A case that cannot be evaluated: its deadlines are not to be relied on.
   *
   * @param unit the unit that opened the case
   */
  static FindingRaised quarantined(
      String caseId, String unit, @Nullable String officer, QuarantineReason why, Instant now) {
    var reason = why.names();
    return new FindingRaised(
        "finding:quarantined:" + caseId + ":" + why.wire() + ":" + now.getEpochSecond(),
        caseId,
        Subject.ofCase(caseId),
        unit,
        officer,
        "quarantined",
        "case",
        "-",
        new Names(
            "案件期限无法计算，已隔离：" + reason.zh() + "；原有期限保留，未经核实",
            "The case cannot be evaluated and is set aside: "
                + reason.en()
                + "; its deadlines stay as they were, unverified"),
        now);
  }

  /** An event of a case could not be taken in: its deadlines are not to be relied on. */
  public static DeadlineEvent lost(String caseId, String unit, DeadLetter letter, Instant now) {
    var where = letter.origin() + " (" + letter.reason().wire() + ")";
    return new FindingRaised(
        "finding:quarantined:" + caseId + ":" + letter.origin() + ":" + letter.id(),
        caseId,
        Subject.ofCase(caseId),
        unit,
        null,
        "quarantined",
        "case",
        "-",
        new Names(
            "案件有一条事件无法读取，期限待核实：" + where,
            "An event of the case cannot be read, its deadlines are unverified: " + where),
        now);
  }

  private Findings() {}
}
