package io.caseclock.notify.console.casepage;

import io.caseclock.notify.casefile.CaseRecords.EscalationLine;
import io.caseclock.notify.casefile.CaseRecords.Found;
import io.caseclock.notify.casefile.CaseRecords.InboxLine;
import io.caseclock.notify.casefile.CaseRecords.NoticeLine;
import io.caseclock.notify.casefile.CaseRecords.TaskLine;
import io.caseclock.notify.casefile.CaseRecords.ToldLine;
import io.caseclock.notify.console.casepage.CaseTimeline.Drawn;
import io.caseclock.notify.console.casepage.CaseTimeline.Kind;
import io.caseclock.notify.console.frame.Links;
import io.caseclock.notify.console.level.Sight;
import io.caseclock.notify.monitor.Answer;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateExtension;
import io.quarkus.qute.TemplateInstance;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The page of a case.
 *
 * @param sight who may see the case
 * @param picture null where the monitor told nothing
 * @param tenuresShown the last of them, unless all were asked for
 * @param toldTo who was told what; nothing for roles that do not see it
 * @param seesTold whether the visitor sees who was told
 * @param hasInbox whether the visitor is told things
 * @param isContinued whether the events do not begin with the first one
 */
@CheckedTemplate(basePath = "casepage", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
record CaseShown(
    String caseId,
    Answer<CaseTimeline> timeline,
    Sight sight,
    @Nullable CasePicture picture,
    List<Kind> legend,
    Answer<CaseEventPage> events,
    Answer<CaseTenures> tenures,
    CaseTenures.Shown tenuresShown,
    Found<NoticeLine> notices,
    Found<TaskShown> tasks,
    Found<InboxLine> inbox,
    Found<EscalationLine> escalations,
    Found<ToldLine> toldTo,
    boolean seesTold,
    boolean hasInbox,
    Past past,
    boolean isContinued)
    implements TemplateInstance {

  /**
   * The day that is looked at.
   *
   * @param asOf as the field holds it; empty for now
   * @param knownAt as the field holds it; empty for now
   */
  record Past(String asOf, String knownAt) {

    public boolean isPast() {
      return !asOf.isEmpty() || !knownAt.isEmpty();
    }
  }

  /** A task with the name of its kind. */
  record TaskShown(TaskLine line, String name) {}

  /** The look of the badge of a deadline, or of a whole case. */
  @TemplateExtension(matchName = "statusTag")
  static String statusTag(String status) {
    return switch (status) {
      case "breached", "met-late", "cut-short" -> "tag-breach";
      case "running" -> "tag-open";
      case "paused", "lapsed" -> "tag-attention";
      case "met", "ended" -> "tag-done";
      default -> "tag-gone";
    };
  }

  /** The look of the badge of a notice's state. */
  @TemplateExtension(matchName = "noticeTag")
  static String noticeTag(String state) {
    return switch (state) {
      case "closed", "accepted" -> "tag-done";
      case "withdrawn" -> "tag-gone";
      case "returned", "objected" -> "tag-attention";
      default -> "tag-open";
    };
  }

  /** The sign inside the mark at the end of a bar. */
  @TemplateExtension
  static String endSign(Drawn deadline) {
    return switch (deadline.status()) {
      case "met" -> "✓";
      case "cancelled", "lapsed" -> "×";
      default -> "!";
    };
  }

  /** Where its explanation is. */
  @TemplateExtension
  static String explanation(Drawn deadline, String caseId) {
    return Links.explanation(caseId, deadline.id());
  }
}
