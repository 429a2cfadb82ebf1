package io.caseclock.notify.message;

import io.caseclock.contract.Names;
import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * What is told, before it is known to whom. It holds no case content beyond identifiers.
 *
 * @param id deterministic: telling the same thing again gives the same id
 * @param unit the unit it concerns
 * @param officer the responsible officer, where one is named
 * @param rule the deadline's rule, or the provision of a finding
 * @param list the supervision list that the deadline counts in
 * @param source the system whose event started the deadline
 * @param zone of the pack whose deadline it is; null where it belongs to no pack
 * @param stage the deadline's stage where it is a warning or a breach
 */
public record Message(
    String id,
    MessageKind kind,
    String unit,
    @Nullable String officer,
    @Nullable String deadlineId,
    @Nullable String noticeId,
    String caseId,
    String subject,
    @Nullable String rule,
    @Nullable String list,
    @Nullable String source,
    Names title,
    Names text,
    String severity,
    @Nullable String stage,
    @Nullable Instant dueAt,
    @Nullable ZoneId zone) {

  /** What stands for a rule where somebody opened a restricted case in need. */
  public static final String ACCESS = "break-glass";

  /** The id of the message about one such access; no other message has an id like it. */
  public static String ofAccess(Object access) {
    return ACCESS + ":" + access;
  }

  /**
   * Whether it says that somebody opened a restricted case in need. Who watches over that is told
   * at once: no silence, digest or budget holds it back, and no policy says otherwise.
   */
  public boolean tellsAccess() {
    return kind == MessageKind.FINDING && id.startsWith(ACCESS + ":") && ACCESS.equals(rule);
  }
}
