package io.caseclock.notify.notice;

import io.caseclock.access.Caller;
import io.caseclock.access.Role;
import io.caseclock.contract.Names;
import io.caseclock.directory.Directory;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A legal officer or a supervisor found a fault; a notice follows. */
public final class RecordFinding {

  private final Directory directory;
  private final IssueNotice issueNotice;

  public RecordFinding(Directory directory, IssueNotice issueNotice) {
    this.directory = directory;
    this.issueNotice = issueNotice;
  }

  /** Issues the notice, if the finding concerns the caller's own subtree. */
  public Outcome record(Finding finding, Caller caller, Instant now) {
    var root = caller.visibleUnit();
    if (root.isEmpty() || !directory.isWithin(finding.unit(), root.get())) {
      return new Refused(Why.UNKNOWN_UNIT);
    }
    if (finding.officer() != null && !isOfUnit(finding.officer(), finding.unit())) {
      return new Refused(Why.UNKNOWN_OFFICER);
    }
    var role = caller.is(Role.LEGAL_OFFICER) ? Role.LEGAL_OFFICER : Role.SUPERVISOR;
    var by = new By(caller.name(), caller.officer(), role.wire());
    return issueNotice
        .issue(finding.fault(now), by, now)
        .<Outcome>map(Issued::new)
        .orElseGet(() -> new Refused(Why.KNOWN_ALREADY));
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
          "ordinary",
          now,
          null,
          List.of(provision));
    }

    /** Leaves out the text. */
    @Override
    public String toString() {
      return "Finding[" + id + " " + unit + "]";
    }
  }

  /** What came of it. */
  public sealed interface Outcome {}

  /** The notice was issued. */
  public record Issued(Notice notice) implements Outcome {}

  /** Nothing was done. */
  public record Refused(Why why) implements Outcome {}

  /** Why not. */
  public enum Why {
    UNKNOWN_UNIT,
    UNKNOWN_OFFICER,
    KNOWN_ALREADY
  }
}
