package io.caseclock.intake.source.jdbc;

import io.caseclock.intake.source.GoLiveDates;
import io.caseclock.intake.source.SourcePattern;
import io.caseclock.jdbc.Sql;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/** {@link GoLiveDates} in PostgreSQL. */
public final class JdbcGoLiveDates implements GoLiveDates {

  private static final String HOLDING =
      "select source, is_prefix, go_live_at, set_by, set_at from source_go_live"
          + " where ended_at is null";
  private static final String COVERING =
      HOLDING
          + " and (source = any (?) or is_prefix and exists"
          + " (select 1 from unnest(?::text[]) as s(name) where starts_with(s.name, source)))";

  /** One change after the other, so that two at once do not leave two dates. */
  private static final String LOCK =
      "select pg_advisory_xact_lock(hashtext(current_schema() || '.source_go_live'))";

  private static final String END =
      "update source_go_live set ended_by = ?, ended_at = ?"
          + " where source = ? and is_prefix = ? and ended_at is null";
  private static final String ADD =
      "insert into source_go_live (source, is_prefix, go_live_at, set_by, set_at)"
          + " values (?, ?, ?, ?, ?)";

  private final Sql sql;

  public JdbcGoLiveDates(DataSource dataSource) {
    sql = new Sql(dataSource);
  }

  @Override
  public List<GoLive> covering(Collection<String> sources) {
    return sql.with(
        connection -> {
          var names = connection.createArrayOf("text", sources.toArray());
          return Sql.query(
              connection,
              COVERING,
              statement -> {
                statement.setArray(1, names);
                statement.setArray(2, names);
              },
              JdbcGoLiveDates::goLive);
        });
  }

  @Override
  public Optional<GoLive> of(SourcePattern source) {
    return sql
        .query(
            HOLDING + " and source = ? and is_prefix = ?",
            JdbcGoLiveDates::goLive,
            source.start(),
            source.isPrefix())
        .stream()
        .findFirst();
  }

  @Override
  public void set(SourcePattern source, Instant at, String by, Instant now) {
    sql.transact(
        connection -> {
          end(connection, source, by, now);
          return Sql.update(
              connection,
              ADD,
              statement -> {
                statement.setString(1, source.start());
                statement.setBoolean(2, source.isPrefix());
                statement.setObject(3, Sql.utc(at));
                statement.setString(4, by);
                statement.setObject(5, Sql.utc(now));
              });
        });
  }

  @Override
  public boolean end(SourcePattern source, String by, Instant now) {
    return sql.transact(connection -> end(connection, source, by, now)) > 0;
  }

  private static int end(Connection connection, SourcePattern source, String by, Instant now)
      throws SQLException {
    try (var lock = connection.prepareStatement(LOCK)) {
      lock.execute();
    }
    return Sql.update(
        connection,
        END,
        statement -> {
          statement.setString(1, by);
          statement.setObject(2, Sql.utc(now));
          statement.setString(3, source.start());
          statement.setBoolean(4, source.isPrefix());
        });
  }

  private static GoLive goLive(ResultSet row) throws SQLException {
    return new GoLive(
        new SourcePattern(row.getString("source"), row.getBoolean("is_prefix")),
        Sql.required(row, "go_live_at"),
        row.getString("set_by"),
        Sql.required(row, "set_at"));
  }
}
