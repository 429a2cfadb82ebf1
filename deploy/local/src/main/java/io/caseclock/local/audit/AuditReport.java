package io.caseclock.local.audit;

import java.util.ArrayList;
import java.util.List;

/**
 * What both audits say of one or several trees of units.
 *
 * @param cases how many cases the monitor compared with its own events
 * @param deadlines how many of their deadlines are open
 * @param differences what the monitor found
 * @param journal what the comparison with the intake's journal found
 */
public record AuditReport(
    int cases, int deadlines, List<String> differences, JournalAudit.Report journal) {

  public static final AuditReport NOTHING =
      new AuditReport(0, 0, List.of(), JournalAudit.Report.NOTHING);

  public AuditReport {
    differences = List.copyOf(differences);
  }

  /** Runs both audits over what the two clients see. */
  public static AuditReport of(ServiceClient intake, ServiceClient monitor) {
    var own = monitor.post("/api/v1/audit", "");
    List<String> differences = new ArrayList<>();
    own.path("differences").forEach(difference -> differences.add(difference.toString()));
    return new AuditReport(
        own.path("cases").asInt(),
        own.path("deadlines").asInt(),
        differences,
        new JournalAudit(intake, monitor).run());
  }

  public AuditReport plus(AuditReport more) {
    return new AuditReport(
        cases + more.cases,
        deadlines + more.deadlines,
        JournalAudit.Report.joined(differences, more.differences),
        journal.plus(more.journal));
  }

  /** Whether there was anything to compare; without that, no difference proves nothing. */
  public boolean hasCompared() {
    return cases > 0 || journal.compared() > 0;
  }

  /** Whether a case that should be compared could not. */
  public boolean hasRefused() {
    return !journal.refused().isEmpty();
  }

  public boolean hasDifferences() {
    return !differences.isEmpty() || !journal.differences().isEmpty();
  }
}
