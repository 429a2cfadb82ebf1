package io.caseclock.notify.notice.jdbc;

import io.caseclock.contract.DeadlineEvent;
import io.caseclock.contract.DeadlineEvent.DeadlineAlarm;
import io.caseclock.contract.DeadlineEvent.DeadlineChanged;
import io.caseclock.contract.DeadlineEvent.FindingRaised;
import io.caseclock.contract.DeadlineStatus;
import io.caseclock.jdbc.Sql;
import io.caseclock.notify.notice.Fault;
import io.caseclock.notify.notice.issue.FaultFactory;
import io.caseclock.notify.notice.issue.KnownFaults;
import io.caseclock.wire.DeadlineEventWire;
import io.caseclock.wire.WireRecord;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Table {@code known_fault}: the event itself, so that nothing of its trace is lost. */
public final class JdbcKnownFaults implements KnownFaults {

  /** What CaseClock watches of its own: a notice or a plan that lies about is no fault. */
  private static final Set<String> OWN = Set.of("notice", "plan");

  private static final String NOTE =
      """
      insert into known_fault (id, unit, case_id, type, event, noted_at) values (?, ?, ?, ?, ?, ?)
      on conflict (id) do update set unit = excluded.unit, event = excluded.event,
        noted_at = excluded.noted_at
      """;

  private final Sql sql;
  private final FaultFactory faults;

  public JdbcKnownFaults(Sql sql, FaultFactory faults) {
    this.sql = sql;
    this.faults = faults;
  }

  @Override
  public void note(DeadlineEvent event, Instant now) {
    switch (event) {
      case DeadlineAlarm alarm when isFault(alarm) ->
          keep(alarm.deadline().deadlineId(), alarm.deadline().unit(), alarm, now);
      case DeadlineAlarm alarm -> {
        // A warning is no fault yet.
      }
      case DeadlineChanged changed when isNoBreach(changed.deadline().status()) ->
          sql.update("delete from known_fault where id = ?", changed.deadline().deadlineId());
      case DeadlineChanged changed -> {
        // Late work stays late work.
      }
      case FindingRaised finding -> keep(finding.id(), finding.unit(), finding, now);
    }
  }

  private static boolean isFault(DeadlineAlarm alarm) {
    return alarm.isBreach() && !OWN.contains(alarm.deadline().subject().kind());
  }

  private static boolean isNoBreach(DeadlineStatus status) {
    return status != DeadlineStatus.BREACHED && status != DeadlineStatus.MET_LATE;
  }

  private void keep(String id, String unit, DeadlineEvent event, Instant now) {
    var data = DeadlineEventWire.write(event).data();
    sql.update(NOTE, id, unit, event.caseId(), event.type(), data, now);
  }

  @Override
  public Optional<Fault> find(String id) {
    return sql
        .query(
            "select case_id, type, event from known_fault where id = ?",
            row ->
                new WireRecord(
                    row.getString("case_id"),
                    Map.of("type", row.getString("type")),
                    row.getBytes("event")),
            id)
        .stream()
        .map(DeadlineEventWire::read)
        .flatMap(event -> fault(event).stream())
        .findFirst();
  }

  private Optional<Fault> fault(DeadlineEvent event) {
    return switch (event) {
      case DeadlineAlarm alarm -> Optional.of(faults.of(alarm));
      case FindingRaised finding -> Optional.of(faults.of(finding));
      case DeadlineChanged changed -> Optional.empty();
    };
  }
}
