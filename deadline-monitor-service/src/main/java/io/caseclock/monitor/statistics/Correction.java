package io.caseclock.monitor.statistics;

import io.caseclock.contract.Names;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What became known of one deadline after its period had ended.
 *
 * @param knownAt when the monitor found it
 * @param countedOn the day to which it counts, or counted
 * @param before what it was taken for; null where it was not known in the period, or not in this
 *     unit
 * @param after what it is known as since; null where it counts elsewhere or nowhere
 * @param lateCause data or system, where a timely act came in late; null else
 * @param reason what changed, as in the event that told it
 */
public record Correction(
    String caseId,
    UUID deadlineId,
    Instant knownAt,
    LocalDate countedOn,
    String unit,
    String rule,
    @Nullable String before,
    @Nullable String after,
    @Nullable String lateCause,
    String reason) {

  /** A place in the order by time and deadline. */
  public record Place(Instant knownAt, UUID deadlineId) {}

  /** What it was taken for at the end of the span; what was open then was late. */
  public @Nullable String takenFor() {
    return "running".equals(before) ? "overdue" : before;
  }

  public Place place() {
    return new Place(knownAt, deadlineId);
  }

  /** The words for what it is, in both languages. */
  public static Names names(String outcome) {
    return switch (outcome) {
      case "met" -> new Names("按时完成", "met in time");
      case "met-late" -> new Names("逾期完成", "met late");
      case "overdue" -> new Names("超期未完成", "late and not done");
      case "running", "waiting" -> new Names("未完成", "open");
      case "lapsed" -> new Names("失权", "lapsed");
      case "cut-short" -> new Names("期限未满", "cut short");
      case "cancelled" -> new Names("已取消", "cancelled");
      case "cancelled-late" -> new Names("超期后取消", "cancelled while late");
      default -> throw new IllegalArgumentException("no outcome: " + outcome);
    };
  }
}
