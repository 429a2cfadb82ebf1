package io.caseclock.notify.notice.panache;

import io.caseclock.notify.notice.issue.KnownFaults.ToldEvent;
import io.caseclock.wire.WireRecord;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Map;

/** A row of {@code known_fault}: the event as it came, so that nothing of its trace is lost. */
@Entity
@Table(name = "known_fault")
class KnownFaultRow {

  @Id String id;
  @Column String unit;

  @Column(name = "case_id", updatable = false)
  String caseId;

  @Column(updatable = false)
  String type;

  @Column byte[] event;

  @Column(name = "noted_at")
  Instant notedAt;

  static KnownFaultRow of(String id, String unit, ToldEvent told) {
    var row = new KnownFaultRow();
    row.id = id;
    row.unit = unit;
    row.caseId = told.event().caseId();
    row.type = told.event().type();
    row.event = told.data();
    row.notedAt = told.at();
    return row;
  }

  WireRecord record() {
    return new WireRecord(caseId, Map.of("type", type), event);
  }
}
