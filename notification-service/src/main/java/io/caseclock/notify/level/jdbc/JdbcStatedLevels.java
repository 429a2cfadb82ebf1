package io.caseclock.notify.level.jdbc;

import io.caseclock.contract.CaseLevelStated;
import io.caseclock.contract.CaseLevelStated.Access;
import io.caseclock.jdbc.Sql;
import io.caseclock.notify.level.OwedAccess;
import io.caseclock.notify.level.StatedLevels;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Tables {@code case_level} and {@code case_access}. */
public final class JdbcStatedLevels implements StatedLevels {

  private static final String KEEP =
      """
      insert into case_level as known (case_id, level, since, version, officers)
      values (?, ?, ?, ?, ?)
      on conflict (case_id) do update
      set level = excluded.level, since = excluded.since, version = excluded.version,
        officers = excluded.officers
      where known.version < excluded.version
      """;
  private static final String FORGET =
      "delete from case_access where case_id = ? returning id, unit";
  private static final String OPEN =
      "insert into case_access (id, case_id, account, until_at) values (?, ?, ?, ?)";

  private static final String OWE =
      "update case_access set unit = ?, officer = ?, reason = ? where id = ?";
  private static final String OWED =
      """
      select id, case_id, unit, account, officer, reason, until_at from case_access
      where unit is not null and id > ?
      order by id limit ? for update skip locked
      """;
  private static final UUID BELOW_ALL = new UUID(0, 0);

  private final Sql sql;

  public JdbcStatedLevels(Sql sql) {
    this.sql = sql;
  }

  @Override
  public Optional<Set<UUID>> keep(CaseLevelStated stated) {
    var kept =
        sql.update(
            KEEP,
            stated.caseId(),
            stated.level().wire(),
            stated.since(),
            stated.version(),
            stated.officers());
    return kept == 0 ? Optional.empty() : Optional.of(replaceAccesses(stated));
  }

  @Override
  public void owe(OwedAccess access) {
    sql.update(OWE, access.unit(), access.officer(), access.reason(), access.id());
  }

  @Override
  public List<OwedAccess> owed(@Nullable UUID after, int most) {
    return sql.query(
        OWED, JdbcStatedLevels::owed, Objects.requireNonNullElse(after, BELOW_ALL), most);
  }

  @Override
  public void told(UUID id) {
    sql.update(OWE, null, null, null, id);
  }

  private static OwedAccess owed(ResultSet row) throws SQLException {
    return new OwedAccess(
        row.getObject("id", UUID.class),
        row.getString("case_id"),
        row.getString("unit"),
        row.getString("account"),
        row.getString("officer"),
        row.getString("reason"),
        Sql.required(row, "until_at"));
  }

  /** Returns those of which nobody was told. */
  private Set<UUID> replaceAccesses(CaseLevelStated stated) {
    var before = new HashSet<UUID>();
    sql.query(FORGET, JdbcStatedLevels::told, stated.caseId())
        .forEach(told -> told.ifPresent(before::add));
    Set<UUID> news = new HashSet<>();
    for (Access access : stated.accesses()) {
      sql.update(OPEN, access.id(), stated.caseId(), access.account(), access.until());
      if (!before.contains(access.id())) {
        news.add(access.id());
      }
    }
    return news;
  }

  private static Optional<UUID> told(ResultSet row) throws SQLException {
    return row.getString("unit") == null
        ? Optional.of(row.getObject("id", UUID.class))
        : Optional.empty();
  }
}
