package io.caseclock.local.secondengine;

import io.caseclock.contract.CaseEvent;
import io.caseclock.contract.Subject;
import io.caseclock.pack.Extension;
import io.caseclock.pack.Pack;
import io.caseclock.pack.Rule;
import io.caseclock.pack.RuleVersion;
import io.caseclock.pack.Term;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/**
 * Goes through what may lengthen a period in the order in which it happened: a suspension counts if
 * it began, and an extension if it was approved, on or before the last day that held then.
 */
final class NaiveWalk {

  private final Pack pack;
  private final Rule rule;
  private final RuleVersion version;
  private final NaivePeriod period;
  private final Instant run;
  private final Instant until;
  private int kind;
  private int refused;
  private int granted;

  /**
   * @param run when the period began, after the last restart
   * @param until when it ended, or now
   */
  NaiveWalk(
      Pack pack, Rule rule, RuleVersion version, NaivePeriod period, Instant run, Instant until) {
    this.pack = pack;
    this.rule = rule;
    this.version = version;
    this.period = period;
    this.run = run;
    this.until = until;
  }

  void go(List<NaiveSpan> spans, List<CaseEvent> events, Subject subject) {
    var inOrder = spans.stream().sorted(Comparator.comparing(NaiveSpan::from)).toList();
    var next = 0;
    for (var event : events) {
      while (next < inOrder.size() && !inOrder.get(next).from().isAfter(event.occurredAt())) {
        suspend(inOrder.get(next));
        next++;
      }
      if (isApproval(rule, event, subject, run, until) && !isGranted(event)) {
        refused++;
      }
    }
  }

  /**
   * One that began before the run counts from the run on, and one that was over then not at all.
   */
  private void suspend(NaiveSpan span) {
    if (span.to() != null && !span.to().isAfter(run)) {
      return;
    }
    var own = span.from().isAfter(run) ? span : new NaiveSpan(run, span.to());
    if (isInTime(own.from())) {
      period.leaveOut(own);
    }
  }

  /** Until the last day is over, and as long as the period stands still. */
  private boolean isInTime(Instant instant) {
    return period.isSuspendedAt(instant) || !period.due(until).isPassedAt(instant);
  }

  /** How many approvals there were, effective or not. */
  static int approvals(
      Rule rule, List<CaseEvent> events, Subject subject, Instant run, Instant until) {
    var approvals = 0;
    for (var event : events) {
      approvals += isApproval(rule, event, subject, run, until) ? 1 : 0;
    }
    return approvals;
  }

  /** Of this rule and of the run; one that names the case concerns everybody in it. */
  private static boolean isApproval(
      Rule rule, CaseEvent event, Subject subject, Instant run, Instant until) {
    return event.type().equals("extension-approved")
        && rule.id().equals(event.data().get("rule"))
        && (event.subject().equals(subject) || event.subject().isCase())
        && !event.occurredAt().isBefore(run)
        && !event.occurredAt().isAfter(until);
  }

  /** By the kind that is in use, or by the next one once that was used (as 刑事诉讼法 156, 158, 159). */
  private boolean isGranted(CaseEvent approval) {
    if (!isInTime(approval.occurredAt())) {
      return false;
    }
    for (var tried = kind; tried < version.extensions().size(); tried++) {
      var usedBefore = tried == kind ? granted : 0;
      if (grants(version.extensions().get(tried), usedBefore, approval)) {
        kind = tried;
        granted = usedBefore + 1;
        return true;
      }
      if (usedBefore == 0) {
        return false;
      }
    }
    return false;
  }

  /** How many approvals moved nothing. */
  int refused() {
    return refused;
  }

  private boolean grants(Extension extension, int usedBefore, CaseEvent approval) {
    var isLeft = extension.times() == Extension.UNLIMITED || usedBefore < extension.times();
    if (!isLeft || !(approval.data().get("adds") instanceof String text)) {
      return false;
    }
    try {
      return grants(extension, Term.ofIso(text, extension.adds().unit()), approval);
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private boolean grants(Extension extension, Term adds, CaseEvent approval) {
    if (adds.isInHours() != extension.adds().isInHours()
        || adds.isInHours() != period.isInHours()
        || adds.isLongerThan(extension.adds())
        || !isHighEnough(extension, approval)
        || isTooMuchInAll(extension, adds)) {
      return false;
    }
    period.extend(adds);
    return true;
  }

  /** At least the level that the law names, in the same line. */
  private boolean isHighEnough(Extension extension, CaseEvent approval) {
    var least = pack.levels().get(extension.level());
    return approval.data().get("level") instanceof String text
        && pack.levels().containsKey(text)
        && least != null
        && pack.levels().get(text).satisfies(least);
  }

  private boolean isTooMuchInAll(Extension extension, Term adds) {
    return extension.total() != null && period.lengthWith(adds).isLongerThan(extension.total());
  }
}
