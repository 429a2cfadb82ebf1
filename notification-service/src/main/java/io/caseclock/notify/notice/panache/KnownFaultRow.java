package io.caseclock.notify.notice.panache;

import io.caseclock.wire.WireRecord;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Map;
import org.hibernate.annotations.Immutable;

/** A row of {@code known_fault}: the event as it came, so that nothing of its trace is lost. */
@Entity
@Immutable
@Table(name = "known_fault")
class KnownFaultRow {

  @Id String id;
  @Column String unit;

  @Column(name = "case_id")
  String caseId;

  @Column String type;

  @Column byte[] event;

  @Column(name = "noted_at")
  Instant notedAt;

  WireRecord record() {
    return new WireRecord(caseId, Map.of("type", type), event);
  }
}
