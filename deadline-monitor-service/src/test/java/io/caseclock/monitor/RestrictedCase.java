package io.caseclock.monitor;

import io.caseclock.contract.CaseEvent;
import io.caseclock.contract.DirectoryEvent;
import io.caseclock.contract.EventId;
import io.caseclock.contract.Names;
import io.caseclock.contract.Subject;
import io.caseclock.directory.Directory;
import io.caseclock.jdbc.Sql;
import io.caseclock.testsupport.TestTokens;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import javax.sql.DataSource;
import org.awaitility.Awaitility;

/** A case that is in everything that the monitor tells of cases, in a bureau of its own. */
final class RestrictedCase {

  static final String NOW = "2026-07-20T02:00:00Z";
  static final String RULE = "public-security-case-handling";
  static final String NAMED = "O1";
  static final String SOURCE = "urn:precinct:x0101";

  final String bureau = "X7" + UUID.randomUUID().toString().substring(0, 8);
  final String station = bureau + "01";
  final String sibling = bureau + "02";
  final String id = "A99" + UUID.randomUUID().toString().substring(0, 12);
  final String person = "P-" + id;
  final String filed = UUID.randomUUID().toString();
  final LocalDate meeting =
      LocalDate.of(2003, 1, 1).plusDays(ThreadLocalRandom.current().nextInt(3_000));

  private final MonitorTestBench bench;
  private final Sql sql;

  private RestrictedCase(MonitorTestBench bench, DataSource dataSource) {
    this.bench = bench;
    sql = new Sql(dataSource);
  }

  /** Filed in June and late by July, with a suspect who has just arrived; not restricted yet. */
  static RestrictedCase in(MonitorTestBench bench, Directory directory, DataSource dataSource) {
    var one = new RestrictedCase(bench, dataSource);
    directory.apply(
        List.of(
            unit(one.bureau, null, "sub-bureau"),
            unit(one.station, one.bureau, "station"),
            unit(one.sibling, one.bureau, "station")));
    bench.clock().set("2026-06-02T02:00:00Z");
    one.send(one.id, one.filed, "case-filed", Subject.ofCase(one.id), "2026-06-02T01:00:00Z");
    bench.clock().set(NOW);
    one.send(
        one.id,
        UUID.randomUUID().toString(),
        "suspect-arrived",
        new Subject("person", one.person),
        "2026-07-20T01:00:00Z");
    return one;
  }

  private static DirectoryEvent unit(String id, String parent, String kind) {
    return new DirectoryEvent.UnitRegistered(id, parent, new Names("示例", "Sample"), kind);
  }

  private void send(String caseId, String id, String type, Subject subject, String at) {
    send(caseId, id, type, subject, at, NAMED);
  }

  /** Another suspect of the case is somebody else's. */
  void names(String officer) {
    send(
        id,
        UUID.randomUUID().toString(),
        "suspect-arrived",
        new Subject("person", person + "2"),
        "2026-07-20T01:30:00Z",
        officer);
  }

  private void send(
      String caseId, String id, String type, Subject subject, String at, String officer) {
    bench.send(
        new CaseEvent(
            new EventId(SOURCE, id),
            type,
            subject,
            caseId,
            Instant.parse(at),
            bench.clock().instant(),
            null,
            station,
            officer,
            Map.of()));
    Awaitility.await()
        .atMost(Duration.ofSeconds(30))
        .pollInterval(Duration.ofMillis(50))
        .until(() -> supervisor().get(effects(id)).statusCode() == 200);
  }

  /** Another case of the station, which stays ordinary. */
  String neighbour() {
    var other = bench.aNewCase();
    send(
        other,
        UUID.randomUUID().toString(),
        "case-filed",
        Subject.ofCase(other),
        "2026-07-19T01:00:00Z");
    return other;
  }

  static String effects(String event) {
    return "/api/v1/effects?source=" + SOURCE + "&id=" + event;
  }

