package io.caseclock.notify.task.panache;

import io.caseclock.contract.Sha256;
import io.caseclock.pack.TaskKind;
import io.caseclock.wire.Json;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.hibernate.annotations.Immutable;

/** A row of {@code task_definition}: a kind of task as it was asked, kept once under its hash. */
@Entity
@Immutable
@Table(name = "task_definition")
class TaskDefinitionRow {

  /** Two tasks of a new kind may open at once; whoever comes second finds the row. */
  private static final String INSERT =
      "insert into task_definition (hash, body) values (:hash, :body) on conflict (hash) do"
          + " nothing";

  @Id String hash;

  @Column byte[] body;

  TaskKind kind() {
    return Json.read(body, TaskKind.class);
  }

  /** The hash of the kind; its row is written where it is new. */
  static String keep(TaskKind kind, EntityManager entities) {
    var body = Json.bytes(kind);
    var hash = Sha256.hex(body);
    entities
        .createNativeQuery(INSERT)
        .setParameter("hash", hash)
        .setParameter("body", body)
        .executeUpdate();
    return hash;
  }
}
