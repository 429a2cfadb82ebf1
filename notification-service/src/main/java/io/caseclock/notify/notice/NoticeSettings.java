package io.caseclock.notify.notice;

import io.caseclock.attribute.WrittenText;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * What the office has decided about its notices.
 *
 * @param zone in whose calendar the year of a number and a planned day are counted, where a notice
 *     is about no rule of a pack
 * @param numberPattern of a notice; see {@link NoticeNumber#text}
 * @param orderPattern of a supervision order
 * @param longestPlanDays how many days off the responsible officer may plan
 * @param largestEvidence bytes of one file
 * @param largestEvidenceTotal bytes of all files of a notice
 */
public record NoticeSettings(
    ZoneId zone,
    String numberPattern,
    String orderPattern,
    int longestPlanDays,
    long largestEvidence,
    long largestEvidenceTotal) {

  /** Characters of what is said with a step. */
  public static final int LONGEST_TEXT = 4_000;

  /** What is said with a step, found or ordered. */
  public static final WrittenText TEXT = WrittenText.lines(LONGEST_TEXT);

  /** No plan at all reaches further than this, whoever makes it. */
  public static final int LONGEST_PLAN_DAYS = 366;

  public NoticeSettings {
    if (longestPlanDays < 1 || longestPlanDays > LONGEST_PLAN_DAYS) {
      throw new IllegalArgumentException(
          "caseclock.notice.longest-plan-days is from 1 to "
              + LONGEST_PLAN_DAYS
              + ", not "
              + longestPlanDays);
    }
    if (largestEvidence < 1 || largestEvidenceTotal < largestEvidence) {
      throw new IllegalArgumentException(
          "caseclock.notice.evidence-total is at least caseclock.notice.evidence-size");
    }
  }

  /** The zone of a notice, or the usual one. */
  public ZoneId zoneOr(@Nullable ZoneId ofNotice) {
    return ofNotice == null ? zone : ofNotice;
  }

  public String pattern(NoticeKind kind) {
    return switch (kind) {
      case NOTICE -> numberPattern;
      case SUPERVISION_ORDER -> orderPattern;
    };
  }
}
