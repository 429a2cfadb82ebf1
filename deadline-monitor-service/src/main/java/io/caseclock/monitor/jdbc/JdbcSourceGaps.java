package io.caseclock.monitor.jdbc;

import io.caseclock.jdbc.Sql;
import io.caseclock.monitor.lag.GapCounts;
import io.caseclock.monitor.lag.SourceGaps;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;

/** Table {@code source_gap}: one row a source and bucket. */
public final class JdbcSourceGaps implements SourceGaps {

  /** A source of which nothing came for so long is forgotten. */
  private static final Duration FORGOTTEN = Duration.ofDays(90);

  private record Count(String source, int bucket, double weight) {}

  private static final ArrayColumns<Count> COLUMNS =
      new ArrayColumns<Count>()
          .with("source", "text", Count::source)
          .with("bucket", "int4", Count::bucket)
          .with("weight", "float8", Count::weight);

  /** What is left of a weight after some seconds. */
  private static final String LEFT =
      "power(0.5, greatest(0, extract(epoch from %s - source_gap.at)::float8) / "
          + GapCounts.HALF_LIFE.toSeconds()
          + ".0)";

  /** In the order of the key, so that two replicas wait instead of locking each other. */
  private static final String ADD =
      "insert into source_gap ("
          + COLUMNS.names()
          + ", at) select r.*, now.at from "
          + COLUMNS.unnest()
          + " cross join (select ?::timestamptz as at) as now order by r.source, r.bucket"
          + " on conflict (source, bucket) do update set"
          + " weight = excluded.weight + source_gap.weight * "
          + LEFT.formatted("excluded.at")
          + ", at = greatest(source_gap.at, excluded.at)";

  private static final String FORGET = "delete from source_gap where at < ?";

  private static final String ALL =
      "select source, bucket, weight * "
          + LEFT.formatted("?::timestamptz")
          + " as weight from source_gap";

  private final Sql sql;

  public JdbcSourceGaps(DataSource dataSource) {
    sql = new Sql(dataSource);
  }

  @Override
  public void add(Map<String, GapCounts> counts, Instant now) {
    List<Count> rows = new ArrayList<>();
    new TreeMap<>(counts)
        .forEach(
            (source, each) -> {
              for (var bucket = 0; bucket < GapCounts.BUCKETS; bucket++) {
                if (each.weights().get(bucket) > 0) {
                  rows.add(new Count(source, bucket, each.weights().get(bucket)));
                }
              }
            });
    sql.transact(
        connection ->
            Sql.update(
                connection,
                ADD,
                statement -> {
                  COLUMNS.bind(connection, statement, rows);
                  statement.setObject(COLUMNS.size() + 1, Sql.utc(now));
                }));
  }

  @Override
  public Map<String, GapCounts> all(Instant now) {
    sql.update(FORGET, now.minus(FORGOTTEN));
    Map<String, double[]> weights = new HashMap<>();
    for (var one :
        sql.query(
            ALL,
            row ->
                new Count(row.getString("source"), row.getInt("bucket"), row.getDouble("weight")),
            now)) {
      var ofSource = weights.computeIfAbsent(one.source(), any -> new double[GapCounts.BUCKETS]);
      if (one.bucket() < ofSource.length) {
        ofSource[one.bucket()] = one.weight();
      }
    }
    Map<String, GapCounts> all = new HashMap<>();
    weights.forEach((source, each) -> all.put(source, GapCounts.of(each)));
    return all;
  }
}
