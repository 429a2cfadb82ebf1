package io.caseclock.notify.notice;

import java.time.ZoneId;

/**
 * What the office has decided about its notices.
 *
 * @param zone in whose calendar the year of a number and a planned day are counted
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

  public NoticeSettings {
    if (longestPlanDays < 1 || longestPlanDays > StepRules.LONGEST_PLAN_DAYS) {
      throw new IllegalArgumentException(
          "caseclock.notice.longest-plan-days is from 1 to "
              + StepRules.LONGEST_PLAN_DAYS
              + ", not "
              + longestPlanDays);
    }
    if (largestEvidence < 1 || largestEvidenceTotal < largestEvidence) {
      throw new IllegalArgumentException(
          "caseclock.notice.evidence-total is at least caseclock.notice.evidence-size");
    }
  }

  String pattern(NoticeKind kind) {
    return switch (kind) {
      case NOTICE -> numberPattern;
      case SUPERVISION_ORDER -> orderPattern;
    };
  }
}