  /** Whatever only time, or a job of the night, would bring about. */
  void standEverywhere() {
    sql.update(
        "insert into prediction (case_id, deadline_id, revision, unit, rule, chance, at_least,"
            + " at_most, level_unit, at_risk, late, unknown, beyond, age, age_limit, computed_at)"
            + " select case_id, id, revision, unit, rule, 0.9, 0.8, 1, '', 41, 17, 0, false, 1, 2,"
            + " ? from deadline where case_id = ? and phase = 'running' and late_from > ?",
        Instant.parse(NOW),
        id,
        Instant.parse(NOW));
    sql.update(
        "update deadline set history_until = ?, history_alarms = 'breach' where case_id = ?"
            + " and rule = ?",
        Instant.parse("2026-07-10T00:00:00Z"),
        id,
        RULE);
    for (var sign : List.of(-1, 1)) {
      sql.update(
          "insert into count_correction (seq, case_id, deadline_id, sign, reason, known_at,"
              + " known_on, counted_on, unit, rule, list, element, outcome, extended, warned)"
              + " select 0, case_id, id, ?::smallint, 'updated', ?, '2026-07-05', '2026-07-02',"
              + " unit, rule, list, element, 'met', false, false from deadline"
              + " where case_id = ? and rule = ?",
          sign,
          Instant.parse("2026-07-05T00:00:00Z"),
          id,
          RULE);
    }
    meets();
    countsSinceJune();
  }

  /** So that there are days without a breach, which the case ended. */
  private void countsSinceJune() {
    for (var unit : List.of(bureau, station)) {
      sql.update(
          "insert into count_day (family, unit, counted_on, officer, rule, list, element, met,"
              + " met_late, running, waiting, lapsed, cut_short, cancelled, cancelled_late,"
              + " extended, warned, late_data, late_system) values ('tree', ?, '2026-06-03', '',"
              + " '', '', '', 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0)",
          unit);
    }
  }

  private void meets() {
    sql.update(
        "insert into list_meeting (list, held_on, pack, as_of, made_at, belated, hash, rows)"
            + " values ('case-closing', ?, 'cn-public-security', ?, ?, false, '', 1)",
        meeting,
        Instant.parse(NOW),
        Instant.parse(NOW));
    meets(bureau, "/" + bureau + "/");
    meets(station, "/" + bureau + "/" + station + "/");
    sql.update(
        "insert into list_meeting_row (list, held_on, unit, grade, moment, id, change, kind, state,"
            + " case_id, subject, rule, element, severity, started_at, age) select 'case-closing',"
            + " ?, unit, 1, started_at, id, 'new', 'deadline', 'breached', case_id, subject, rule,"
            + " element, severity, started_at, 1 from deadline where case_id = ? and rule = ?",
        meeting,
        id,
        RULE);
  }

  private void meets(String unit, String path) {
    sql.update(
        "insert into list_meeting_unit (list, held_on, unit, path, holds, ahead, breached,"
            + " findings, fresh, mended, still, further)"
            + " values ('case-closing', ?, ?, ?, true, 0, 1, 0, 1, 0, 0, 0)",
        meeting,
        unit,
        path);
  }

  String deadline() {
    return sql.query(
            "select id::text from deadline where case_id = ? and rule = ?",
            row -> row.getString(1),
            id,
            RULE)
        .getFirst();
  }

  Response restrict() {
    return put("restricted", "示例：涉及本所人员家属");
  }

  Response put(String level, String reason) {
    return supervisor()
        .contentType("application/json")
        .body(Map.of("level", level, "reason", reason))
        .put(path("level"));
  }

  String path(String of) {
    return "/api/v1/cases/" + id + "/" + of;
  }

  RequestSpecification supervisor() {
    return as(TestTokens.of("supervisor").unit(bureau).officer("S1"));
  }

  /** Somebody of the station whom no deadline names. */
  RequestSpecification colleague(String role) {
    return as(TestTokens.of(role).name("colleague-" + role).unit(station).officer("O2"));
  }

  static RequestSpecification as(TestTokens token) {
    return RestAssured.given().auth().oauth2(token.sign());
  }
}
