package io.caseclock.notify.inbox.jdbc;

import io.caseclock.jdbc.Sql;
import io.caseclock.notify.channel.Delivery;
import io.caseclock.notify.channel.InboxDoor;
import io.caseclock.notify.channel.NewDelivery;
import io.caseclock.notify.inbox.Cursor;
import io.caseclock.notify.inbox.InboxEntry;
import io.caseclock.notify.inbox.InboxEntry.Told;
import io.caseclock.notify.inbox.InboxQuery;
import io.caseclock.notify.inbox.Inboxes;
import io.caseclock.notify.inbox.NewEntries;
import io.caseclock.notify.inbox.NewEntry;
import io.caseclock.notify.message.Message;
import io.caseclock.notify.message.MessageKind;
import io.caseclock.notify.message.RecipientReason;
import io.caseclock.notify.message.Superseded;
import io.caseclock.notify.message.jdbc.MessageRows;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Table {@code inbox_entry} and the messages in its entries. */
public final class JdbcInboxes implements Inboxes, NewEntries, InboxDoor {

  private static final String ARRIVE =
      """
      insert into inbox_entry (id, person, kind, level, messages, created_at)
      values (?, ?, ?, ?, ?, ?) on conflict (id) do nothing
      """;

  private static final int SHOWN_MESSAGES = 20;

  private static final String HORIZON = "select pg_snapshot_xmin(pg_current_snapshot())::text";

  private static final String SINCE =
      """
      select tx::text as tx, seq, id from inbox_entry
      where (tx, seq) > (?::text::xid8, ?) and tx < pg_snapshot_xmin(pg_current_snapshot())
        and person = any (?)
      order by tx, seq limit ?
      """;

  private static final String OF_IDS = "select * from inbox_entry where id = any (?)";

  private static final String SOMETHING_HOLDS =
      """
      exists (select 1 from message_recipient a join message l on l.id = a.message_id
        where a.delivery_id = m.id and l.superseded_at is null)
      """;
  private static final String PAGE =
      "select m.* from inbox_entry m where m.person = ? and m.seq < ? ";
  private static final String NEWEST_FIRST = " order by m.seq desc limit ?";
  private static final String UNREAD = "and m.read_at is null and " + SOMETHING_HOLDS;
  private static final String COUNT_UNREAD =
      "select count(*) from inbox_entry m where m.person = ? " + UNREAD;
  private static final String READ =
      """
      update inbox_entry set read_at = coalesce(read_at, ?) where id = ? and person = ? returning *
      """;
  private static final String BY_PRESSURE =
      """
      case l.severity when 'grave' then 0 when 'serious' then 1 else 2 end, l.due_at nulls last, l.id
      """;
  private static final String FIRST_MESSAGES =
      """
      select * from (
        select l.*, a.why, a.delivery_id, row_number() over (partition by a.delivery_id order by
      """
          + BY_PRESSURE
          + """
              ) as place
            from message_recipient a join message l on l.id = a.message_id where a.delivery_id = any (?)) placed
          where place <= ? order by delivery_id, place
          """;
  private static final String MESSAGES_OF =
      """
      select * from (
        select distinct on (l.id) l.*, mine.why
        from message_recipient a
          join message_recipient mine on mine.message_id = a.message_id and mine.recipient = ?
          join message l on l.id = a.message_id
        where a.delivery_id = ? and (a.recipient = mine.recipient or starts_with(a.recipient, ?))
        order by l.id) l
      order by
      """
          + BY_PRESSURE
          + " offset ? limit ?";
  private static final String READ_WITH =
      """
      update inbox_entry m set read_at = ?
      where m.person = ? and m.read_at is null
        and m.id in (
          select mine.delivery_id from message_recipient a
            join message_recipient mine on mine.message_id = a.message_id and mine.recipient = ?
          where a.delivery_id = ?)
        and not exists (
          select 1 from message_recipient mine
          where mine.delivery_id = m.id and not exists (
            select 1 from message_recipient a where a.delivery_id = ? and a.message_id = mine.message_id
              and (a.recipient = m.person or starts_with(a.recipient, ?))))
      """;
  private static final String IN_SUBTREE =
      """
      from message l join unit u on u.id = l.unit
      where l.superseded_at is null and l.kind in ('warning', 'breach')
        and starts_with(u.path, (select path from unit where id = ?))
      """;
  private static final String OPEN_ALARMS =
      "select l.* " + IN_SUBTREE + " order by " + BY_PRESSURE + " limit ?";
  private static final String COUNT_ALARMS =
      """
      select count(*) filter (where not breach) as warnings, count(*) filter (where breach) as breaches
      from (select l.deadline_id, bool_or(l.kind = 'breach') as breach
      """
          + IN_SUBTREE
          + " group by l.deadline_id) deadlines";

