package io.caseclock.notify.notice.panache;

import io.caseclock.notify.notice.Actor;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import org.jspecify.annotations.Nullable;

/** The columns that say who did it. */
@Embeddable
class ActorColumns {

  @Column(name = "by_name", updatable = false)
  String name;

  @Column(name = "by_officer", updatable = false)
  @Nullable String officer;

  @Column(name = "by_role", updatable = false)
  String role;

  /** Whom they stood in for; null for nobody. */
  @Column(name = "by_acting_for", updatable = false)
  @Nullable String actingFor;

  static ActorColumns of(Actor actor) {
    var columns = new ActorColumns();
    columns.name = actor.name();
    columns.officer = actor.officer();
    columns.role = actor.role();
    columns.actingFor = actor.actingFor();
    return columns;
  }

  Actor actor() {
    return new Actor(name, officer, role, actingFor);
  }
}
