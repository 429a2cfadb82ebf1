package io.caseclock.notify.delivery.jdbc;

import io.caseclock.jdbc.Sql;
import io.caseclock.notify.delivery.FiledMessage;
import io.caseclock.notify.delivery.InboxMessage;
import io.caseclock.notify.delivery.InboxQuery;
import io.caseclock.notify.delivery.Inboxes;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Reads and marks messages; the open alarms of a subtree are one statement. */
public final class JdbcInboxes implements Inboxes {

  private static final String OPEN_ALARMS =
      """
      select * from (
        select distinct on (m.deadline_id) m.*
        from inbox_message m join unit u on u.id = m.unit
        where m.superseded_at is null and m.kind in ('warning', 'breach')
          and starts_with(u.path, (select path from unit where id = :root))
        order by m.deadline_id, m.seq desc) newest
      order by case severity when 'grave' then 0 when 'serious' then 1 else 2 end,
        due_at nulls last, id
      limit :limit
      """;

  private static final String COUNT =
      """
      select count(*) filter (where not breach) as warnings, count(*) filter (where breach) as breaches
      from (
        select m.deadline_id, bool_or(m.kind = 'breach') as breach
        from inbox_message m join unit u on u.id = m.unit
        where m.superseded_at is null and m.kind in ('warning', 'breach')
          and starts_with(u.path, (select path from unit where id = ?))
        group by m.deadline_id) deadlines
      """;

  private final InboxMessageRows rows;
  private final Sql sql;

  public JdbcInboxes(InboxMessageRows rows, Sql sql) {
    this.rows = rows;
    this.sql = sql;
  }

  @Override
  public List<FiledMessage> page(InboxQuery query) {
    return rows.page(query).stream().map(InboxMessageRow::filed).toList();
  }

  @Override
  public Optional<FiledMessage> read(String id, String person, Instant at) {
    var row = rows.lockedOf(id, person);
    row.filter(unread -> unread.readAt == null).ifPresent(unread -> unread.readAt = at);
    return row.map(InboxMessageRow::filed);
  }

  @Override
  public long unread(String person) {
    return rows.unread(person);
  }

  @Override
  public AlarmCounts countAlarms(String rootUnit) {
    return sql.query(
            COUNT,
            row -> new AlarmCounts(row.getLong("warnings"), row.getLong("breaches")),
            rootUnit)
        .getFirst();
  }

  @Override
  public List<InboxMessage> openAlarms(String rootUnit, int limit) {
    return rows
        .getEntityManager()
        .createNativeQuery(OPEN_ALARMS, InboxMessageRow.class)
        .setParameter("root", rootUnit)
        .setParameter("limit", limit)
        .getResultList()
        .stream()
        .map(row -> ((InboxMessageRow) row).message())
        .toList();
  }
}
