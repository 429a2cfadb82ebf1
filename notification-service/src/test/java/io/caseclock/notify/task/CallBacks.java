package io.caseclock.notify.task;

import io.caseclock.contract.DeadlineEvent.Change;
import io.caseclock.contract.DeadlineEvent.DeadlineChanged;
import io.caseclock.contract.DeadlineSnapshot;
import io.caseclock.contract.DeadlineStatus;
import io.caseclock.contract.Names;
import io.caseclock.contract.Subject;
import io.caseclock.directory.Directory;
import io.caseclock.jdbc.Sql;
import io.caseclock.notify.Office;
import io.restassured.specification.RequestSpecification;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** The office with a call-back officer C1 at D01 and a head H1 at D0102, and with no tasks yet. */
@ApplicationScoped
public class CallBacks {

  public static final Instant DUE = Instant.parse("2099-03-12T16:00:00Z");

  private final Office office;
  private final Directory directory;
  private final Sql sql;

  @Inject
  CallBacks(Office office, Directory directory, Sql sql) {
    this.office = office;
    this.directory = directory;
    this.sql = sql;
  }

  public void open() {
    office.open();
    sql.update("truncate task, task_entry, task_definition");
    directory.apply(
        List.of(
            Office.officer("C1", "D01", "callback-officer"),
            Office.officer("H1", "D0102", "unit-head")));
  }

  /** Gives an officer another post. */
  public void post(String officer, String unit, String role) {
    directory.apply(List.of(Office.officer(officer, unit, role)));
  }

  /** Somebody is away for good, and another stands in. */
  public void away(String officer, String substitute) {
    office.away(officer, substitute);
  }

  /** A case file of D0102, with O1 as responsible officer, that is to be reviewed. */
  public void caseFile(String id) {
    office.hears(changed(Change.OPENED, id, "case-file-legal-review", DeadlineStatus.RUNNING, DUE));
  }

  /** An incident that is to be called back, whose responsible officer is O1. */
  public void incident(String id, Instant dueAt) {
    office.hears(changed(Change.OPENED, id, DeadlineStatus.RUNNING, dueAt));
  }

  public void changes(Change change, String id, DeadlineStatus status, Instant dueAt) {
    office.hears(changed(change, id, status, dueAt));
  }

  private static DeadlineChanged changed(
      Change change, String id, DeadlineStatus status, Instant dueAt) {
    return changed(change, id, "incident-callback", status, dueAt);
  }

  private static DeadlineChanged changed(
      Change change, String id, String rule, DeadlineStatus status, Instant dueAt) {
    return new DeadlineChanged(
        "D-" + id + ":" + change + ":" + dueAt,
        change,
        deadline(id, rule, status, dueAt),
        dueAt.minus(Duration.ofDays(2)));
  }

  private static DeadlineSnapshot deadline(
      String id, String rule, DeadlineStatus status, Instant dueAt) {
    return new DeadlineSnapshot(
        "D-" + id,
        "J-" + id,
        new Subject("incident", id),
        rule,
        "2015",
        new Names("警情回访", "Call back the caller"),
        "incident",
        "D0102",
        "O1",
        false,
        "ordinary",
        "incidents",
        "notice",
        status,
        dueAt.minus(Duration.ofDays(3)),
        dueAt,
        LocalDate.parse("2099-03-12"),
        null,
        false,
        1,
        "urn:precinct:example",
        List.of("示例规定 第一条"),
        List.of());
  }

  /** A try that somebody made so many hours ago, as the history has it. */
  public void triedHoursAgo(String taskId, Instant now, int hours) {
    sql.update("update task set seq = seq + 1 where id = ?", taskId);
    sql.update(
        """
        insert into task_entry select id, seq, 'attempted', ?::timestamptz, 'account-C1', 'C1',
          'callback-officer', '{}', 'no-answer', '' from task where id = ?
        """,
        now.minus(Duration.ofHours(hours)),
        taskId);
  }

  public static RequestSpecification c1() {
    return Office.as("C1", "D01", "officer");
  }
}
