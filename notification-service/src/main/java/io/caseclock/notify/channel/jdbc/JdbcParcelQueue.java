package io.caseclock.notify.channel.jdbc;

import io.caseclock.jdbc.Sql;
import io.caseclock.notify.channel.Divert;
import io.caseclock.notify.channel.NewParcel;
import io.caseclock.notify.channel.ParcelQueue;
import java.time.Instant;
import java.util.Collection;
import java.util.List;

/** Table {@code parcel}, written in the business transaction. */
public final class JdbcParcelQueue implements ParcelQueue {

  private static final String ADD =
      """
      insert into parcel (id, channel, addressee, is_personal, send_to, unit, kind, level, count,
        body, queued_at, next_attempt_at)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      on conflict (id) do nothing
      """;
  private static final String RECALL =
      """
      update parcel set taken_back_at = ?, taken_back_reason = ?, next_attempt_at = null
      where id in (
        select id from parcel
        where channel = ? and next_attempt_at is not null and is_personal and not may_have_arrived
          and claimed_until is null and event_id is null
        order by id for update skip locked)
      returning id
      """;
  private static final String TAKE_BACK =
      """
      update parcel set taken_back_at = ?, taken_back_reason = ?, next_attempt_at = null
      where id = any (?) and delivered_at is null and given_up_at is null
        and taken_back_at is null
      """;

  private final Sql sql;

  public JdbcParcelQueue(Sql sql) {
    this.sql = sql;
  }

  @Override
  public void add(NewParcel parcel) {
    sql.update(
        ADD,
        parcel.id(),
        parcel.channel(),
        parcel.addressee(),
        parcel.isPersonal(),
        parcel.to(),
        parcel.unit(),
        parcel.kind(),
        parcel.level(),
        parcel.count(),
        parcel.body(),
        parcel.at(),
        parcel.at());
  }

  @Override
  public List<String> recall(String channelId, Instant now) {
    return sql.query(RECALL, row -> row.getString("id"), now, Divert.CIRCUIT_OPEN, channelId);
  }

  @Override
  public void takeBack(Collection<String> ids, String reason, Instant now) {
    sql.update(TAKE_BACK, now, reason, ids);
  }
}
