package io.caseclock.notify.bulletin.jdbc;

import io.caseclock.contract.Names;
import io.caseclock.contract.PeriodNumbers.Kind;
import io.caseclock.contract.Words;
import io.caseclock.directory.jdbc.Subtree;
import io.caseclock.jdbc.Sql;
import io.caseclock.notify.bulletin.Bulletin;
import io.caseclock.notify.bulletin.BulletinForm;
import io.caseclock.notify.bulletin.BulletinQuery;
import io.caseclock.notify.bulletin.Bulletins;
import io.caseclock.notify.notice.StoredDocument;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** {@link Bulletins} in PostgreSQL. */
public final class JdbcBulletins implements Bulletins {

  private static final String SELECTED =
      "select id, unit, kind, serial, name_zh, name_en, from_on, to_on, belated, issued_at, sha256"
          + " from bulletin where "
          + Subtree.holds("unit");

  private static final String NEXT =
      """
      insert into bulletin_counter (unit, kind, last) values (?, ?, 1)
      on conflict (unit, kind) do update set last = bulletin_counter.last + 1
      returning last
      """;

  private static final String ADD =
      """
      insert into bulletin (id, unit, kind, serial, name_zh, name_en, from_on, to_on, belated,
        issued_at, document, sha256)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """;

  private static final String KEEP =
      """
      insert into bulletin_paper (bulletin_id, form, language, bytes, sha256, made_at)
      values (?, ?, ?, ?, ?, ?) on conflict do nothing
      """;

  private final Sql sql;

  public JdbcBulletins(Sql sql) {
    this.sql = sql;
  }

  @Override
  public boolean exists(String id) {
    return !sql.query("select 1 from bulletin where id = ?", row -> row.getInt(1), id).isEmpty();
  }

  /** The row of the counter stays locked until the caller's transaction ends. */
  @Override
  public int nextSerial(String unit, Kind kind) {
    return sql.query(NEXT, row -> row.getInt(1), unit, Words.of(kind)).getFirst();
  }

  @Override
  public void add(Bulletin bulletin, StoredDocument json) {
    sql.update(
        ADD,
        bulletin.id(),
        bulletin.unit(),
        Words.of(bulletin.kind()),
        bulletin.serial(),
        bulletin.names().zh(),
        bulletin.names().en(),
        bulletin.from(),
        bulletin.to(),
        bulletin.belated(),
        bulletin.issuedAt(),
        json.bytes(),
        json.sha256());
  }

  @Override
  public Optional<Bulletin> findWithin(String id, String rootUnit) {
    return sql.query(SELECTED + " and id = ?", JdbcBulletins::bulletin, rootUnit, id).stream()
        .findFirst();
  }

  @Override
  public List<Bulletin> page(BulletinQuery query) {
    List<@Nullable Object> values = new ArrayList<>(List.of(query.root()));
    var text = new StringBuilder(SELECTED);
    query.kind().map(Words::of).ifPresent(kind -> narrow(text, values, "kind = ?", kind));
    query.unit().ifPresent(unit -> narrow(text, values, "unit = ?", unit));
    query.serial().ifPresent(serial -> narrow(text, values, "serial = ?", serial));
    query.from().ifPresent(from -> narrow(text, values, "to_on >= ?", from));
    query.to().ifPresent(to -> narrow(text, values, "from_on <= ?", to));
    query
        .after()
        .ifPresent(
            place ->
                narrow(text, values, "(issued_at, id) < (?, ?)", place.issuedAt(), place.id()));
    values.add(query.limit());
    return sql.query(
        text.append(" order by issued_at desc, id desc limit ?").toString(),
        JdbcBulletins::bulletin,
        values.toArray());
  }

  @Override
  public Optional<Bulletin> latest(String unit, Kind kind) {
    return sql
        .query(
            SELECTED + " and unit = ? and kind = ? order by from_on desc limit 1",
            JdbcBulletins::bulletin,
            unit,
            unit,
            Words.of(kind))
        .stream()
        .findFirst();
  }

  private static void narrow(
      StringBuilder text, List<@Nullable Object> values, String condition, Object... its) {
    text.append(" and ").append(condition);
    values.addAll(List.of(its));
  }

  private static Bulletin bulletin(ResultSet row) throws SQLException {
    return new Bulletin(
        row.getString("id"),
        row.getString("unit"),
        Kind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
        row.getInt("serial"),
        new Names(row.getString("name_zh"), row.getString("name_en")),
        row.getObject("from_on", LocalDate.class),
        row.getObject("to_on", LocalDate.class),
        row.getBoolean("belated"),
        Sql.required(row, "issued_at"),
        row.getString("sha256"));
  }

  @Override
  public StoredDocument json(String id) {
    return sql.query(
            "select document as bytes, sha256 from bulletin where id = ?",
            JdbcBulletins::document,
            id)
        .getFirst();
  }

  @Override
  public Optional<StoredDocument> paper(String id, BulletinForm form) {
    return sql
        .query(
            "select bytes, sha256 from bulletin_paper"
                + " where bulletin_id = ? and form = ? and language = ?",
            JdbcBulletins::document,
            id,
            form.medium().wire(),
            form.tongue().wire())
        .stream()
        .findFirst();
  }

  private static StoredDocument document(ResultSet row) throws SQLException {
    return new StoredDocument(row.getBytes("bytes"), row.getString("sha256"));
  }

  @Override
  public void keep(String id, BulletinForm form, StoredDocument paper, Instant at) {
    sql.update(
        KEEP, id, form.medium().wire(), form.tongue().wire(), paper.bytes(), paper.sha256(), at);
  }
}
