package io.caseclock.notify.notice.panache;

import io.caseclock.notify.notice.draft.Draft;
import io.caseclock.wire.Json;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/** A row of {@code notice_draft}. */
@Entity
@Table(name = "notice_draft")
class NoticeDraftRow {

  @Id String id;
  @Column String unit;
  @Column String content;
  @Embedded ActorColumns by = new ActorColumns();

  @Column(updatable = false)
  Instant at;

  @Column int version;

  static NoticeDraftRow of(Draft draft) {
    var row = new NoticeDraftRow();
    row.id = draft.id();
    row.by = ActorColumns.of(draft.by());
    row.at = draft.at();
    row.write(draft);
    return row;
  }

  void write(Draft draft) {
    unit = draft.content().unit();
    content = Json.text(draft.content());
    version = draft.version();
  }

  Draft draft() {
    var said = Json.read(content.getBytes(StandardCharsets.UTF_8), Draft.Content.class);
    return new Draft(id, said, by.actor(), at, version);
  }
}
