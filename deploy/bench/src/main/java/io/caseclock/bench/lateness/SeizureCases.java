package io.caseclock.bench.lateness;

import io.caseclock.bench.console.Copies;
import io.caseclock.bench.delivery.Load;
import io.caseclock.contract.CaseEvent;
import io.caseclock.contract.EventId;
import io.caseclock.contract.Subject;
import io.caseclock.jdbc.Sql;
import io.caseclock.monitor.deadline.DeadlineKey;
import io.caseclock.monitor.jdbc.JdbcWatchedCases;
import io.caseclock.monitor.law.Law;
import io.caseclock.monitor.watch.CaseEvaluator;
import io.caseclock.monitor.watch.TakeInEvents;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;

/**
 * Cases in each of which one item was seized, which has to be handed over within 24 hours, to the
 * second. One case goes through the monitor; the others are copies of its rows in which all of it
 * happened a little later, each by as much as a plan says.
 */
final class SeizureCases {

  private static final String RULE = "property-handover-24h";
  private static final String SOURCE = "urn:precinct:x0101";
  private static final Subject ITEM = Subject.parse("item/I-1");
  private static final int SEIZED = 4;
  private static final String TO_COPY =
      "create temporary table to_copy"
          + " (case_id text, deadline_id uuid, later interval, unit text, officer text)";
  private static final String FROM = "%1$s t join to_copy c on t.case_id = '%2$s'";

  private static final String OF_ALARM = "(a.case_id, a.deadline_id) = (d.case_id, d.id)";

  private final Law law;
  private final int people;
  private final Instant first;
  private final Stage stage;

  /**
   * @param people to whom the cases belong in turn, those of a {@link Load}
   * @param first when the stage of the first case comes
   */
  SeizureCases(Law law, int people, Instant first, Stage stage) {
    this.law = law;
    this.people = people;
    this.first = first;
    this.stage = stage;
  }

  /**
   * Fills the empty tables.
   *
   * @param database a connection of it finds the monitor's tables first
   * @param schema of the monitor
   * @param later how long after the first case the stage of each comes, the first with zero
   * @return the number of each deadline in the plan by its id
   */
  Map<String, Integer> fill(DataSource database, String schema, List<Duration> later)
      throws SQLException {
    takeInFirst(database);
    try (var connection = database.getConnection()) {
      var copies = new Copies(connection);
      copies.run(
          "delete from alarm a using deadline d where "
              + OF_ALARM
              + " and d.rule <> '"
              + RULE
              + "'");
      copies.run("delete from deadline where rule <> '" + RULE + "'");
      copies.run(
          "update alarm a set next_at = " + stage.column() + " from deadline d where " + OF_ALARM);
      copies.run(TO_COPY);
      var numbers = list(connection, later);
      copies.of(
          schema + ".case_event",
          FROM.formatted("case_event", id(0)),
          "'case_id', c.case_id, 'event_id', replace(t.event_id, t.case_id, c.case_id),"
              + " 'subject', replace(t.subject, t.case_id, c.case_id), 'unit', c.unit,"
              + " 'officer', c.officer, 'occurred_at', t.occurred_at + c.later");
      copies.of(
          schema + ".watched_case",
          FROM.formatted("watched_case", id(0)),
          "'case_id', c.case_id, 'unit', c.unit");
      copies.of(
          schema + ".deadline",
          FROM.formatted("deadline", id(0)),
          "'case_id', c.case_id, 'id', c.deadline_id,"
              + " 'start_event', replace(t.start_event, t.case_id, c.case_id), 'unit', c.unit,"
              + " 'officer', c.officer, 'started_at', t.started_at + c.later,"
              + " 'due_at', t.due_at + c.later, 'late_from', t.late_from + c.later");
      copies.of(
          schema + ".alarm",
          FROM.formatted("alarm", id(0)),
          "'case_id', c.case_id, 'deadline_id', c.deadline_id, 'next_at', t.next_at + c.later");
      copies.run("drop table to_copy");
      return numbers;
    }
  }

  private void takeInFirst(DataSource database) {
    var seizedAt = first.minus(stage.afterStart());
    new TakeInEvents(
            new JdbcWatchedCases(database),
            new CaseEvaluator(law, Duration.ZERO),
            InstantSource.fixed(seizedAt.plus(Duration.ofHours(1))))
        .take(story(seizedAt));
    var found =
        new Sql(database)
            .query(
                "select "
                    + stage.column()
                    + " as at from deadline d join alarm a on "
                    + OF_ALARM
                    + " where d.rule = ?",
                row -> Sql.required(row, "at"),
                RULE);
    if (!found.equals(List.of(first))) {
      throw new IllegalStateException(stage + " at " + found + " instead of " + first);
    }
  }

  private Map<String, Integer> list(Connection connection, List<Duration> later)
      throws SQLException {
    Map<String, Integer> numbers = new LinkedHashMap<>();
    numbers.put(key(id(0)).id().toString(), 0);
    try (var statement =
        connection.prepareStatement(
            "insert into to_copy values (?, ?, ? * interval '1 microsecond', ?, ?)")) {
      for (var number = 1; number < later.size(); number++) {
        var deadline = key(id(number)).id();
        numbers.put(deadline.toString(), number);
        statement.setString(1, id(number));
        statement.setObject(2, deadline);
        statement.setLong(3, later.get(number).toNanos() / 1_000);
        statement.setString(4, Load.stationOfPerson(number % people));
        statement.setString(5, Load.officer(number % people));
        statement.addBatch();
      }
      statement.executeBatch();
    }
    return numbers;
  }

  private static String id(int number) {
    return "XS%07d".formatted(number);
  }

  private static DeadlineKey key(String caseId) {
    return new DeadlineKey(caseId, ITEM, RULE, new EventId(SOURCE, caseId + "-" + SEIZED));
  }

  private static List<CaseEvent> story(Instant seizedAt) {
    return List.of(
        event(1, Subject.ofCase(id(0)), "report-received", seizedAt.minusSeconds(7_200), Map.of()),
        event(
            2,
            Subject.ofCase(id(0)),
            "case-accepted",
            seizedAt.minusSeconds(3_600),
            Map.of("facts", Map.of("caseKind", "public-security"))),
        event(3, Subject.ofCase(id(0)), "case-filed", seizedAt.minusSeconds(1_800), Map.of()),
        event(
            SEIZED,
            ITEM,
            "property-seized",
            seizedAt,
            Map.of("facts", Map.of("handoverGround", "ordinary"))));
  }

  private static CaseEvent event(
      int number, Subject subject, String type, Instant at, Map<String, Object> data) {
    return new CaseEvent(
        new EventId(SOURCE, id(0) + "-" + number),
        type,
        subject,
        id(0),
        at,
        at.plusSeconds(60),
        null,
        Load.stationOfPerson(0),
        Load.officer(0),
        data);
  }
}
