package io.caseclock.intake.source.jdbc;

import io.caseclock.intake.source.ClientLimits;
import io.caseclock.intake.source.SourceClients;
import io.caseclock.intake.source.SourcePattern;
import io.caseclock.jdbc.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;

/** {@link SourceClients} in PostgreSQL. */
public final class JdbcSourceClients implements SourceClients {

  private static final String HOLDING =
      "select client, source, is_prefix, added_by, added_at from source_client"
          + " where removed_at is null";

  /** One change of a client after the other, so that two at once do not add up. */
  private static final String LOCK =
      "select pg_advisory_xact_lock(hashtext(current_schema() || '.source_client'), hashtext(?))";

  private static final String END =
      """
      update source_client set removed_by = ?, removed_at = ?
      where client = ? and removed_at is null
        and not exists (select from unnest(?::text[], ?::bool[]) as kept(source, is_prefix)
          where kept.source = source_client.source and kept.is_prefix = source_client.is_prefix)
      """;

  private static final String ADD =
      """
      insert into source_client (client, source, is_prefix, added_by, added_at)
      select ?, source, is_prefix, ?, ? from unnest(?::text[], ?::bool[]) as r(source, is_prefix)
      on conflict (client, source, is_prefix) where removed_at is null do nothing
      """;

  private final Sql sql;

  public JdbcSourceClients(DataSource dataSource) {
    sql = new Sql(dataSource);
  }

  @Override
  public List<Registration> of(String client) {
    return sql.query(
        HOLDING + " and client = ? order by source, is_prefix",
        JdbcSourceClients::registration,
        client);
  }

  @Override
  public List<Registration> all() {
    return sql.query(
        HOLDING + " order by client, source, is_prefix", JdbcSourceClients::registration);
  }

  @Override
  public Map<String, SetLimits> limits(LocalDate day) {
    return LimitTable.all(sql, day);
  }

  @Override
  public Map<String, Long> ownRates() {
    return LimitTable.rates(sql);
  }

  @Override
  public void forgetDaysBefore(LocalDate day, int most) {
    LimitTable.forgetBefore(sql, day, most);
  }

  @Override
  public void replace(
      String client, Set<SourcePattern> sources, ClientLimits limits, String by, Instant at) {
    var starts = sources.stream().map(SourcePattern::start).toArray();
    var prefixes = sources.stream().map(SourcePattern::isPrefix).toArray();
    sql.transact(
        connection -> {
          try (var lock = connection.prepareStatement(LOCK)) {
            lock.setString(1, client);
            lock.execute();
          }
          LimitTable.set(connection, client, limits, by, at);
          var kept = connection.createArrayOf("text", starts);
          var isPrefix = connection.createArrayOf("bool", prefixes);
          Sql.update(
              connection,
              END,
              statement -> {
                statement.setString(1, by);
                statement.setObject(2, Sql.utc(at));
                statement.setString(3, client);
                statement.setArray(4, kept);
                statement.setArray(5, isPrefix);
              });
          return Sql.update(
              connection,
              ADD,
              statement -> {
                statement.setString(1, client);
                statement.setString(2, by);
                statement.setObject(3, Sql.utc(at));
                statement.setArray(4, kept);
                statement.setArray(5, isPrefix);
              });
        });
  }

  private static Registration registration(ResultSet row) throws SQLException {
    return new Registration(
        row.getString("client"),
        new SourcePattern(row.getString("source"), row.getBoolean("is_prefix")),
        row.getString("added_by"),
        Sql.required(row, "added_at"));
  }
}
