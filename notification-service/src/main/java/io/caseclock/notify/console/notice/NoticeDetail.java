package io.caseclock.notify.console.notice;

import io.caseclock.notify.console.notice.StepForm.Entered;
import io.caseclock.notify.notice.Notice;
import io.caseclock.notify.notice.NoticeFault;
import io.caseclock.notify.notice.NoticeState;
import io.caseclock.notify.notice.NoticeStep;
import io.caseclock.notify.notice.evidence.Evidence;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateExtension;
import io.quarkus.qute.TemplateInstance;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The page of a notice.
 *
 * @param refused why what was sent was not done; empty else
 * @param done what the visitor did a moment ago; empty else
 * @param stations the way from the issue to the end
 * @param nextStep what is due next, or that this is being worked out; empty where nothing is
 * @param supervising what was entered for a supervision order
 * @param sending what was wrong with a file that was sent
 * @param orders supervision orders on it
 * @param lower the notice that it supervises; null where it is no order
 * @param forms of what the visitor may do
 */
@CheckedTemplate(basePath = "notice", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
record NoticeDetail(
    Notice row,
    String refused,
    String done,
    List<Station> stations,
    String nextStep,
    Entered supervising,
    Entered sending,
    DocumentView document,
    List<NoticeFault> faults,
    List<Evidence> evidence,
    List<Notice> orders,
    @Nullable Notice lower,
    List<StepLine> steps,
    List<StepForm> forms,
    boolean mayAddEvidence,
    boolean maySupervise)
    implements TemplateInstance {

  /** A line of the history; {@code detail} is what it says beside its text, or empty. */
  record StepLine(NoticeStep step, String detail) {}

  /** The look of a state's badge. */
  @TemplateExtension
  static String tag(NoticeState state) {
    return switch (state.wire()) {
      case "closed", "accepted" -> "tag-done";
      case "withdrawn" -> "tag-gone";
      case "returned", "objected" -> "tag-attention";
      default -> "tag-open";
    };
  }

  /** The style of a station. */
  @TemplateExtension
  static String style(Station.Place place) {
    return "is-" + place.name().toLowerCase(Locale.ROOT);
  }

  /** Rounded up. */
  @TemplateExtension
  static long kilobytes(Evidence file) {
    return (file.size() + 1023) / 1024;
  }
}
