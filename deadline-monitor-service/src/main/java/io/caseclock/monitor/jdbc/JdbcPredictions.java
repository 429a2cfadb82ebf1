package io.caseclock.monitor.jdbc;

import io.caseclock.directory.jdbc.Subtree;
import io.caseclock.jdbc.Sql;
import io.caseclock.monitor.prediction.Predictions;
import io.caseclock.monitor.watch.StoredDeadline;
import java.time.Instant;
import java.util.List;
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
          + " and (d.due_at, d.id) > (?, ?) and (p.case_id is null or p.revision <> d.revision"
          + " or p.unit <> d.unit or p.next_at <= ? or p.computed_at < ?)"
          + " order by d.due_at, d.id limit ?";

  private static final String FORGET =
      "delete from prediction p where not exists (select 1 from deadline d"
          + " where d.case_id = p.case_id and d.id = p.deadline_id and d.phase = 'running'"
          + " and d.late_from > ?)";

  private static final String PAGE =
      "select "
          + PredictionRows.SELECTED
          + PredictionRows.CURRENT
          + " and "
          + Subtree.holds("p.unit")
          + " and "
          + Subtree.holds("p.unit");

  private static final String AFTER = " and (p.chance, p.deadline_id) < (?, ?)";
  private static final String ORDER = " order by p.chance desc, p.deadline_id desc limit ?";

  private final Sql sql;

  public JdbcPredictions(DataSource dataSource) {
    sql = new Sql(dataSource);
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

  @Override
  public List<Predicted> page(Question question, @Nullable Cursor after, int limit) {
    return after == null
        ? sql.query(
            PAGE + ORDER,
            PredictionRows::read,
            question.now(),
            question.atLeast(),
            question.visibleUnit(),
            question.unit(),
            limit)
        : sql.query(
            PAGE + AFTER + ORDER,
            PredictionRows::read,
            question.now(),
            question.atLeast(),
            question.visibleUnit(),
            question.unit(),
            after.chance(),
            after.id(),
            limit);
  }
}
