package io.caseclock.bench.firing;

import io.caseclock.bench.console.Copies;
import io.caseclock.contract.CaseEvent;
import io.caseclock.contract.EventId;
import io.caseclock.contract.Subject;
import io.caseclock.jdbc.Sql;
import io.caseclock.monitor.deadline.DeadlineKey;
import io.caseclock.monitor.jdbc.JdbcWatchedCases;
import io.caseclock.monitor.law.Law;
import io.caseclock.monitor.watch.CaseEvaluator;
import io.caseclock.monitor.watch.TakeInEvents;
import io.caseclock.pack.file.PackFiles;
import io.caseclock.pack.file.PackReader;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import javax.sql.DataSource;

/**
 * Public-security cases of six events each that were never decided: of each the same one deadline
 * runs, so that all are due at once, which is the worst that a sweep can meet. One case goes
 * through the monitor; the others are copies of its rows.
 */
public final class DueCases {

  static final Law LAW =
      new Law(List.of(PackReader.require(PackFiles.shipped("cn-public-security"))));

  private static final String RULE = "public-security-case-handling";
  private static final String SOURCE = "urn:precinct:x0101";
  private static final Instant FILED_AT = Instant.parse("2026-03-02T02:00:00Z");
  private static final int FILED = 3;

  private final DataSource database;
  private final String schema;
  private final Instant filedAt;
  private final IntFunction<Place> places;

  /** Where a case belongs. */
  public record Place(String unit, String officer) {}

  DueCases(DataSource database) {
    this(database, "public", FILED_AT, number -> new Place("X0101", "O1"));
  }

  /**
   * Cases of another schema than the usual one, and of other people.
   *
   * @param database a connection of it finds the monitor's tables first
   * @param filedAt when all of them were filed
   * @param places where each of them belongs, by its number
   */
  public DueCases(DataSource database, String schema, Instant filedAt, IntFunction<Place> places) {
    this.database = database;
    this.schema = schema;
    this.filedAt = filedAt;
    this.places = places;
  }

  static String id(int number) {
    return "XF%07d".formatted(number);
  }

  static List<String> ids(int cases) {
    return IntStream.range(0, cases).mapToObj(DueCases::id).toList();
  }

  /** How many events a case has. */
  static int events() {
    return 6;
  }

  /** Leaves in {@code deadline} only those that become due, one a case. */
  public void fill(int cases) throws SQLException {
    new TakeInEvents(
            new JdbcWatchedCases(database),
            new CaseEvaluator(LAW, Duration.ZERO),
            InstantSource.fixed(filedAt.plus(Duration.ofDays(1))))
        .take(story(id(0)));
    try (var connection = database.getConnection()) {
      copy(connection, cases);
    }
    var sql = new Sql(database);
    var due = sql.query("select count(*) from deadline", row -> row.getInt(1)).getFirst();
    if (due != cases) {
      throw new IllegalStateException(due + " deadlines of " + cases + " cases");
    }
    for (var table : List.of("case_event", "watched_case", "deadline", "alarm")) {
      sql.update("vacuum (analyze) " + schema + "." + table);
    }
  }

  private void copy(Connection connection, int cases) throws SQLException {
    var copies = new Copies(connection);
    copies.run(
        "delete from alarm using deadline d where (alarm.case_id, alarm.deadline_id) ="
            + " (d.case_id, d.id) and d.rule <> '"
            + RULE
            + "'");
    copies.run("delete from deadline where rule <> '" + RULE + "'");
    copies.run(
        "create temporary table firing_copy (case_id text, deadline_id uuid, unit text, officer"
            + " text)");
    ids(connection, cases);
    var model = id(0);
    copies.of(
        schema + ".case_event",
        "case_event t join firing_copy c on t.case_id = '" + model + "'",
        "'case_id', c.case_id, 'event_id', replace(t.event_id, t.case_id, c.case_id),"
            + " 'subject', replace(t.subject, t.case_id, c.case_id),"
            + " 'unit', c.unit, 'officer', c.officer");
    copies.of(
        schema + ".watched_case",
        "watched_case t join firing_copy c on t.case_id = '" + model + "'",
        "'case_id', c.case_id");
    copies.of(
        schema + ".deadline",
        "deadline t join firing_copy c on t.case_id = '" + model + "'",
        "'case_id', c.case_id, 'id', c.deadline_id,"
            + " 'subject', replace(t.subject, t.case_id, c.case_id),"
            + " 'start_event', replace(t.start_event, t.case_id, c.case_id),"
            + " 'unit', c.unit, 'officer', c.officer");
    copies.of(
        schema + ".alarm",
        "alarm t join firing_copy c on t.case_id = '" + model + "'",
        "'case_id', c.case_id, 'deadline_id', c.deadline_id");
    copies.run("drop table firing_copy");
  }

  private void ids(Connection connection, int cases) throws SQLException {
    try (var statement =
        connection.prepareStatement("insert into firing_copy values (?, ?, ?, ?)")) {
      for (var number = 1; number < cases; number++) {
        var caseId = id(number);
        var start = new EventId(SOURCE, caseId + "-" + FILED);
        statement.setString(1, caseId);
        statement.setObject(2, new DeadlineKey(caseId, Subject.ofCase(caseId), RULE, start).id());
        statement.setString(3, places.apply(number).unit());
        statement.setString(4, places.apply(number).officer());
        statement.addBatch();
      }
      statement.executeBatch();
    }
  }

  private List<CaseEvent> story(String caseId) {
    return List.of(
        event(caseId, 1, "case", "report-received", Duration.ofHours(-13), Map.of()),
        event(
            caseId,
            2,
            "case",
            "case-accepted",
            Duration.ofHours(-12),
            Map.of("facts", Map.of("caseKind", "public-security"))),
        event(caseId, FILED, "case", "case-filed", Duration.ZERO, Map.of()),
        event(caseId, 4, "person/P-1", "suspect-arrived", Duration.ofHours(1), Map.of()),
        event(caseId, 5, "person/P-1", "recording-made", Duration.ofHours(2), Map.of()),
        event(caseId, 6, "person/P-1", "suspect-left", Duration.ofHours(4), Map.of()));
  }

  private CaseEvent event(
      String caseId,
      int number,
      String whom,
      String type,
      Duration afterFiling,
      Map<String, Object> data) {
    var at = filedAt.plus(afterFiling);
    return new CaseEvent(
        new EventId(SOURCE, caseId + "-" + number),
        type,
        whom.equals("case") ? Subject.ofCase(caseId) : Subject.parse(whom),
        caseId,
        at,
        at.plus(Duration.ofMinutes(5)),
        null,
        places.apply(0).unit(),
        places.apply(0).officer(),
        data);
  }
}
