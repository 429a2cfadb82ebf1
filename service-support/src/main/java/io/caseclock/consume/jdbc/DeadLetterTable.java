package io.caseclock.consume.jdbc;

import io.caseclock.consume.DeadLetter;
import io.caseclock.consume.DeadLetter.Origin;
import io.caseclock.consume.DeadLetterQuery;
import io.caseclock.consume.DeadLetterState;
import io.caseclock.consume.FailureReason;
import io.caseclock.jdbc.Sql;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** The rows of table {@code dead_letter}. */
public final class DeadLetterTable {

  private static final String COLUMNS =
      "id, topic, partition_number, record_offset, reason, detail, key, headers, value, case_id,"
          + " put_at, tries, state, settled_at, settled_by, note";
  private static final String PUT =
      """
      insert into dead_letter (topic, partition_number, record_offset, fingerprint, reason, detail,
        key, headers, value, case_id, put_at, tries, state)
      values (?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?, ?, ?, 1, 'open')
      on conflict (topic, partition_number, record_offset, fingerprint) do update
        set reason = excluded.reason, detail = excluded.detail, case_id = excluded.case_id,
          tries = dead_letter.tries + 1
      returning id, tries
      """;
  private static final String WITHOUT_CONTENT =
      COLUMNS
          .replace("key, ", "null::bytea as key, ")
          .replace("headers, ", "'[]' as headers, ")
          .replace("value, ", "null::bytea as value, ");
  private static final String LIST =
      "select "
          + WITHOUT_CONTENT
          + " from dead_letter where id > ?"
          + " and (?::text is null or topic = ?) and (?::text is null or reason = ?)"
          + " and (?::text is null or state = ?) order by id limit ?";
  private static final String SETTLE =
      "update dead_letter set state = ?, settled_at = ?, settled_by = ?, note = ?"
          + " where id = ? and tries = ? and state = 'open'";

  private final Sql sql;

  public DeadLetterTable(DataSource dataSource) {
    this.sql = new Sql(dataSource);
  }

  /**
   * Keeps a letter in the caller's transaction. The same record at the same place is kept once,
   * however often it comes.
   *
   * @return its id; empty where it was there already
   */
  public static Optional<Long> put(Connection connection, DeadLetter letter) throws SQLException {
    return Sql.query(
            connection,
            PUT,
            statement -> {
              statement.setString(1, letter.origin().topic());
              statement.setInt(2, letter.origin().partition());
              statement.setLong(3, letter.origin().offset());
              statement.setBytes(4, RecordBytes.fingerprint(letter));
              statement.setString(5, letter.reason().wire());
              statement.setString(6, letter.detail());
              statement.setBytes(7, letter.key());
              statement.setString(8, RecordBytes.text(letter.headers()));
              statement.setBytes(9, letter.value());
              statement.setString(10, letter.caseId());
              statement.setObject(11, Sql.utc(letter.putAt()));
            },
            row ->
                row.getInt("tries") == 1 ? Optional.of(row.getLong("id")) : Optional.<Long>empty())
        .getFirst();
  }

  public Optional<DeadLetter> find(long id) {
    return sql
        .query("select " + COLUMNS + " from dead_letter where id = ?", DeadLetterTable::read, id)
        .stream()
        .findFirst();
  }

  /**
   * In the order in which they were put aside, without keys, headers and values: a record may be as
   * large as Kafka takes, and a page has hundreds of them.
   */
  public List<DeadLetter> list(DeadLetterQuery query) {
    var reason = query.reason() == null ? null : query.reason().wire();
    var state = query.state() == null ? null : query.state().wire();
    return sql.query(
        LIST,
        DeadLetterTable::read,
        query.after(),
        query.topic(),
        query.topic(),
        reason,
        reason,
        state,
        state,
        query.limit());
  }

  /** How many are open. */
  public long open(String topic, FailureReason reason) {
    return sql.query(
            "select count(*) from dead_letter where topic = ? and reason = ? and state = 'open'",
            row -> row.getLong(1),
            topic,
            reason.wire())
        .getFirst();
  }

  /**
   * Settles an open letter, unless it was taken in vain once more since it was read.
   *
   * @return whether it is settled by this call
   */
  public boolean settle(
      DeadLetter letter, DeadLetterState state, String by, @Nullable String note, Instant now) {
    return sql.update(SETTLE, state.wire(), now, by, note, letter.id(), letter.tries()) == 1;
  }

  private static DeadLetter read(ResultSet row) throws SQLException {
    return new DeadLetter(
        row.getLong("id"),
        new Origin(
            row.getString("topic"), row.getInt("partition_number"), row.getLong("record_offset")),
        FailureReason.valueOf(constant(row.getString("reason"))),
        row.getString("detail"),
        row.getBytes("key"),
        RecordBytes.headers(row.getString("headers")),
        row.getBytes("value"),
        row.getString("case_id"),
        Sql.required(row, "put_at"),
        row.getInt("tries"),
        DeadLetterState.valueOf(constant(row.getString("state"))),
        Sql.instant(row, "settled_at"),
        row.getString("settled_by"),
        row.getString("note"));
  }

  private static String constant(String wire) {
    return wire.replace('-', '_').toUpperCase(Locale.ROOT);
  }
}
