package io.caseclock.monitor.jdbc;

import io.caseclock.jdbc.Sql;
import io.caseclock.monitor.level.HiddenCases;
import io.caseclock.monitor.prediction.Predictions;
import io.caseclock.monitor.watch.StoredDeadline;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Table {@code prediction}, always read together with the deadlines as they stand. */
public final class JdbcPredictions implements Predictions {

  private static final UUID FIRST = new UUID(0, 0);

  private static final String OUTDATED =
      "select "
          + DeadlineRows.SELECTED
          + " from deadline d left join prediction p"
          + " on p.case_id = d.case_id and p.deadline_id = d.id"
          + " where d.phase = 'running' and d.rule = any (?) and d.late_from > ?"
          + " and ("
          + DeadlineOrderSql.DUE
          + ", d.id) > (?, ?) and (p.case_id is null or p.revision <> d.revision"
          + " or p.unit <> d.unit or p.next_at <= ? or p.computed_at < ?)"
          + " order by "
          + DeadlineOrderSql.DUE
          + ", d.id limit ?";

  private static final String FORGET =
      "delete from prediction p where not exists (select 1 from deadline d"
          + " where d.case_id = p.case_id and d.id = p.deadline_id and d.phase = 'running'"
          + " and d.late_from > ?)";

  /** In the order of the index, without the deadlines: a page costs as much as it has rows. */
  private static final String FOUND =
      "with p as materialized (select * from prediction p where p.chance >= ? and p.unit = any"
          + " (array(select below.id from unit below where starts_with(below.path,"
          + " (select root.path from unit root where root.id = ?))))"
          + " and "
          + NotHidden.holds("p.case_id")
          + " and (p.chance, p.deadline_id) < (?, ?)"
          + " order by p.chance desc, p.deadline_id desc limit ?) select p.deadline_id, "
          + PredictionRows.SELECTED
          + " from p left join deadline d on "
          + PredictionRows.STANDS
          + " and d.phase = 'running' and d.late_from > ?"
          + " order by p.chance desc, p.deadline_id desc";

  /** Before all others: no chance is above one. */
  private static final Cursor START = new Cursor(2, FIRST);

  private final Sql sql;
  private final HiddenCases hidden;

  public JdbcPredictions(DataSource dataSource, HiddenCases hidden) {
    sql = new Sql(dataSource);
    this.hidden = hidden;
  }

  @Override
  public List<StoredDeadline> outdated(
      Set<String> rules, Instant now, Instant learnedAt, @Nullable Place after, int limit) {
    return sql.query(
        OUTDATED,
        DeadlineRows::read,
        rules,
        now,
        after == null ? Instant.EPOCH : after.dueAt(),
        after == null ? FIRST : after.id(),
        now,
        learnedAt,
        limit);
  }

  @Override
  public void keep(List<Kept> predictions, Instant now) {
    sql.with(
        connection ->
            Sql.update(
                connection,
                PredictionRows.UPSERT,
                statement -> {
                  PredictionRows.columns().bind(connection, statement, predictions);
                  statement.setObject(PredictionRows.columns().size() + 1, Sql.utc(now));
                }));
  }

  @Override
  public int forget(Instant now) {
    return sql.update(FORGET, now);
  }

  /** Reads on where deadlines have changed since, until the page is full. */
  @Override
  public Page page(Question question, @Nullable Cursor after, int limit) {
    List<Predicted> items = new ArrayList<>();
    var place = after == null ? START : after;
    while (true) {
      var portion = portion(question, place, limit + 1);
      for (var found : portion) {
        if (items.size() == limit && found.standing().isPresent()) {
          return new Page(items, place);
        }
        found.standing().ifPresent(items::add);
        place = found.at();
      }
      if (portion.size() <= limit) {
        return new Page(items, null);
      }
    }
  }

  /** A kept prediction; empty where its deadline is another by now. */
  private record Found(Cursor at, Optional<Predicted> standing) {}

  private List<Found> portion(Question question, Cursor after, int limit) {
    return sql.query(
        FOUND,
        JdbcPredictions::found,
        question.atLeast(),
        question.unit(),
        hidden.ids(),
        after.chance(),
        after.id(),
        limit,
        question.now());
  }

  private static Found found(ResultSet row) throws SQLException {
    var at =
        new Cursor(
            row.getDouble("chance"),
            Objects.requireNonNull(row.getObject("deadline_id", UUID.class)));
    return new Found(
        at,
        row.getString("case_id") == null
            ? Optional.empty()
            : Optional.of(PredictionRows.read(row)));
  }
}
