package io.caseclock.monitor.jdbc;

import io.caseclock.jdbc.Sql;
import io.caseclock.monitor.prediction.Calibration;
import io.caseclock.monitor.prediction.Calibration.Bin;
import io.caseclock.monitor.prediction.Calibrations;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javax.sql.DataSource;

/** Table {@code prediction_calibration}: one row a month. */
public final class JdbcCalibrations implements Calibrations {

  private static final String KEEP =
      "insert into prediction_calibration (month, cases, predicted, late, squared, undecided,"
          + " unpredicted, computed_at) values (?, ?, ?, ?, ?, ?, ?, ?) on conflict (month) do"
          + " update set cases = excluded.cases, predicted = excluded.predicted,"
          + " late = excluded.late, squared = excluded.squared, undecided = excluded.undecided,"
          + " unpredicted = excluded.unpredicted, computed_at = excluded.computed_at";

  private static final String NEWEST =
      "select * from prediction_calibration order by month desc limit ?";

  private final Sql sql;

  public JdbcCalibrations(DataSource dataSource) {
    sql = new Sql(dataSource);
  }

  @Override
  public void keep(OfMonth month) {
    var bins = month.calibration().bins();
    sql.with(
        connection ->
            Sql.update(
                connection,
                KEEP,
                statement -> {
                  statement.setObject(1, month.month().atDay(1));
                  statement.setArray(
                      2, connection.createArrayOf("int8", bins.stream().map(Bin::cases).toArray()));
                  statement.setArray(
                      3,
                      connection.createArrayOf(
                          "float8", bins.stream().map(Bin::predicted).toArray()));
                  statement.setArray(
                      4, connection.createArrayOf("int8", bins.stream().map(Bin::late).toArray()));
                  statement.setDouble(5, month.calibration().squared());
                  statement.setLong(6, month.calibration().undecided());
                  statement.setLong(7, month.calibration().unpredicted());
                  statement.setObject(8, Sql.utc(month.computedAt()));
                }));
  }

  @Override
  public List<OfMonth> newest(int most) {
    return sql.query(NEWEST, JdbcCalibrations::month, most);
  }

  @Override
  public Optional<Instant> lastAt() {
    return newest(1).stream().map(OfMonth::computedAt).findFirst();
  }

  private static OfMonth month(ResultSet row) throws SQLException {
    var cases = (Long[]) row.getArray("cases").getArray();
    var predicted = (Double[]) row.getArray("predicted").getArray();
    var late = (Long[]) row.getArray("late").getArray();
    List<Bin> bins = new ArrayList<>();
    for (var i = 0; i < Calibration.BINS; i++) {
      bins.add(new Bin(cases[i], predicted[i], late[i]));
    }
    var first = Objects.requireNonNull(row.getObject("month", LocalDate.class));
    return new OfMonth(
        YearMonth.from(first),
        new Calibration(
            bins, row.getDouble("squared"), row.getLong("undecided"), row.getLong("unpredicted")),
        Sql.required(row, "computed_at"));
  }
}
