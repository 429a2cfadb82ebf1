package io.caseclock.bench.growth;

import io.caseclock.jdbc.Sql;
import java.util.List;
import javax.sql.DataSource;

/** The tables as a whole: their size, the log, and what a measurement left in them. */
record Rows(DataSource database) {

  private static final String SIZE =
      """
      select sum(pg_total_relation_size(c.oid)) from pg_class c
      where c.relnamespace = current_schema()::regnamespace and c.relkind = 'r'
      """;

  private static final String LOGGED = "select pg_current_wal_insert_lsn() - '0/0'::pg_lsn";

  private static final List<String> OF_CASES =
      List.of(
          "case_event", "watched_case", "former_owner", "deadline", "alarm", "effect", "finding");

  /** Bytes of all tables with their indexes. */
  double bytes() {
    return number(SIZE);
  }

  /** Bytes that were ever written to the log. */
  double logged() {
    return number(LOGGED);
  }

  private double number(String query) {
    return new Sql(database).query(query, row -> row.getDouble(1)).getFirst();
  }

  /** Takes cases away whose id begins so, and what waits to be sent and added up. */
  void remove(String beginning) {
    var sql = new Sql(database);
    for (var table : OF_CASES) {
      sql.update("delete from " + table + " where case_id like ?", beginning + "%");
    }
    forgetNews();
  }

  /** Takes away what waits to be sent and added up. */
  void forgetNews() {
    new Sql(database).update("truncate outbox, count_change");
  }
}
