package io.caseclock.notify.console.notice;

import io.caseclock.access.Caller;
import io.caseclock.notify.notice.Notice;
import io.caseclock.notify.notice.NoticeDeadlines;
import io.caseclock.notify.notice.NoticeStep;
import io.caseclock.notify.notice.Outcome;
import io.caseclock.notify.notice.StoredDocument;
import io.caseclock.notify.notice.document.DocumentForm;
import io.caseclock.notify.notice.document.DocumentStore;
import io.caseclock.notify.notice.evidence.AddEvidence;
import io.caseclock.notify.notice.evidence.Evidence;
import io.caseclock.notify.notice.evidence.EvidenceStore;
import io.caseclock.notify.notice.issue.IssueSupervisionOrder;
import io.caseclock.notify.notice.step.Command;
import io.caseclock.notify.notice.step.TakeStep;
import io.caseclock.notify.packs.RulePacks;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is done from a page, committed before the page is shown again. */
@ApplicationScoped
public class NoticeActions {

  private final TakeStep takeStep;
  private final AddEvidence addEvidence;
  private final EvidenceStore evidence;
  private final DocumentStore documents;
  private final IssueSupervisionOrder supervision;
  private final InstantSource clock;
  private final NoticeDeadlines deadlines;
  private final RulePacks packs;

  @Inject
  NoticeActions(
      TakeStep takeStep,
      AddEvidence addEvidence,
      EvidenceStore evidence,
      DocumentStore documents,
      IssueSupervisionOrder supervision,
      InstantSource clock,
      NoticeDeadlines deadlines,
      RulePacks packs) {
    this.packs = packs;
    this.deadlines = deadlines;
    this.takeStep = takeStep;
    this.addEvidence = addEvidence;
    this.evidence = evidence;
    this.documents = documents;
    this.supervision = supervision;
    this.clock = clock;
  }

  @Transactional
  public Outcome<Notice> take(
      String id, Caller caller, Command command, @Nullable Integer version) {
    return takeStep.take(id, caller, command, version, clock.instant());
  }

  /** What the visitor could do now. */
  public List<Command> allowed(Notice notice, Caller caller) {
    return takeStep.allowed(notice, caller, clock.instant());
  }

  @Transactional
  public Outcome<Evidence> add(String id, Caller caller, AddEvidence.Sent sent) {
    return addEvidence.add(id, caller, sent, clock.instant());
  }

  @Transactional
  public Outcome<Notice> supervise(String id, Caller caller, String why) {
    return supervision.order(id, caller, why, clock.instant());
  }

  /**
   * What of a notice is due next.
   *
   * @param history oldest first
   */
  NextDue due(String id, List<NoticeStep> history) {
    return NextDue.of(deadlines.nextOf(List.of(id)).get(id), history, packs, clock.instant());
  }

  public Instant now() {
    return clock.instant();
  }

  /** The files of a notice that the visitor was allowed to find. */
  public List<Evidence> evidence(String id) {
    return evidence.ofNotice(id);
  }

  /** What a notice that the visitor was allowed to find says, as it was issued. */
  public StoredDocument document(String id) {
    return documents.document(id, DocumentForm.JSON).orElseThrow();
  }

  public boolean mayAddEvidence(Notice notice, Caller caller) {
    return addEvidence.mayAdd(notice, caller, clock.instant());
  }

  public boolean maySupervise(Notice notice, Caller caller) {
    return !notice.state().isFinished() && supervision.mayOrder(notice, caller);
  }
}
