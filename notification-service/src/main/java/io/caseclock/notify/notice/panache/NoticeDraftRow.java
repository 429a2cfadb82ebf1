package io.caseclock.notify.notice.panache;

import io.caseclock.notify.notice.draft.Draft;
import io.caseclock.wire.Json;
import io.caseclock.wire.MalformedRecordException;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A row of {@code notice_draft}. */
@Entity
@Table(name = "notice_draft")
class NoticeDraftRow {

  private static final Logger LOGGER = LoggerFactory.getLogger(NoticeDraftRow.class);

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

  /** What it says; empty, and logged, where it cannot be read. */
  Optional<Draft> draft() {
    try {
      var said = Json.read(content.getBytes(StandardCharsets.UTF_8), Draft.Content.class);
      return Optional.of(new Draft(id, said, by.actor(), at, version));
    } catch (MalformedRecordException e) {
      LOGGER
          .atError()
          .addKeyValue("draftId", id)
          .setCause(e)
          .log("a draft cannot be read; it can be discarded or written anew");
      return Optional.empty();
    }
  }

  /** What it says, or nothing where that cannot be read: so it can be written anew or discarded. */
  Draft draftOrBlank() {
    return draft()
        .orElseGet(
            () -> {
              var nothing = new Draft.Content(unit, null, "", "", List.of(), List.of());
              return new Draft(id, nothing, by.actor(), at, version);
            });
  }
}
