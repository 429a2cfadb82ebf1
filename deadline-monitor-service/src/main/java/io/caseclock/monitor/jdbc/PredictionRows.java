package io.caseclock.monitor.jdbc;

import io.caseclock.jdbc.Sql;
import io.caseclock.monitor.prediction.Prediction;
import io.caseclock.monitor.prediction.Predictions.Kept;
import io.caseclock.monitor.prediction.Predictions.Predicted;
import io.caseclock.monitor.prediction.SurvivalCurve.Share;
import io.caseclock.monitor.prediction.SurvivalCurve.StillOpen;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The rows of table {@code prediction}. */
final class PredictionRows {

  private static final ArrayColumns<Kept> COLUMNS =
      new ArrayColumns<Kept>()
          .with("case_id", "text", row -> row.deadline().caseId())
          .with("deadline_id", "uuid", row -> row.deadline().id())
          .with("revision", "int4", row -> row.deadline().revision())
          .with("unit", "text", row -> row.deadline().responsible().unit())
          .with("rule", "text", row -> row.deadline().key().rule())
          .with("chance", "float8", row -> of(row, Prediction::chance))
          .with("at_least", "float8", row -> of(row, one -> one.open().share().atLeast()))
          .with("at_most", "float8", row -> of(row, one -> one.open().share().atMost()))
          .with("level_unit", "text", row -> of(row, Prediction::level))
          .with("at_risk", "int8", row -> of(row, one -> one.open().atRisk()))
          .with("late", "int8", row -> of(row, one -> one.open().late()))
          .with("unknown", "int8", row -> of(row, one -> one.open().unknown()))
          .with("beyond", "boolean", row -> of(row, one -> one.open().beyondObserved()))
          .with("age", "int8", Kept::age)
          .with("age_limit", "int8", Kept::limit)
          .with("next_at", "timestamptz", Kept::nextAt);

  static final String UPSERT =
      "insert into prediction ("
          + COLUMNS.names()
          + ", computed_at) select r.*, now.at from "
          + COLUMNS.unnest()
          + " cross join (select ?::timestamptz as at) as now order by case_id, deadline_id"
          + " on conflict (case_id, deadline_id) do update set "
          + COLUMNS.assignments(List.of("case_id", "deadline_id"))
          + ", computed_at = excluded.computed_at";

  /** What {@link #read} wants, with {@code p} and {@code d} for the tables. */
  static final String SELECTED =
      DeadlineRows.SELECTED
          + ", p.chance, p.at_least, p.at_most, p.level_unit, p.at_risk, p.late, p.unknown,"
          + " p.beyond, p.age, p.age_limit, p.computed_at";

  /** The deadline stands as it was when it was predicted. */
  static final String STANDS =
      "d.case_id = p.case_id and d.id = p.deadline_id and d.revision = p.revision"
          + " and d.unit = p.unit";

  /** Predictions of deadlines as they stand: what has changed since is left out. */
  static final String CURRENT =
      " from prediction p join deadline d on "
          + STANDS
          + " where d.phase = 'running' and d.late_from > ? and p.chance >= ?";

  static ArrayColumns<Kept> columns() {
    return COLUMNS;
  }

  static Predicted read(ResultSet row) throws SQLException {
    var share =
        new Share(row.getDouble("chance"), row.getDouble("at_least"), row.getDouble("at_most"));
    var open =
        new StillOpen(
            share,
            row.getLong("at_risk"),
            row.getLong("late"),
            row.getLong("unknown"),
            row.getBoolean("beyond"));
    return new Predicted(
        DeadlineRows.read(row),
        new Prediction(
            open, row.getString("level_unit"), row.getLong("age"), row.getLong("age_limit")),
        Sql.required(row, "computed_at"));
  }

  private static @Nullable Object of(Kept row, Function<Prediction, Object> part) {
    return row.prediction() == null ? null : part.apply(row.prediction());
  }

  private PredictionRows() {}
}
