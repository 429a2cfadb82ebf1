package io.caseclock.bench.scale;

import io.caseclock.bench.TheftCase;
import io.caseclock.bench.statistics.BenchDatabase;
import io.caseclock.contract.CaseEvent;
import io.caseclock.jdbc.Sql;
import io.caseclock.monitor.jdbc.JdbcWatchedCases;
import io.caseclock.monitor.law.Law;
import io.caseclock.monitor.watch.CaseEvaluator;
import io.caseclock.monitor.watch.TakeInEvents;
import io.caseclock.pack.file.PackFiles;
import io.caseclock.pack.file.PackReader;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import javax.sql.DataSource;

/**
 * What cases of twenty events each, taken in event by event, leave on the monitor's disk: rows,
 * indexes and what updates leave behind, without what is only on its way and the log of the
 * database.
 *
 * @param events how many were taken in
 * @param bytes by how much the database grew
 */
record DiskCost(long events, long bytes) {

  private static final int AT_ONCE = 50;
  private static final double KILO = 1_000;

  static DiskCost measured(int cases) throws SQLException {
    try (var database = new BenchDatabase().migrated();
        var connection = database.connection()) {
      var before = size(connection);
      var events = 0L;
      for (var from = 0; from < cases; from += AT_ONCE) {
        events += takeIn(connection, from, Math.min(cases, from + AT_ONCE));
      }
      new Sql(connection).update("truncate outbox, count_change");
      new Sql(connection).update("vacuum");
      return new DiskCost(events, size(connection) - before);
    }
  }

  double kilobytesAnEvent() {
    return bytes / KILO / events;
  }

  private static long takeIn(DataSource database, int from, int until) {
    var stories =
        IntStream.range(from, until)
            .mapToObj(number -> TheftCase.of("XD%07d".formatted(number), "X0101"))
            .toList();
    var law = new Law(List.of(PackReader.require(PackFiles.shipped("cn-public-security"))));
    var evaluator = new CaseEvaluator(law, Duration.ZERO);
    var each = stories.getFirst().size();
    for (var next = 0; next < each; next++) {
      List<CaseEvent> batch = new ArrayList<>();
      for (var story : stories) {
        batch.add(story.get(next));
      }
      var now = batch.getFirst().acceptedAt();
      new TakeInEvents(new JdbcWatchedCases(database), evaluator, () -> now).take(batch);
    }
    return (long) each * stories.size();
  }

  private static long size(DataSource database) {
    return new Sql(database)
        .query("select pg_database_size(current_database())", row -> row.getLong(1))
        .getFirst();
  }
}
