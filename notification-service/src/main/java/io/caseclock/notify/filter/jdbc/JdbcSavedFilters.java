package io.caseclock.notify.filter.jdbc;

import io.caseclock.jdbc.Sql;
import io.caseclock.notify.filter.SavedFilter;
import io.caseclock.notify.filter.SavedFilters;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/** Table {@code saved_filter}. */
public final class JdbcSavedFilters implements SavedFilters {

  private final Sql sql;

  public JdbcSavedFilters(Sql sql) {
    this.sql = sql;
  }

  @Override
  public List<SavedFilter> of(String owner) {
    return sql.query(
        "select * from saved_filter where owner = ? order by name, id",
        JdbcSavedFilters::filter,
        owner);
  }

  /** By a lock on the owner, since what does not exist yet has no row to lock. */
  @Override
  public List<SavedFilter> locked(String owner) {
    sql.query(
        "select 1 from pg_advisory_xact_lock(hashtextextended('saved_filter:' || ?, 0))",
        row -> row.getInt(1),
        owner);
    return of(owner);
  }

  @Override
  public void add(SavedFilter filter) {
    sql.update(
        "insert into saved_filter (id, owner, name, query, saved_at) values (?, ?, ?, ?, ?)",
        filter.id(),
        filter.owner(),
        filter.name(),
        filter.query(),
        filter.savedAt());
  }

  @Override
  public void rename(UUID id, String name) {
    sql.update("update saved_filter set name = ? where id = ?", name, id);
  }

  @Override
  public boolean remove(String owner, UUID id) {
    return sql.update("delete from saved_filter where owner = ? and id = ?", owner, id) > 0;
  }

  private static SavedFilter filter(ResultSet row) throws SQLException {
    return new SavedFilter(
        Objects.requireNonNull(row.getObject("id", UUID.class)),
        row.getString("owner"),
        row.getString("name"),
        row.getString("query"),
        Sql.required(row, "saved_at"));
  }
}
