package io.caseclock.bench.firing;

import io.caseclock.jdbc.Sql;
import java.util.List;
import java.util.stream.Collectors;
import javax.sql.DataSource;

/**
 * What tables hold before anything is fired, kept beside them and brought back for each trial, so
 * that all trials of a side begin alike.
 *
 * @param tables each with the column that orders its rows
 */
record Kept(DataSource database, List<Table> tables) {

  /** A table, and by what its rows are ordered. */
  record Table(String name, String order) {}

  void keep() {
    var sql = new Sql(database);
    for (var table : tables) {
      sql.update("drop table if exists kept_" + table.name());
      sql.update(
          "create unlogged table kept_%1$s as select * from %1$s order by %2$s"
              .formatted(table.name(), table.order()));
    }
  }

  /** Brings back the first rows of each, and leaves nothing of the trial before for this one. */
  void bringBack(int rows) {
    bringBack(rows, "enable");
  }

  /**
   * The same for one that does not wake the relay after each statement, as the monitor does: that
   * keeps the transactions of many threads from being committed together, and nobody else would do
   * it for each row.
   */
  void bringBackUnannounced(int rows) {
    bringBack(rows, "disable");
  }

  private void bringBack(int rows, String announcing) {
    var sql = new Sql(database);
    sql.update(
        "truncate outbox, count_change, "
            + tables.stream().map(Table::name).collect(Collectors.joining(", "))
            + " cascade");
    for (var table : tables) {
      sql.update(
          "insert into %1$s select * from kept_%1$s limit %2$d".formatted(table.name(), rows));
      sql.update("vacuum (analyze) " + table.name());
    }
    sql.update("alter table outbox " + announcing + " trigger outbox_wakes_the_relay");
    sql.update("checkpoint");
  }
}
