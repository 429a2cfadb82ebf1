package io.caseclock.notify.notice.draft;

import io.caseclock.access.Caller;
import io.caseclock.contract.Names;
import io.caseclock.directory.Directory;
import io.caseclock.notify.notice.Actor;
import io.caseclock.notify.notice.Fault;
import io.caseclock.notify.notice.Notice;
import io.caseclock.notify.notice.NoticeContent;
import io.caseclock.notify.notice.NoticeKind;
import io.caseclock.notify.notice.Notices;
import io.caseclock.notify.notice.Outcome;
import io.caseclock.notify.notice.Refusal;
import io.caseclock.notify.notice.document.IssuedDocuments;
import io.caseclock.notify.notice.draft.Draft.Content;
import io.caseclock.notify.notice.issue.CaseOwnership;
import io.caseclock.notify.notice.issue.IssueNotice;
import io.caseclock.notify.notice.issue.IssuingUnits;
import io.caseclock.notify.notice.issue.KnownFaults;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A legal officer or a supervisor writes a notice by hand: drafts it, changes it, issues it. */
public final class WriteNotice {

  private final Drafts drafts;
  private final KnownFaults known;
  private final Notices notices;
  private final IssueNotice issueNotice;
  private final Directory directory;
  private final CaseOwnership cases;
  private final IssuingUnits issuers;

  public WriteNotice(
      Drafts drafts,
      KnownFaults known,
      Notices notices,
      IssueNotice issueNotice,
      Directory directory,
      CaseOwnership cases,
      IssuingUnits issuers) {
    this.cases = cases;
    this.issuers = issuers;
    this.drafts = drafts;
    this.known = known;
    this.notices = notices;
    this.issueNotice = issueNotice;
    this.directory = directory;
  }

  public Outcome<Draft> draft(Content content, Caller caller, Instant now) {
    return checked(content, caller)
        .then(
            right -> {
              var by = Actor.supervising(caller);
              var draft = new Draft(UUID.randomUUID().toString(), right, by, now, 1);
              drafts.add(draft);
              return Outcome.done(draft);
            });
  }

  /**
   * Writes it anew.
   *
   * @param expected the version that the caller has seen; null where the caller does not say
   */
  public Outcome<Draft> change(
      String id, Content content, @Nullable Integer expected, Caller caller) {
    return locked(id, expected, caller)
        .then(
            before ->
                checked(content, caller)
                    .then(
                        right -> {
                          var next = before.version() + 1;
                          var after = new Draft(id, right, before.by(), before.at(), next);
                          drafts.change(after);
                          return Outcome.done(after);
                        }));
  }

  /** The draft is gone, and never had a number. */
  public Outcome<Draft> discard(String id, @Nullable Integer expected, Caller caller) {
    return locked(id, expected, caller)
        .then(
            draft -> {
              drafts.remove(id);
              return Outcome.done(draft);
            });
  }

  /** Gives it a number and keeps what it says from now on. */
  public Outcome<Notice> issue(String id, @Nullable Integer expected, Caller caller, Instant now) {
    return locked(id, expected, caller)
        .then(draft -> checked(draft.content(), caller).then(right -> issue(draft, caller, now)));
  }

  /** What the draft would look like if it were issued now; nothing is kept of it. */
  public Outcome<IssuedDocuments> preview(String id, Caller caller, Instant now) {
    return locked(id, null, caller)
        .then(
            draft ->
                checked(draft.content(), caller)
                    .then(
                        right ->
                            Outcome.done(
                                issueNotice.preview(
                                    content(draft, now), Actor.supervising(caller), now))));
  }

  private Outcome<Notice> issue(Draft draft, Caller caller, Instant now) {
    var content = content(draft, now);
    notices.lockIssuing(List.of(content.issuingUnit()));
    var standing = issueNotice.openNotice(content);
    if (standing.isPresent()) {
      return Outcome.refused(Refusal.HAS_NOTICE, standing.get());
    }
    drafts.remove(draft.id());
    return Outcome.done(issueNotice.issue(content, Actor.supervising(caller), now).orElseThrow());
  }

  private Outcome<Draft> locked(String id, @Nullable Integer expected, Caller caller) {
    var found = caller.visibleUnit().flatMap(root -> drafts.lockedWithin(id, root));
    if (found.isEmpty()) {
      return missing(id, caller);
    }
    var version = found.get().version();
    return expected == null || expected == version
        ? Outcome.done(found.get())
        : Outcome.refused(Refusal.STALE_DRAFT, Integer.toString(version));
  }

  /** A draft that is gone may be a notice by now: the second of two sees who was first. */
  private Outcome<Draft> missing(String id, Caller caller) {
    return caller
        .visibleUnit()
        .flatMap(root -> notices.lockedWithin(id, root))
        .map(
            notice ->
                Outcome.<Draft>refused(
                    Refusal.ISSUED_ALREADY, notice, notices.lastStep(id).orElse(null)))
        .orElseGet(() -> Outcome.refused(Refusal.UNKNOWN_DRAFT));
  }

  private Outcome<Content> checked(Content content, Caller caller) {
    var unit = content.unit();
    if (caller.visibleUnit().filter(root -> directory.isWithin(unit, root)).isEmpty()) {
      return Outcome.refused(Refusal.UNKNOWN_UNIT);
    }
    if (content.officer() != null && !isOfUnit(content.officer(), unit)) {
      return Outcome.refused(Refusal.OFFICER_OF_ANOTHER_UNIT);
    }
    if (cases.isForeign(content.caseId(), caller.visibleUnit().orElse(unit))) {
      return Outcome.refused(Refusal.FOREIGN_CASE);
    }
    if (content.faults() < 1 || content.faults() > Draft.MOST_FAULTS) {
      return Outcome.refused(Refusal.WRONG_NUMBER_OF_FAULTS);
    }
    return content.known().stream()
        .filter(id -> known.fault(id).filter(fault -> fault.unit().equals(unit)).isEmpty())
        .findFirst()
        .map(id -> Outcome.<Content>refused(Refusal.UNKNOWN_FAULT, id))
        .orElseGet(() -> Outcome.done(content));
  }

  private boolean isOfUnit(String officer, String unit) {
    return directory
        .officer(officer)
        .filter(post -> directory.isWithin(post.unit(), unit))
        .isPresent();
  }

  private NoticeContent content(Draft draft, Instant now) {
    var content = draft.content();
    var told = content.known().stream().flatMap(id -> known.fault(id).stream());
    var written = content.found().stream().map(found -> fault(draft, found, now));
    var faults = Stream.concat(told, written).toList();
    return new NoticeContent(
        draft.id(),
        NoticeKind.NOTICE,
        issuers.of(faults.getFirst()),
        content.unit(),
        content.officer(),
        content.caseId(),
        content.cause(),
        faults,
        null);
  }

  private static Fault fault(Draft draft, Draft.Found found, Instant now) {
    var content = draft.content();
    return new Fault(
        draft.id(),
        content.unit(),
        content.officer(),
        content.caseId(),
        "case/" + content.caseId(),
        found.element(),
        found.provision(),
        new Names(found.text(), found.text()),
        now);
  }
}
