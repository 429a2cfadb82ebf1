package io.caseclock.notify.channel.jdbc;

import io.caseclock.jdbc.Sql;
import io.caseclock.notify.channel.NewParcel;
import io.caseclock.notify.channel.Parcel;
import java.time.Instant;
import java.util.Optional;

/** Parcels that an administrator sends to see whether a channel works; no replica claims them. */
public final class JdbcTestParcels {

  private static final String LAST =
      """
      select max(queued_at) as queued_at from parcel where channel = ? and kind = 'test'
      having max(queued_at) > ?
      """;
  private static final String ADD =
      """
      insert into parcel (id, channel, addressee, is_personal, send_to, unit, kind, level, count,
        body, queued_at, attempts)
      values (?, ?, ?, false, ?, ?, ?, ?, ?, ?, ?, 1)
      returning *
      """;

  private final Sql sql;

  public JdbcTestParcels(Sql sql) {
    this.sql = sql;
  }

  /** When the channel was tested last, if that is later than an instant. */
  public Optional<Instant> lastAfter(String channel, Instant since) {
    return sql.query(LAST, row -> Sql.required(row, "queued_at"), channel, since).stream()
        .findFirst();
  }

  public Parcel add(NewParcel parcel) {
    return sql.query(
            ADD,
            JdbcParcels::parcel,
            parcel.id(),
            parcel.channel(),
            parcel.addressee(),
            parcel.to(),
            parcel.unit(),
            parcel.kind(),
            parcel.level(),
            parcel.count(),
            parcel.body(),
            parcel.at())
        .getFirst();
  }
}
