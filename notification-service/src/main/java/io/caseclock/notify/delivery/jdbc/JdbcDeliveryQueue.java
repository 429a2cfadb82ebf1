package io.caseclock.notify.delivery.jdbc;

import io.caseclock.jdbc.Sql;
import io.caseclock.notify.channel.NewDelivery;
import io.caseclock.notify.delivery.DeliveryQueue;
import io.caseclock.notify.delivery.DivertStranded;
import java.time.Instant;
import java.util.Collection;
import java.util.List;

/** Table {@code delivery}, written in the business transaction. */
public final class JdbcDeliveryQueue implements DeliveryQueue {

  private static final String ADD =
      """
      insert into delivery (id, channel, recipient, is_personal, address, unit, kind, level, count,
        body, queued_at, next_attempt_at)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      on conflict (id) do nothing
      """;
  private static final String RECALL =
      """
      update delivery set taken_back_at = ?, taken_back_reason = ?, next_attempt_at = null
      where id in (
        select id from delivery
        where channel = ? and next_attempt_at is not null and is_personal and not may_have_arrived
          and claimed_until is null and event_id is null
        order by id for update skip locked)
      returning id
      """;
  private static final String TAKE_BACK =
      """
      update delivery set taken_back_at = ?, taken_back_reason = ?, next_attempt_at = null
      where id = any (?) and delivered_at is null and given_up_at is null
        and taken_back_at is null
      """;

  private final Sql sql;

  public JdbcDeliveryQueue(Sql sql) {
    this.sql = sql;
  }

  @Override
  public void add(NewDelivery delivery) {
    sql.update(
        ADD,
        delivery.id(),
        delivery.channel(),
        delivery.addressee(),
        delivery.isPersonal(),
        delivery.to(),
        delivery.unit(),
        delivery.kind(),
        delivery.level(),
        delivery.count(),
        delivery.body(),
        delivery.at(),
        delivery.at());
  }

  @Override
  public List<String> recall(String channelId, Instant now) {
    return sql.query(
        RECALL, row -> row.getString("id"), now, DivertStranded.CIRCUIT_OPEN, channelId);
  }

  @Override
  public void takeBack(Collection<String> ids, String reason, Instant now) {
    sql.update(TAKE_BACK, now, reason, ids);
  }
}
