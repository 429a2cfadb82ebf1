package io.caseclock.monitor.jdbc;

import io.caseclock.directory.jdbc.Subtree;
import io.caseclock.jdbc.Sql;
import io.caseclock.monitor.level.Access;
import io.caseclock.monitor.level.Accesses;
import io.caseclock.monitor.level.Review;
import io.caseclock.monitor.level.Review.Finding;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Table {@code break_glass}. */
public final class JdbcAccesses implements Accesses {

  private static final UUID FIRST = new UUID(0, 0);

  private static final String KEEP =
      "insert into break_glass (id, case_id, unit, account, officer, from_unit, reason, at,"
          + " until_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?)";

  private static final String SELECT =
      "select id, case_id, unit, account, officer, from_unit, reason, at, until_at, finding, note,"
          + " reviewed_by, reviewed_at from break_glass where "
          + Subtree.holds("unit");

  private static final String PAGE =
      SELECT + " and (finding is not null) = ? and (at, id) > (?, ?) order by at, id limit ?";

  private static final String OPEN =
      "select until_at from break_glass where case_id = ? and account = ? and until_at > ?"
          + " order by until_at desc limit 1";

  private static final String CASE = "select case_id from break_glass where id = ?";

  private static final String REVIEW =
      "update break_glass set finding = ?, note = ?, reviewed_by = ?, reviewed_at = ?,"
          + " until_at = case when ? then least(until_at, ?) else until_at end"
          + " where id = ? and finding is null";

  private final Sql sql;

  public JdbcAccesses(DataSource dataSource) {
    sql = new Sql(dataSource);
  }

  @Override
  public boolean keep(Access access) {
    return sql.transact(
        connection -> {
          LevelNews.lock(connection, access.caseId());
          if (isOpen(connection, access)) {
            return false;
          }
          Sql.update(connection, KEEP, statement -> bind(statement, access));
          LevelNews.state(connection, access.caseId(), access.at());
          return true;
        });
  }

  /** Under the lock: whoever opens it twice at once has opened it once. */
  private static boolean isOpen(Connection connection, Access access) throws SQLException {
    return !Sql.query(
            connection,
            OPEN,
            statement -> {
              statement.setString(1, access.caseId());
              statement.setString(2, access.account());
              statement.setObject(3, Sql.utc(access.at()));
            },
            row -> true)
        .isEmpty();
  }

  private static void bind(PreparedStatement statement, Access access) throws SQLException {
    statement.setObject(1, access.id());
    statement.setString(2, access.caseId());
    statement.setString(3, access.unit());
    statement.setString(4, access.account());
    statement.setString(5, access.officer());
    statement.setString(6, access.fromUnit());
    statement.setString(7, access.reason());
    statement.setObject(8, Sql.utc(access.at()));
    statement.setObject(9, Sql.utc(access.until()));
  }

  @Override
  public List<Access> page(Which which, @Nullable Place after, int limit) {
    return sql.query(
        PAGE,
        JdbcAccesses::access,
        which.unit(),
        which.reviewed(),
        after == null ? Instant.EPOCH : after.at(),
        after == null ? FIRST : after.id(),
        limit);
  }

  @Override
  public Optional<Access> find(String unit, UUID id) {
    return sql.query(SELECT + " and id = ?", JdbcAccesses::access, unit, id).stream().findFirst();
  }

  @Override
  public Optional<Instant> openUntil(String caseId, String account, Instant now) {
    return sql.query(OPEN, row -> Sql.required(row, "until_at"), caseId, account, now).stream()
        .findFirst();
  }

  @Override
  public boolean review(UUID id, Review review) {
    return sql.transact(
        connection -> {
          for (var caseId : Sql.query(connection, CASE, one(id), row -> row.getString(1))) {
            LevelNews.lock(connection, caseId);
            if (Sql.update(connection, REVIEW, statement -> bind(statement, id, review)) == 1) {
              LevelNews.state(connection, caseId, review.at());
              return true;
            }
          }
          return false;
        });
  }

  private static Sql.Binder one(UUID id) {
    return statement -> statement.setObject(1, id);
  }

  private static void bind(PreparedStatement statement, UUID id, Review review)
      throws SQLException {
    statement.setString(1, review.finding().wire());
    statement.setString(2, review.note());
    statement.setString(3, review.by());
    statement.setObject(4, Sql.utc(review.at()));
    statement.setBoolean(5, review.finding() == Finding.UNJUSTIFIED);
    statement.setObject(6, Sql.utc(review.at()));
    statement.setObject(7, id);
  }

  private static Access access(ResultSet row) throws SQLException {
    return new Access(
        Objects.requireNonNull(row.getObject("id", UUID.class)),
        row.getString("case_id"),
        row.getString("unit"),
        row.getString("account"),
        row.getString("officer"),
        row.getString("from_unit"),
        row.getString("reason"),
        Sql.required(row, "at"),
        Sql.required(row, "until_at"),
        review(row));
  }

  private static @Nullable Review review(ResultSet row) throws SQLException {
    var finding = row.getString("finding");
    return finding == null
        ? null
        : new Review(
            Finding.ofWire(finding).orElseThrow(),
            row.getString("note"),
            row.getString("reviewed_by"),
            Sql.required(row, "reviewed_at"));
  }
}
