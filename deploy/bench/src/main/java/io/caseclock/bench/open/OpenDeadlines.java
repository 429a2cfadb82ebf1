package io.caseclock.bench.open;

import io.caseclock.bench.TheftCase;
import io.caseclock.bench.console.Copies;
import io.caseclock.bench.statistics.LeftOutIndexes;
import io.caseclock.jdbc.Sql;
import io.caseclock.monitor.jdbc.JdbcWatchedCases;
import io.caseclock.monitor.law.Law;
import io.caseclock.monitor.watch.CaseEvaluator;
import io.caseclock.monitor.watch.TakeInEvents;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import javax.sql.DataSource;

/**
 * Cases in the middle of their inquiry, each with its events, the deadlines that are open and those
 * that ended. One goes through the monitor; the others are copies of its rows that belong to the
 * officers of the directory in turn, and become due from a month on, over most of a year.
 */
public final class OpenDeadlines {

  private static final String MODEL = "XM000000000";

  /** When the model is looked at: two people in custody, the inquiry under way. */
  private static final Instant MODEL_AT = Instant.parse("2026-03-05T03:00:00Z");

  private static final int FIRST_DAY = 30;
  private static final int SPREAD_DAYS = 300;
  private static final List<String> TABLES =
      List.of("case_event", "watched_case", "deadline", "alarm");
  private static final List<String> WRITTEN =
      List.of(
          "case_event", "watched_case", "deadline", "alarm", "effect", "finding", "count_change");

  private static final String MORE =
      """
      create temporary table more_case as
      select 'XM' || lpad(n::text, 9, '0') as id, p.unit, p.officer, %1$d + n %% %2$d as days
      from generate_series(%3$d, %4$d) as n
        join %5$s as p on n %% p.kinds = p.k
      """;

  private static final String OFFICERS = "select officer, unit from officer_post order by officer";

  private static final String FROM = "model_of_%s t cross join more_case c";

  private final DataSource database;
  private final Law law;
  private final Instant now;
  private final String schema;
  private final int openOfACase;
  private long cases;

  /**
   * Takes in the model and sets it aside; the directory must be there.
   *
   * @param database a connection of it finds the monitor's tables first
   * @param now when the inquiries of all of them are under way
   */
  public OpenDeadlines(DataSource database, Law law, Instant now) {
    this.database = database;
    this.law = law;
    this.now = now;
    takeInModel();
    var sql = new Sql(database);
    schema = sql.query("select current_schema()", row -> row.getString(1)).getFirst();
    for (var table : TABLES) {
      sql.update(
          "create table model_of_%1$s as select * from %1$s where case_id = '%2$s'"
              .formatted(table, MODEL));
    }
    for (var table : WRITTEN) {
      sql.update("delete from " + table + " where case_id = ?", MODEL);
    }
    sql.update("delete from outbox where aggregateid = ?", MODEL);
    openOfACase =
        sql.query(
                "select count(*) from model_of_deadline where phase = 'running'",
                row -> row.getInt(1))
            .getFirst();
  }

  private void takeInModel() {
    var later = Duration.between(MODEL_AT, now);
    var begun =
        TheftCase.of(MODEL, "X0101", later).stream()
            .filter(event -> event.acceptedAt().isBefore(now))
            .toList();
    new TakeInEvents(
            new JdbcWatchedCases(database),
            new CaseEvaluator(law, Duration.ZERO),
            InstantSource.fixed(now))
        .take(begun);
  }

  /** How many deadlines of each case are open. */
  public int openOfACase() {
    return openOfACase;
  }

  /** How many cases there are. */
  public long cases() {
    return cases;
  }

  /** Adds cases until so many deadlines are open, or a few more. */
  public void growTo(long open) throws SQLException {
    var wanted = Math.ceilDiv(open, openOfACase);
    if (wanted <= cases) {
      return;
    }
    try (var connection = database.getConnection()) {
      var indexes = LeftOutIndexes.of(connection, TABLES);
      add(connection, wanted);
      indexes.makeAgain();
    }
    cases = wanted;
    for (var table : TABLES) {
      new Sql(database).update("vacuum (analyze) " + schema + "." + table);
    }
  }

  private void add(Connection connection, long wanted) throws SQLException {
    var copies = new Copies(connection);
    copies.run(
        MORE.formatted(FIRST_DAY, SPREAD_DAYS, cases + 1, wanted, Copies.numbered(OFFICERS)));
    copies.of(
        schema + ".case_event",
        FROM.formatted("case_event"),
        "'case_id', c.id, 'event_id', replace(t.event_id, t.case_id, c.id),"
            + " 'subject', replace(t.subject, t.case_id, c.id), 'unit', c.unit,"
            + " 'officer', c.officer");
    copies.of(
        schema + ".watched_case",
        FROM.formatted("watched_case"),
        "'case_id', c.id, 'unit', c.unit, 'evaluate_at', t.evaluate_at + c.days * interval '1 day'");
    copies.of(
        schema + ".deadline",
        FROM.formatted("deadline"),
        "'case_id', c.id, 'id', md5(c.id || t.id)::uuid,"
            + " 'subject', replace(t.subject, t.case_id, c.id),"
            + " 'start_event', replace(t.start_event, t.case_id, c.id), 'unit', c.unit,"
            + " 'officer', c.officer, 'due_on', t.due_on + c.days, 'counted_on', t.counted_on + c.days,"
            + " 'started_at', t.started_at - c.days * interval '1 day', "
            + later("due_at", "late_from"));
    copies.of(
        schema + ".alarm",
        FROM.formatted("alarm"),
        "'case_id', c.id, 'deadline_id', md5(c.id || t.deadline_id)::uuid, " + later("next_at"));
    copies.run("drop table more_case");
  }

  private static String later(String... columns) {
    return String.join(
        ", ",
        List.of(columns).stream()
            .map(column -> "'%1$s', t.%1$s + c.days * interval '1 day'".formatted(column))
            .toList());
  }
}
