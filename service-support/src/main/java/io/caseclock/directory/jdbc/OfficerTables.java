package io.caseclock.directory.jdbc;

import io.caseclock.contract.DirectoryEvent.OfficerAssigned;
import io.caseclock.contract.DirectoryEvent.OfficerAway;
import io.caseclock.directory.Absence;
import io.caseclock.directory.OfficerEntry;
import io.caseclock.jdbc.Sql;
import io.caseclock.wire.Json;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Posts and absences: rows are added or corrected, never taken away. */
final class OfficerTables {

  private static final String UPSERT_POST =
      """
      insert into officer_post (officer, since, name, unit, roles, contacts)
        values (?, ?, ?, ?, ?, ?::jsonb)
      on conflict (officer, since) do update set name = excluded.name, unit = excluded.unit,
        roles = excluded.roles, contacts = excluded.contacts
      """;
  private static final String UPSERT_ABSENCE =
      """
      insert into officer_absence (officer, absence, from_at, until_at, substitute, cancelled)
        values (?, ?, ?, ?, ?, ?)
      on conflict (officer, absence) do update set from_at = excluded.from_at,
        until_at = excluded.until_at, substitute = excluded.substitute,
        cancelled = excluded.cancelled
      """;

  private static final String POST =
      """
      select officer, name, unit, roles, contacts::text from officer_post
      where officer = ? and since <= ? order by since desc limit 1
      """;

  private static final String POSTS =
      """
      select distinct on (officer) officer, name, unit, roles, contacts::text from officer_post
      where officer = any (?) and since <= ? order by officer, since desc
      """;

  /** Takes the instant twice. */
  private static final String POSTED_TO =
      """
      select officer, name, unit, roles, contacts::text from officer_post post
      where unit = ? and since <= ? and not exists (
        select 1 from officer_post newer
        where newer.officer = post.officer and newer.since > post.since and newer.since <= ?)
      order by officer
      """;

  private static final String POSTED_TO_ANY =
      POSTED_TO.replace("where unit = ?", "where unit = any (?)");

  /** Takes the instant twice. */
  private static final String ABSENCE =
      """
      select officer, from_at, until_at, substitute from officer_absence
      where officer = ? and from_at <= ? and until_at > ? and not cancelled
      order by from_at desc, absence desc limit 1
      """;

  /** Takes the instant twice. */
  private static final String ABSENCES =
      """
      select distinct on (officer) officer, from_at, until_at, substitute from officer_absence
      where officer = any (?) and from_at <= ? and until_at > ? and not cancelled
      order by officer, from_at desc, absence desc
      """;

  private OfficerTables() {}

  static void upsert(Connection connection, OfficerAssigned post) throws SQLException {
    Sql.update(
        connection,
        UPSERT_POST,
        statement -> {
          statement.setString(1, post.id());
          statement.setObject(2, Sql.utc(post.since()));
          statement.setString(3, post.name());
          statement.setString(4, post.unit());
          statement.setArray(5, connection.createArrayOf("text", post.roles().toArray()));
          statement.setString(6, Json.text(post.contacts()));
        });
  }

  static void upsert(Connection connection, OfficerAway away) throws SQLException {
    Sql.update(
        connection,
        UPSERT_ABSENCE,
        statement -> {
          statement.setString(1, away.officer());
          statement.setString(2, away.absence());
          statement.setObject(3, Sql.utc(away.from()));
          statement.setObject(4, Sql.utc(away.until()));
          statement.setString(5, away.substitute());
          statement.setBoolean(6, away.cancelled());
        });
  }

  static Optional<OfficerEntry> post(Sql sql, String officer, Instant at) {
    return sql.query(POST, OfficerTables::officer, officer, at).stream().findFirst();
  }

  static List<OfficerEntry> postedTo(Sql sql, String unit, Instant at) {
    return sql.query(POSTED_TO, OfficerTables::officer, unit, at, at);
  }

  static List<OfficerEntry> posts(Sql sql, Collection<String> officers, Instant at) {
    return sql.query(POSTS, OfficerTables::officer, officers, at);
  }

  static List<OfficerEntry> postedToAny(Sql sql, Collection<String> units, Instant at) {
    return sql.query(POSTED_TO_ANY, OfficerTables::officer, units, at, at);
  }

  private static OfficerEntry officer(ResultSet row) throws SQLException {
    return new OfficerEntry(
        row.getString(1),
        row.getString(2),
        row.getString(3),
        Set.of((String[]) row.getArray(4).getArray()),
        contacts(row.getString(5)));
  }

  private static Map<String, String> contacts(String json) {
    return Json.object(json.getBytes(StandardCharsets.UTF_8)).entrySet().stream()
        .collect(
            Collectors.toUnmodifiableMap(
                Map.Entry::getKey, entry -> String.valueOf(entry.getValue())));
  }

  static Optional<Absence> absence(Sql sql, String officer, Instant at) {
    return sql.query(ABSENCE, OfficerTables::absence, officer, at, at).stream().findFirst();
  }

  static List<Absence> absences(Sql sql, Collection<String> officers, Instant at) {
    return sql.query(ABSENCES, OfficerTables::absence, officers, at, at);
  }

  private static Absence absence(ResultSet row) throws SQLException {
    return new Absence(
        row.getString(1),
        Sql.required(row, "from_at"),
        Sql.required(row, "until_at"),
        row.getString(4));
  }
}
