package io.caseclock.monitor.deadline;

import io.caseclock.contract.EventId;
import io.caseclock.contract.Subject;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** The identity of a deadline: whose, by which rule, from which event. */
public record DeadlineKey(String caseId, Subject subject, String rule, EventId start) {

  /** A stable id: the same key gives the same one on every replica and every run. */
  public UUID id() {
    var text = caseId + "\n" + subject + "\n" + rule + "\n" + start;
    return UUID.nameUUIDFromBytes(text.getBytes(StandardCharsets.UTF_8));
  }
}
