package io.caseclock.notify.level.jdbc;

import io.caseclock.contract.CaseLevelStated;
import io.caseclock.contract.CaseLevelStated.Access;
import io.caseclock.jdbc.Sql;
import io.caseclock.notify.level.StatedLevels;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

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
  private static final String FORGET = "delete from case_access where case_id = ? returning id";
  private static final String OPEN =
      "insert into case_access (id, case_id, account, until_at) values (?, ?, ?, ?)";

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

  /** Returns those that were not there. */
  private Set<UUID> replaceAccesses(CaseLevelStated stated) {
    var before =
        new HashSet<>(sql.query(FORGET, row -> row.getObject(1, UUID.class), stated.caseId()));
    Set<UUID> news = new HashSet<>();
    for (Access access : stated.accesses()) {
      sql.update(OPEN, access.id(), stated.caseId(), access.account(), access.until());
      if (!before.contains(access.id())) {
        news.add(access.id());
      }
    }
    return news;
  }
}
