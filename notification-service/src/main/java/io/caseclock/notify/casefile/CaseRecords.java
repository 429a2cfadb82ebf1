package io.caseclock.notify.casefile;

import io.caseclock.contract.Names;
import io.caseclock.notify.message.MessageKind;
import io.caseclock.notify.task.TaskState;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads what is kept of one case, the newest first and no more than {@link #MOST} of each. */
public interface CaseRecords {

  int MOST = 50;

  /** Notices and supervision orders about the case, issued to or by a unit of the subtree. */
  Found<NoticeLine> notices(String caseId, String root);

  /** Tasks of the subtree that the case led to; open ones first. */
  Found<TaskLine> tasks(String caseId, String root);

  /** What one person was told of the case in their inbox. */
  Found<InboxLine> inbox(String caseId, String person);

  /** Breaches of the case in the subtree, and how they were escalated. */
  Found<EscalationLine> escalations(String caseId, String root);

  /** Who was told what of the case, of messages about units of the subtree. */
  Found<ToldLine> told(String caseId, String root);

  /** Notices of the subtree whose number begins or ends with the text; the whole number first. */
  Found<NoticeLine> noticesByNumber(String text, String root, int limit);

  /**
   * What was found.
   *
   * @param more whether there is more
   */
  record Found<T>(List<T> lines, boolean more) {

    public Found {
      lines = List.copyOf(lines);
    }

    /** The first of them, where one more than these was asked for. */
    public static <T> Found<T> cut(List<T> lines, int limit) {
      return new Found<>(lines.subList(0, Math.min(limit, lines.size())), lines.size() > limit);
    }
  }

  /**
   * A notice.
   *
   * @param names the rule that was broken, or what a finding says
   * @param state a word such as {@code signed}
   * @param dueAt when the breached deadline was due; null for a finding
   */
  record NoticeLine(
      String id,
      String number,
      String caseId,
      Names names,
      String severity,
      String unit,
      String state,
      Instant issuedAt,
      @Nullable Instant dueAt,
      @Nullable ZoneId zone) {

    /** Leaves out the names, which hold free text where a finding led to it. */
    @Override
    public String toString() {
      return "NoticeLine[" + id + " " + number + "]";
    }
  }

  /**
   * A task.
   *
   * @param kind the id of its kind in the pack
   */
  record TaskLine(
      String id,
      String kind,
      String subject,
      String unit,
      TaskState state,
      @Nullable Instant dueAt,
      @Nullable Instant endedAt,
      @Nullable ZoneId zone) {}

  /**
   * A message in the inbox.
   *
   * @param entry the entry in which it stands
   */
  record InboxLine(
      String entry,
      MessageKind kind,
      String severity,
      Names title,
      Instant at,
      @Nullable Instant readAt,
      boolean superseded) {}

  /**
   * An escalation.
   *
   * @param title what was told
   * @param state {@code climbing}, {@code acknowledged} or {@code ended}
   * @param steps how many steps of the policy were taken
   * @param planOn the day for which somebody planned to mend it
   */
  record EscalationLine(
      String id,
      Names title,
      String unit,
      String state,
      int steps,
      Instant openedAt,
      @Nullable LocalDate planOn,
      @Nullable Instant endedAt) {}

  /**
   * A message and who was told it.
   *
   * @param people the officers among them, the first of them
   * @param all how many there are
   */
  record ToldLine(MessageKind kind, Names title, Instant at, List<String> people, int all) {

    public ToldLine {
      people = List.copyOf(people);
    }
  }
}
