package io.caseclock.notify.notice.jdbc;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.hibernate.annotations.Immutable;

/** A unit as far as queries need it to find a subtree; written by the directory alone. */
@Entity
@Immutable
@Table(name = "unit")
class UnitRow {

  @Id String id;

  @Column String path;
}
