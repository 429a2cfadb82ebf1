package io.caseclock.monitor.list;

import io.caseclock.contract.Names;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A deadline or a finding in a list.
 *
 * @param id of the deadline, or of the finding
 * @param state {@code running}, {@code paused}, {@code breached}, {@code standing}, or how it ended
 * @param moment orders rows of one grade: since when it is late, when it was found, or when it is
 *     due
 * @param rule the rule of a deadline; the cause of a finding
 * @param severity of the rule; {@code ordinary} for a finding
 * @param startedAt when the period began, or when it was found
 * @param age how long its clock has run; of a finding, how long it stands
 * @param found what a finding says; null for a deadline
 */
public record ListRow(
    Kind kind,
    String id,
    Grade grade,
    Instant moment,
    String state,
    String caseId,
    String subject,
    String rule,
    String element,
    String severity,
    String unit,
    @Nullable String officer,
    Instant startedAt,
    @Nullable Instant dueAt,
    @Nullable Instant lateFrom,
    @Nullable Instant endedAt,
    Duration age,
    @Nullable Found found) {

  /** What stands in the row. */
  public enum Kind {
    DEADLINE,
    FINDING
  }

  /**
   * What a finding says.
   *
   * @param provision the provision that was broken; {@code -} where none is named
   */
  public record Found(String provision, Names text) {}

  public Place place() {
    return new Place(grade, moment, id);
  }
}
