package io.caseclock.monitor.watch;

import io.caseclock.contract.CaseEvent;
import java.util.List;

/** What is kept of one case, locked for the transaction at hand. */
public record CaseFile(String caseId, List<CaseEvent> events, List<StoredDeadline> deadlines) {

  public CaseFile {
    events = List.copyOf(events);
    deadlines = List.copyOf(deadlines);
  }
}
