package io.caseclock.bench.firing;

import io.caseclock.bench.firing.OutboxRows.Model;
import io.caseclock.jdbc.Sql;
import io.caseclock.outbox.Outbox;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import javax.sql.DataSource;

/**
 * The least that could be done, as an upper bound: a table of two columns with one index, 500 rows
 * taken from it in each transaction, and the same rows of the outbox. It decides nothing, keeps no
 * state and counts nothing.
 */
final class PlainLoop implements Side {

  private static final int BATCH = 500;
  private static final Instant DUE_AT = Instant.parse("2026-03-30T02:00:00Z");
  private static final String TAKE =
      "delete from plain_due where case_id = any (array (select case_id from plain_due"
          + " where due_at <= ? order by due_at limit ? for update skip locked))"
          + " returning case_id";

  private final Sql sql;
  private final DataSource database;
  private final Model model;
  private final Kept kept;

  PlainLoop(DataSource database, Model model) {
    this.database = database;
    this.sql = new Sql(database);
    this.model = model;
    this.kept = new Kept(database, List.of(new Kept.Table("plain_due", "case_id")));
  }

  @Override
  public String name() {
    return "plain JDBC, 500 rows a transaction";
  }

  @Override
  public void setUp() {
    sql.update("create table plain_due (case_id text primary key, due_at timestamptz not null)");
    sql.update("create index plain_due_by_time on plain_due (due_at)");
    sql.update("insert into plain_due select case_id, ? from deadline", DUE_AT);
    kept.keep();
  }

  @Override
  public void makeDue(int cases) {
    kept.bringBackUnannounced(cases);
  }

  @Override
  public Fired fire(int cases, Duration longest) {
    var began = System.nanoTime();
    var taken = BATCH;
    while (taken == BATCH && System.nanoTime() - began < longest.toNanos()) {
      taken = batch();
    }
    var took = System.nanoTime() - began;
    return new Fired(OutboxRows.count(database), took);
  }

  private int batch() {
    return sql.transact(
        connection -> {
          var taken =
              Sql.query(
                  connection,
                  TAKE,
                  statement -> {
                    statement.setObject(1, Sql.utc(DUE_AT));
                    statement.setInt(2, BATCH);
                  },
                  row -> row.getString(1));
          Outbox.append(connection, taken.stream().map(model::of).toList(), DUE_AT);
          return taken.size();
        });
  }

  @Override
  public long left() {
    return sql.query("select count(*) from plain_due", row -> row.getLong(1)).getFirst();
  }
}
