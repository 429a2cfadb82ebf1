package io.caseclock.notify.delivery.jdbc;

import io.caseclock.jdbc.Sql;
import io.caseclock.notify.channel.InboxDoor;
import io.caseclock.notify.channel.NewParcel;
import io.caseclock.notify.channel.Parcel;
import io.caseclock.notify.delivery.FiledMessage;
import io.caseclock.notify.delivery.InboxMessage;
import io.caseclock.notify.delivery.InboxMessage.Enclosed;
import io.caseclock.notify.delivery.InboxQuery;
import io.caseclock.notify.delivery.Inboxes;
import io.caseclock.notify.delivery.Letter;
import io.caseclock.notify.delivery.MessageKind;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Table {@code inbox_message} and the letters in its messages. */
public final class JdbcInboxes implements Inboxes, InboxDoor {

  private static final int SHOWN_LETTERS = 20;

  private static final String ARRIVE =
      """
      insert into inbox_message (id, person, kind, level, letters, created_at)
      values (?, ?, ?, ?, ?, ?) on conflict (id) do nothing
      """;
  private static final String SOMETHING_HOLDS =
      """
      exists (select 1 from addressed a join letter l on l.id = a.letter_id
        where a.message_id = m.id and l.superseded_at is null)
      """;
  private static final String PAGE =
      "select m.* from inbox_message m where m.person = ? and m.seq < ? ";
  private static final String NEWEST_FIRST = " order by m.seq desc limit ?";
  private static final String UNREAD = "and m.read_at is null and " + SOMETHING_HOLDS;
  private static final String COUNT_UNREAD =
      "select count(*) from inbox_message m where m.person = ? " + UNREAD;
  private static final String READ =
      """
      update inbox_message set read_at = coalesce(read_at, ?) where id = ? and person = ? returning *
      """;
  private static final String BY_PRESSURE =
      """
      case l.severity when 'grave' then 0 when 'serious' then 1 else 2 end, l.due_at nulls last, l.id
      """;
  private static final String LETTERS =
      """
      select * from (
        select l.*, a.why, a.message_id, row_number() over (partition by a.message_id order by
      """
          + BY_PRESSURE
          + """
          ) as place
        from addressed a join letter l on l.id = a.letter_id where a.message_id = any (?)) placed
      where place <= ? order by message_id, place
      """;
  private static final String LETTERS_OF =
      """
      select * from (
        select distinct on (l.id) l.*, mine.why
        from addressed a
          join addressed mine on mine.letter_id = a.letter_id and mine.addressee = ?
          join letter l on l.id = a.letter_id
        where a.message_id = ? and (a.addressee = mine.addressee or starts_with(a.addressee, ?))
        order by l.id) l
      order by
      """
          + BY_PRESSURE
          + " offset ? limit ?";
  private static final String READ_WITH =
      """
      update inbox_message m set read_at = ?
      where m.person = ? and m.read_at is null
        and m.id in (
          select mine.message_id from addressed a
            join addressed mine on mine.letter_id = a.letter_id and mine.addressee = ?
          where a.message_id = ?)
        and not exists (
          select 1 from addressed mine
          where mine.message_id = m.id and not exists (
            select 1 from addressed a where a.message_id = ? and a.letter_id = mine.letter_id
              and (a.addressee = m.person or starts_with(a.addressee, ?))))
      """;
  private static final String IN_SUBTREE =
      """
      from letter l join unit u on u.id = l.unit
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
  public void arrive(Parcel parcel, Instant at) {
    sql.update(
        ARRIVE, parcel.id(), parcel.addressee(), parcel.kind(), parcel.level(), parcel.count(), at);
  }

  @Override
  public List<FiledMessage> page(InboxQuery query) {
    var text = PAGE + (query.unread() ? UNREAD : "") + NEWEST_FIRST;
    return withLetters(
        sql.query(
            text,
            JdbcInboxes::row,
            query.person(),
            query.after().orElse(Long.MAX_VALUE),
            query.limit()));
  }

  /** The messages of these ids, in no order. */
  List<FiledMessage> ofIds(Collection<String> ids) {
    return withLetters(
        sql.query("select * from inbox_message where id = any (?)", JdbcInboxes::row, ids));
  }

  @Override
  public Optional<FiledMessage> read(String id, String person, Instant at) {
    return withLetters(sql.query(READ, JdbcInboxes::row, at, id, person)).stream().findFirst();
  }

  @Override
  public long unread(String person) {
    return sql.query(COUNT_UNREAD, row -> row.getLong(1), person).getFirst();
  }

  @Override
  public List<Enclosed> letters(String messageId, String person, int after, int limit) {
    return sql.query(
        LETTERS_OF, LetterRows::enclosed, person, messageId, NewParcel.GROUP, after, limit);
  }

  @Override
  public void readWith(String messageId, String person, Instant at) {
    sql.update(READ_WITH, at, person, person, messageId, messageId, NewParcel.GROUP);
  }

  @Override
  public List<Letter> byIds(Collection<String> ids) {
    return sql.query("select * from letter where id = any (?)", LetterRows::letter, ids);
  }

  @Override
  public List<Letter> openAlarms(String rootUnit, int limit) {
    return sql.query(OPEN_ALARMS, LetterRows::letter, rootUnit, limit);
  }

  @Override
  public AlarmCounts countAlarms(String rootUnit) {
    return sql.query(
            COUNT_ALARMS,
            row -> new AlarmCounts(row.getLong("warnings"), row.getLong("breaches")),
            rootUnit)
        .getFirst();
  }

  private List<FiledMessage> withLetters(List<FiledMessage> messages) {
    if (messages.isEmpty()) {
      return messages;
    }
    Map<String, List<Enclosed>> letters = new HashMap<>();
    sql.query(
            LETTERS,
            row -> Map.entry(row.getString("message_id"), LetterRows.enclosed(row)),
            messages.stream().map(filed -> filed.message().id()).toList(),
            SHOWN_LETTERS)
        .forEach(
            one ->
                letters.computeIfAbsent(one.getKey(), id -> new ArrayList<>()).add(one.getValue()));
    return messages.stream()
        .map(
            filed ->
                new FiledMessage(
                    filed.seq(),
                    filed.message().with(letters.getOrDefault(filed.message().id(), List.of()))))
        .toList();
  }

  private static FiledMessage row(ResultSet row) throws SQLException {
    return new FiledMessage(
        row.getLong("seq"),
        new InboxMessage(
            row.getString("id"),
            row.getString("person"),
            MessageKind.ofWire(row.getString("kind")),
            row.getString("level"),
            row.getInt("letters"),
            Sql.required(row, "created_at"),
            Sql.instant(row, "read_at"),
            List.of()));
  }
}
