package io.caseclock.notify.notice.jdbc;

import io.caseclock.jdbc.Sql;
import io.caseclock.notify.notice.Actor;
import io.caseclock.notify.notice.draft.Draft;
import io.caseclock.notify.notice.draft.Drafts;
import io.caseclock.wire.Json;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** Table {@code notice_draft}. */
public final class JdbcDrafts implements Drafts {

  private static final String SELECT =
      """
      select d.id, d.content, d.by_name, d.by_officer, d.by_role, d.at, d.version
      from notice_draft d join unit u on u.id = d.unit
      where starts_with(u.path, (select path from unit where id = ?))
      """;

  private final Sql sql;

  public JdbcDrafts(Sql sql) {
    this.sql = sql;
  }

  @Override
  public void add(Draft draft) {
    sql.update(
        "insert into notice_draft values (?, ?, ?, ?, ?, ?, ?, ?)",
        draft.id(),
        draft.content().unit(),
        Json.text(draft.content()),
        draft.by().name(),
        draft.by().officer(),
        draft.by().role(),
        draft.at(),
        draft.version());
  }

  @Override
  public Optional<Draft> locked(String id, String rootUnit) {
    return one(SELECT + " and d.id = ? for update of d", id, rootUnit);
  }

  @Override
  public Optional<Draft> find(String id, String rootUnit) {
    return one(SELECT + " and d.id = ?", id, rootUnit);
  }

  private Optional<Draft> one(String statement, String id, String rootUnit) {
    return sql.query(statement, JdbcDrafts::draft, rootUnit, id).stream().findFirst();
  }

  @Override
  public List<Draft> page(String rootUnit, int limit) {
    return sql.query(
        SELECT + " order by d.at desc, d.id limit ?", JdbcDrafts::draft, rootUnit, limit);
  }

  @Override
  public void change(Draft after) {
    sql.update(
        "update notice_draft set unit = ?, content = ?, version = ? where id = ?",
        after.content().unit(),
        Json.text(after.content()),
        after.version(),
        after.id());
  }

  @Override
  public void remove(String id) {
    sql.update("delete from notice_draft where id = ?", id);
  }

  private static Draft draft(ResultSet row) throws SQLException {
    var content = row.getString("content").getBytes(StandardCharsets.UTF_8);
    return new Draft(
        row.getString("id"),
        Json.read(content, Draft.Content.class),
        new Actor(row.getString("by_name"), row.getString("by_officer"), row.getString("by_role")),
        Sql.required(row, "at"),
        row.getInt("version"));
  }
}
