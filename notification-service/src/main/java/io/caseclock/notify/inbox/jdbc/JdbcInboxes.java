package io.caseclock.notify.inbox.jdbc;

import io.caseclock.jdbc.Sql;
import io.caseclock.notify.channel.Delivery;
import io.caseclock.notify.inbox.Cursor;
import io.caseclock.notify.inbox.InboxEntry;
import io.caseclock.notify.inbox.InboxEntry.Told;
import io.caseclock.notify.inbox.InboxQuery;
import io.caseclock.notify.inbox.InboxSnapshot;
import io.caseclock.notify.inbox.Inboxes;
import io.caseclock.notify.inbox.NewEntries;
import io.caseclock.notify.inbox.NewEntry;
import io.caseclock.notify.message.MessageKind;
import io.caseclock.notify.message.MessageStore;
import io.caseclock.notify.message.RecipientReason;
import io.caseclock.notify.message.Superseded;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Table {@code inbox_entry}, and which messages stand in an entry. */
public final class JdbcInboxes implements Inboxes, NewEntries {

  private static final int SHOWN_MESSAGES = 20;

  private static final String ADD =
      """
      insert into inbox_entry (id, person, kind, level, messages, created_at)
      select id, person, kind, level, messages::int, created_at::timestamptz
      from unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[]) with ordinality
        as e(id, person, kind, level, messages, created_at, place)
      order by place on conflict (id) do nothing
      """;

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
      exists (select 1 from message_recipient r join message m on m.id = r.message_id
        where r.delivery_id = e.id and m.superseded_at is null)
      """;

  private static final String PAGE =
      "select e.* from inbox_entry e where e.person = ? and e.seq < ? ";
  private static final String OF_KINDS = "and e.kind = any (?) ";
  private static final String NEWEST_FIRST = " order by e.seq desc limit ?";
  private static final String UNREAD = "and e.read_at is null and " + SOMETHING_HOLDS;
  private static final String COUNT_UNREAD =
      "select count(*) from (select 1 from inbox_entry e where e.person = ? "
          + UNREAD
          + " limit "
          + MOST_COUNTED
          + ") counted";

  private static final String READ =
      """
      update inbox_entry set read_at = coalesce(read_at, ?) where id = ? and person = ? returning *
      """;

  private static final String SNAPSHOT = "select pg_current_snapshot()::text";

  private static final String READ_ALL =
      """
      update inbox_entry e set read_at = ?
      where e.person = ? and e.read_at is null and pg_visible_in_snapshot(e.tx, ?::pg_snapshot)
        and (cardinality(?::text[]) = 0 or e.kind = any (?))
      """;

  private static final String GRAVEST_FIRST =
      """
      case m.severity when 'grave' then 0 when 'serious' then 1 else 2 end, m.due_at nulls last, m.id
      """;

  private static final String FIRST_MESSAGES =
      """
      select * from (
        select r.delivery_id, m.id, r.why, m.superseded_at, m.superseded_reason,
          row_number() over (partition by r.delivery_id order by
      """
          + GRAVEST_FIRST
          + """
              ) as place
            from message_recipient r join message m on m.id = r.message_id
            where r.delivery_id = any (?)) placed
          where place <= ? order by delivery_id, place
          """;

  private static final String MESSAGES =
      """
      select * from (
        select distinct on (m.id) m.id, m.severity, m.due_at, mine.why, r.delivery_id,
          m.superseded_at, m.superseded_reason
        from message_recipient r
          join message_recipient mine on mine.message_id = r.message_id and mine.recipient = ?
          join message m on m.id = r.message_id
        where r.delivery_id = ? and (r.recipient = mine.recipient or starts_with(r.recipient, ?))
        order by m.id) m
      order by
      """
          + GRAVEST_FIRST
          + " offset ? limit ?";

  private static final String READ_WITH =
      """
      update inbox_entry e set read_at = ?
      where e.person = ? and e.read_at is null
        and e.id in (
          select mine.delivery_id from message_recipient r
            join message_recipient mine on mine.message_id = r.message_id and mine.recipient = ?
          where r.delivery_id = ?)
        and not exists (
          select 1 from message_recipient mine
          where mine.delivery_id = e.id and not exists (
            select 1 from message_recipient r
            where r.delivery_id = ? and r.message_id = mine.message_id
              and (r.recipient = e.person or starts_with(r.recipient, ?))))
      """;

  private final Sql sql;
  private final MessageStore messages;

  public JdbcInboxes(Sql sql, MessageStore messages) {
    this.sql = sql;
    this.messages = messages;
  }

  /** Which message stands in which entry, and what the person is told with it. */
  private record Place(
      String entry,
      String message,
      RecipientReason why,
      @Nullable Instant supersededAt,
      @Nullable Superseded superseded) {}

  @Override
  public void add(List<InboxEntry> entries) {
    if (entries.isEmpty()) {
      return;
    }
    sql.update(
        ADD,
        entries.stream().map(InboxEntry::id).toList(),
        entries.stream().map(InboxEntry::person).toList(),
        entries.stream().map(entry -> entry.kind().wire()).toList(),
        entries.stream().map(InboxEntry::level).toList(),
        entries.stream().map(InboxEntry::count).toList(),
        entries.stream().map(InboxEntry::createdAt).toList());
  }

  @Override
  public List<InboxEntry> page(InboxQuery query) {
    List<Object> parameters = new ArrayList<>();
    parameters.add(query.person());
    parameters.add(query.after().orElse(Long.MAX_VALUE));
    var text = new StringBuilder(PAGE);
    if (!query.kinds().isEmpty()) {
      text.append(OF_KINDS);
      parameters.add(words(query.kinds()));
    }
    text.append(query.unread() ? UNREAD : "").append(NEWEST_FIRST);
    parameters.add(query.limit());
    return withMessages(sql.query(text.toString(), JdbcInboxes::entry, parameters.toArray()));
  }

  private static List<String> words(Set<MessageKind> kinds) {
    return kinds.stream().map(MessageKind::wire).sorted().toList();
  }

  @Override
  public InboxSnapshot snapshot() {
    return new InboxSnapshot(sql.query(SNAPSHOT, row -> row.getString(1)).getFirst());
  }

  @Override
  public int readAll(String person, InboxSnapshot seen, Set<MessageKind> kinds, Instant at) {
    var words = words(kinds);
    return sql.update(READ_ALL, at, person, seen.text(), words, words);
  }

  @Override
  public Optional<InboxEntry> read(String id, String person, Instant at) {
    return withMessages(sql.query(READ, JdbcInboxes::entry, at, id, person)).stream().findFirst();
  }

  @Override
  public long unread(String person) {
    return sql.query(COUNT_UNREAD, row -> row.getLong(1), person).getFirst();
  }

  @Override
  public List<Told> messages(String id, String person, int after, int limit) {
    return told(sql.query(MESSAGES, JdbcInboxes::place, person, id, Delivery.GROUP, after, limit))
        .getOrDefault(id, List.of());
  }

  @Override
  public void readWith(String id, String person, Instant at) {
    sql.update(READ_WITH, at, person, person, id, id, Delivery.GROUP);
  }

  @Override
  public Cursor horizon() {
    var open = sql.query(HORIZON, row -> Long.parseLong(row.getString(1))).getFirst();
    return new Cursor(open - 1, Long.MAX_VALUE);
  }

  @Override
  public List<NewEntry> since(Cursor after, Collection<String> people, int limit) {
    Map<String, Cursor> cursors = new HashMap<>();
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
        .forEach(found -> cursors.put(found.getKey(), found.getValue()));
    if (cursors.isEmpty()) {
      return List.of();
    }
    return withMessages(sql.query(OF_IDS, JdbcInboxes::entry, cursors.keySet())).stream()
        .map(entry -> new NewEntry(cursors.getOrDefault(entry.id(), after), entry))
        .sorted(Comparator.comparing(NewEntry::cursor))
        .toList();
  }

  private List<InboxEntry> withMessages(List<InboxEntry> entries) {
    if (entries.isEmpty()) {
      return entries;
    }
    var ids = entries.stream().map(InboxEntry::id).toList();
    var told = told(sql.query(FIRST_MESSAGES, JdbcInboxes::place, ids, SHOWN_MESSAGES));
    return entries.stream()
        .map(entry -> entry.with(told.getOrDefault(entry.id(), List.of())))
        .toList();
  }

  /** By entry, in the order of the places. */
  private Map<String, List<Told>> told(List<Place> places) {
    var byId = messages.byIds(places.stream().map(Place::message).distinct().toList());
    return places.stream()
        .collect(
            Collectors.groupingBy(
                Place::entry,
                Collectors.mapping(
                    place ->
                        new Told(
                            Objects.requireNonNull(byId.get(place.message())),
                            place.why(),
                            place.supersededAt(),
                            place.superseded()),
                    Collectors.toList())));
  }

  private static Place place(ResultSet row) throws SQLException {
    var superseded = row.getString("superseded_reason");
    return new Place(
        row.getString("delivery_id"),
        row.getString("id"),
        RecipientReason.ofWire(row.getString("why")),
        Sql.instant(row, "superseded_at"),
        superseded == null ? null : Superseded.ofWire(superseded));
  }

  private static InboxEntry entry(ResultSet row) throws SQLException {
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
}
