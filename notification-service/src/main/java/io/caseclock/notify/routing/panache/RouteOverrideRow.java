package io.caseclock.notify.routing.panache;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** A row of {@code route_override}; only this package knows it. */
@Entity
@Immutable
@Table(name = "route_override")
class RouteOverrideRow {

  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  @Nullable Long seq;

  @Column String unit;

  /** Null gives the policy of the pack back. */
  @JdbcTypeCode(SqlTypes.JSON)
  @Nullable String routes;

  @Column(name = "by_officer")
  String officer;

  @Column Instant at;
}
