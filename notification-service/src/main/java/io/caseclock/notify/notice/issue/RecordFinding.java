package io.caseclock.notify.notice.issue;

import io.caseclock.access.Caller;
import io.caseclock.contract.Names;
import io.caseclock.directory.Directory;
import io.caseclock.notify.notice.Actor;
import io.caseclock.notify.notice.Fault;
import io.caseclock.notify.notice.Notice;
import io.caseclock.notify.notice.Notices;
import io.caseclock.notify.notice.Outcome;
import io.caseclock.notify.notice.Refusal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A legal officer, a supervisor or a prosecutor found a fault; a notice follows. */
public final class RecordFinding {

  private final Directory directory;
  private final Notices notices;
  private final IssueNotice issueNotice;
  private final CaseOwnership cases;
  private final IssuingUnits issuers;

  public RecordFinding(
      Directory directory,
      Notices notices,
      IssueNotice issueNotice,
      CaseOwnership cases,
      IssuingUnits issuers) {
    this.cases = cases;
    this.issuers = issuers;
    this.directory = directory;
    this.notices = notices;
    this.issueNotice = issueNotice;
  }

  /**
   * Issues the notice, if the finding concerns the caller's own subtree. Recorded again with the
   * same id it is the same; recorded again with another id it is refused while its notice is open.
   */
  public Outcome<Recorded> record(Finding finding, Caller caller, Instant now) {
    var root = caller.visibleUnit();
    if (root.isEmpty() || !directory.isWithin(finding.unit(), root.get())) {
      return Outcome.refused(Refusal.UNKNOWN_UNIT);
    }
    if (finding.officer() != null && !isOfUnit(finding.officer(), finding.unit())) {
      return Outcome.refused(Refusal.OFFICER_OF_ANOTHER_UNIT);
    }
    if (cases.isForeign(finding.caseId(), root.get())) {
      return Outcome.refused(Refusal.FOREIGN_CASE);
    }
    notices.lockIssuing(List.of(issuers.of(finding.fault(now))));
    var known = notices.locked(finding.id());
    if (known.isPresent()) {
      return isOf(finding, known.get())
          ? Outcome.done(new Recorded(known.get(), false))
          : Outcome.refused(Refusal.KEY_USED_OTHERWISE);
    }
    return sameAs(finding)
        .map(notice -> Outcome.<Recorded>refused(Refusal.FOUND_ALREADY, notice))
        .orElseGet(() -> issued(finding, caller, now));
  }

  private Outcome<Recorded> issued(Finding finding, Caller caller, Instant now) {
    var by = Actor.supervising(caller);
    var notice = issueNotice.issue(finding.fault(now), by, now).orElseThrow();
    return Outcome.done(new Recorded(notice, true));
  }

  private Optional<Notice> sameAs(Finding finding) {
    return notices.openOfFinding(
        finding.unit(), finding.caseId(), finding.provision(), finding.text());
  }

  private static boolean isOf(Finding finding, Notice notice) {
    return finding.unit().equals(notice.unit())
        && finding.caseId().equals(notice.caseId())
        && finding.element().equals(notice.element())
        && finding.provision().equals(notice.rule())
        && finding.text().equals(notice.names().zh());
  }

  private boolean isOfUnit(String officer, String unit) {
    return directory
        .officer(officer)
        .filter(known -> directory.isWithin(known.unit(), unit))
        .isPresent();
  }

  /**
   * What was found.
   *
   * @param id the notice's id
   * @param provision what was broken
   * @param text in the finder's words
   */
  public record Finding(
      String id,
      String unit,
      @Nullable String officer,
      String caseId,
      String element,
      String provision,
      String text) {

    Fault fault(Instant now) {
      return new Fault(
          id,
          unit,
          officer,
          caseId,
          "case/" + caseId,
          element,
          provision,
          new Names(text, text),
          now);
    }

    /** Leaves out the text. */
    @Override
    public String toString() {
      return "Finding[" + id + " " + unit + "]";
    }
  }

  /**
   * The notice of a finding.
   *
   * @param isNew false where it was recorded before under the same id
   */
  public record Recorded(Notice notice, boolean isNew) {}
}
