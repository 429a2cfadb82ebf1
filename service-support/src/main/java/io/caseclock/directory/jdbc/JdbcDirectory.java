package io.caseclock.directory.jdbc;

import io.caseclock.contract.DirectoryEvent;
import io.caseclock.contract.DirectoryEvent.OfficerAssigned;
import io.caseclock.contract.DirectoryEvent.OfficerAway;
import io.caseclock.contract.DirectoryEvent.UnitRegistered;
import io.caseclock.contract.Names;
import io.caseclock.directory.Absence;
import io.caseclock.directory.Directory;
import io.caseclock.directory.OfficerEntry;
import io.caseclock.directory.UnitEntry;
import io.caseclock.jdbc.Sql;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.sql.DataSource;

/**
 * Tables {@code unit}, {@code officer_post} and {@code officer_absence}; takes part in the caller's
 * JTA transaction if any.
 */
public final class JdbcDirectory implements Directory {

  private static final String UPSERT_UNIT =
      """
      insert into unit (id, parent, name_zh, name_en, kind, path) values (?, ?, ?, ?, ?, ?)
      on conflict (id) do update set parent = excluded.parent, name_zh = excluded.name_zh,
        name_en = excluded.name_en, kind = excluded.kind
      """;

  /** Parent and child may arrive in two transactions that do not see each other. */
  private static final String LOCK_TREE =
      "select pg_advisory_xact_lock(hashtext(current_schema() || '.unit'), 0)";

  /**
   * A unit whose parent is not known yet stands as a root until the parent arrives; so does one
   * that lies below itself, since an empty path would be the beginning of all others.
   */
  private static final String REBUILD_PATHS =
      """
      with recursive tree(id, path) as (
        select id, '/' || id || '/' from unit u
          where parent is null or not exists (select 1 from unit p where p.id = u.parent)
        union all
        select u.id, tree.path || u.id || '/' from unit u join tree on u.parent = tree.id
          where position('/' || u.id || '/' in tree.path) = 0),
      wanted(id, path) as (
        select u.id, coalesce(tree.path, '/' || u.id || '/') from unit u left join tree using (id))
      update unit set path = wanted.path from wanted
        where wanted.id = unit.id and unit.path <> wanted.path
      """;

  private static final String UNIT = "select id, parent, name_zh, name_en, kind, path from unit ";

  private static final String OUTSIDE =
      "select id from unit where not " + Subtree.holds("id") + " limit 1";

  private final Sql sql;
  private final InstantSource clock;

  public JdbcDirectory(DataSource dataSource, InstantSource clock) {
    sql = new Sql(dataSource);
    this.clock = clock;
  }

  @Override
  public void apply(List<DirectoryEvent> news) {
    sql.with(
        connection -> {
          apply(connection, news);
          return news.size();
        });
  }

  /** Takes in news in a transaction that the caller holds open on this connection. */
  public static void apply(Connection connection, List<DirectoryEvent> news) throws SQLException {
    var unitsChange = news.stream().anyMatch(UnitRegistered.class::isInstance);
    if (unitsChange) {
      execute(connection, LOCK_TREE);
    }
    for (var event : news) {
      switch (event) {
        case UnitRegistered unit -> upsert(connection, unit);
        case OfficerAssigned post -> OfficerTables.upsert(connection, post);
        case OfficerAway away -> OfficerTables.upsert(connection, away);
      }
    }
    if (unitsChange) {
      execute(connection, REBUILD_PATHS);
    }
  }

  private static void execute(Connection connection, String statementText) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute(statementText);
    }
  }

  private static void upsert(Connection connection, UnitRegistered unit) throws SQLException {
    try (var statement = connection.prepareStatement(UPSERT_UNIT)) {
      statement.setString(1, unit.id());
      statement.setString(2, unit.parent());
      statement.setString(3, unit.names().zh());
      statement.setString(4, unit.names().en());
      statement.setString(5, unit.kind());
      statement.setString(6, "/" + unit.id() + "/");
      statement.executeUpdate();
    }
  }

  @Override
  public Optional<UnitEntry> unit(String unitId) {
    return units(UNIT + "where id = ?", unitId).stream().findFirst();
  }

  @Override
  public Map<String, UnitEntry> units(Collection<String> ids) {
    return units(UNIT + "where id = any (?)", ids).stream()
        .collect(Collectors.toMap(UnitEntry::id, Function.identity()));
  }

  @Override
  public List<UnitEntry> subtree(String unitId) {
    return units(UNIT + "where " + Subtree.holds("id") + " order by path", unitId);
  }

  @Override
  public boolean isWithin(String unitId, String root) {
    return unit(unitId).stream()
        .anyMatch(unit -> unit.id().equals(root) || unit.ancestors().contains(root));
  }

  @Override
  public boolean isAboveAll(String unitId) {
    return unit(unitId).isPresent() && sql.query(OUTSIDE, row -> true, unitId).isEmpty();
  }

  @Override
  public Optional<OfficerEntry> officer(String officerId) {
    return officer(officerId, clock.instant());
  }

  @Override
  public Optional<OfficerEntry> officer(String officerId, Instant at) {
    return OfficerTables.post(sql, officerId, at);
  }

  @Override
  public Map<String, OfficerEntry> officers(Collection<String> ids, Instant at) {
    return OfficerTables.posts(sql, ids, at).stream()
        .collect(Collectors.toMap(OfficerEntry::id, Function.identity()));
  }

  @Override
  public Map<String, List<OfficerEntry>> officersOf(Collection<String> units, Instant at) {
    return OfficerTables.postedToAny(sql, units, at).stream()
        .collect(Collectors.groupingBy(OfficerEntry::unit));
  }

  @Override
  public Map<String, Absence> absences(Collection<String> officers, Instant at) {
    return OfficerTables.absences(sql, officers, at).stream()
        .collect(Collectors.toMap(Absence::officer, Function.identity()));
  }

  @Override
  public List<OfficerEntry> officersOf(String unitId) {
    return officersOf(unitId, clock.instant());
  }

  @Override
  public List<OfficerEntry> officersOf(String unitId, Instant at) {
    return OfficerTables.postedTo(sql, unitId, at);
  }

  @Override
  public Optional<Absence> absence(String officerId, Instant at) {
    return OfficerTables.absence(sql, officerId, at);
  }

  private List<UnitEntry> units(String query, Object parameter) {
    return sql.query(
        query,
        row ->
            new UnitEntry(
                row.getString(1),
                row.getString(2),
                new Names(row.getString(3), row.getString(4)),
                row.getString(5),
                row.getString(6)),
        parameter);
  }
}
