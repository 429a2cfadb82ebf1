package io.caseclock.notify.level;

import io.caseclock.contract.CaseLevel;
import io.caseclock.contract.CaseLevelStated;
import io.caseclock.contract.CaseLevelStated.Access;
import io.caseclock.contract.DeadlineEvent.Change;
import io.caseclock.contract.DeadlineSnapshot;
import io.caseclock.contract.DeadlineStatus;
import io.caseclock.contract.Names;
import io.caseclock.contract.Subject;
import io.caseclock.notify.Office;
import io.caseclock.notify.level.kafka.CaseLevelsConsumer;
import io.caseclock.wire.CaseLevelWire;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

/**
 * The office with a case of D0102 that is late and has a task: O1 and L1, who are there already,
 * are told of it, O2 and L2, who comes later, are not.
 */
@ApplicationScoped
public class RestrictedOffice {

  static final String CASE = "A9907317";
  static final Instant SINCE = Instant.parse("2026-03-13T05:00:00Z");

  /** Stands in the title of whatever is told of the case, and nowhere else. */
  static final String NAME = "Invented period seven";

  private final Office office;
  private final CaseLevelsConsumer levels;

  @Inject
  RestrictedOffice(Office office, CaseLevelsConsumer levels) {
    this.office = office;
    this.levels = levels;
  }

  void open() {
    office.open();
    office.takesIn(Office.officer("C1", "D01", "callback-officer"));
    office.hears(
        Office.breach(deadline("DR1", "filing-review", DeadlineStatus.BREACHED, Office.DUE)),
        Office.changed(
            Change.OPENED,
            deadline(
                "DR2",
                "incident-callback",
                DeadlineStatus.RUNNING,
                Instant.now().plus(Duration.ofDays(2)))));
    office.takesIn(Office.officer("L2", "D0102", "legal-officer"));
  }

  private static DeadlineSnapshot deadline(
      String id, String rule, DeadlineStatus status, Instant dueAt) {
    return new DeadlineSnapshot(
        id,
        CASE,
        Subject.ofCase(CASE),
        rule,
        "2026",
        new Names("虚构期限七", NAME),
        "case",
        "D0102",
        "O1",
        true,
        "serious",
        "case-closing",
        "notice",
        status,
        dueAt.minus(Duration.ofDays(7)),
        dueAt,
        LocalDate.parse("2026-03-12"),
        null,
        false,
        1,
        "precinct-7",
        List.of("示例规定 第一条"),
        List.of());
  }

  static CaseLevelStated stated(long version, CaseLevel level, Access... accesses) {
    return new CaseLevelStated(
        CASE, level, SINCE, version, List.of("O1"), Arrays.asList(accesses), SINCE);
  }

  /** O2, who is not told of the case, opened it. */
  static Access access(UUID id, Instant until) {
    return new Access(
        id, "D0102", "account-O2", "O2", "D0102", "an invented reason", SINCE, until, false);
  }

  /** Takes in what the monitor states, and lets what is told arrive. */
  void hears(CaseLevelStated... stated) {
    levels.take(Arrays.stream(stated).map(CaseLevelWire::write).map(Office::consumed).toList());
    office.settle();
  }

  void restrict() {
    office.texts("delete from case_level returning case_id");
    office.texts("delete from case_access returning case_id");
    hears(stated(1, CaseLevel.RESTRICTED));
  }
}