  private final Sql sql;

  public JdbcInboxes(Sql sql) {
    this.sql = sql;
  }

  @Override
  public void arrive(Delivery delivery, Instant at) {
    sql.update(
        ARRIVE,
        delivery.id(),
        delivery.addressee(),
        delivery.kind(),
        delivery.level(),
        delivery.count(),
        at);
  }

  @Override
  public List<InboxEntry> page(InboxQuery query) {
    var text = PAGE + (query.unread() ? UNREAD : "") + NEWEST_FIRST;
    return withMessages(
        sql.query(
            text,
            JdbcInboxes::row,
            query.person(),
            query.after().orElse(Long.MAX_VALUE),
            query.limit()));
  }

  @Override
  public Optional<InboxEntry> read(String id, String person, Instant at) {
    return withMessages(sql.query(READ, JdbcInboxes::row, at, id, person)).stream().findFirst();
  }

  @Override
  public long unread(String person) {
    return sql.query(COUNT_UNREAD, row -> row.getLong(1), person).getFirst();
  }

  @Override
  public List<Told> messages(String id, String person, int after, int limit) {
    return sql.query(MESSAGES_OF, JdbcInboxes::told, person, id, NewDelivery.GROUP, after, limit);
  }

  @Override
  public void readWith(String id, String person, Instant at) {
    sql.update(READ_WITH, at, person, person, id, id, NewDelivery.GROUP);
  }

  @Override
  public List<Message> byIds(Collection<String> ids) {
    return sql.query("select * from message where id = any (?)", MessageRows::message, ids);
  }

  @Override
  public List<Message> openAlarms(String rootUnit, int limit) {
    return sql.query(OPEN_ALARMS, MessageRows::message, rootUnit, limit);
  }

  @Override
  public AlarmCounts countAlarms(String rootUnit) {
    return sql.query(
            COUNT_ALARMS,
            row -> new AlarmCounts(row.getLong("warnings"), row.getLong("breaches")),
            rootUnit)
        .getFirst();
  }

  private List<InboxEntry> withMessages(List<InboxEntry> entries) {
    if (entries.isEmpty()) {
      return entries;
    }
    Map<String, List<Told>> messages = new HashMap<>();
    sql.query(
            FIRST_MESSAGES,
            row -> Map.entry(row.getString("delivery_id"), told(row)),
            entries.stream().map(InboxEntry::id).toList(),
            SHOWN_MESSAGES)
        .forEach(
            one ->
                messages
                    .computeIfAbsent(one.getKey(), id -> new ArrayList<>())
                    .add(one.getValue()));
    return entries.stream()
        .map(entry -> entry.with(messages.getOrDefault(entry.id(), List.of())))
        .toList();
  }

  private static InboxEntry row(ResultSet row) throws SQLException {
    return new InboxEntry(
        row.getLong("seq"),
        row.getString("id"),
        row.getString("person"),
        MessageKind.ofWire(row.getString("kind")),
        row.getString("level"),
        row.getInt("messages"),
        Sql.required(row, "created_at"),
        Sql.instant(row, "read_at"),
        List.of());
  }

  /** A message with the reason why the person got it, in column {@code why}. */
  private static Told told(ResultSet row) throws SQLException {
    var superseded = row.getString("superseded_reason");
    return new Told(
        MessageRows.message(row),
        RecipientReason.ofWire(row.getString("why")),
        Sql.instant(row, "superseded_at"),
        superseded == null ? null : Superseded.ofWire(superseded));
  }

  @Override
  public Cursor horizon() {
    var open = sql.query(HORIZON, row -> Long.parseLong(row.getString(1))).getFirst();
    return new Cursor(open - 1, Long.MAX_VALUE);
  }

  @Override
  public List<NewEntry> since(Cursor after, Collection<String> people, int limit) {
    Map<String, Cursor> places = new HashMap<>();
    sql.query(
            SINCE,
            row ->
                Map.entry(
                    row.getString("id"),
                    new Cursor(Long.parseLong(row.getString("tx")), row.getLong("seq"))),
            Long.toString(after.tx()),
            after.seq(),
            people,
            limit)
        .forEach(place -> places.put(place.getKey(), place.getValue()));
    if (places.isEmpty()) {
      return List.of();
    }
    return withMessages(sql.query(OF_IDS, JdbcInboxes::row, places.keySet())).stream()
        .map(entry -> new NewEntry(places.getOrDefault(entry.id(), after), entry))
        .sorted(Comparator.comparing(NewEntry::cursor))
        .toList();
  }
}
