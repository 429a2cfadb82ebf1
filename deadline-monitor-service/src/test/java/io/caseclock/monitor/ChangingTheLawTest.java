package io.caseclock.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import io.caseclock.contract.CaseEvent;
import io.caseclock.contract.DirectoryEvent;
import io.caseclock.contract.EventId;
import io.caseclock.contract.Names;
import io.caseclock.contract.Subject;
import io.caseclock.directory.jdbc.JdbcDirectory;
import io.caseclock.jdbc.Sql;
import io.caseclock.monitor.jdbc.JdbcLawChanges;
import io.caseclock.monitor.jdbc.JdbcOpenCases;
import io.caseclock.monitor.jdbc.JdbcWatchedCases;
import io.caseclock.monitor.law.Law;
import io.caseclock.monitor.revision.ApplyLaw;
import io.caseclock.monitor.revision.Audit;
import io.caseclock.monitor.revision.Impact;
import io.caseclock.monitor.revision.Impact.Effect;
import io.caseclock.monitor.revision.LawChanges;
import io.caseclock.monitor.revision.LawChanges.LawChange;
import io.caseclock.monitor.watch.CaseEvaluator;
import io.caseclock.monitor.watch.TakeInEvents;
import io.caseclock.pack.Pack;
import io.caseclock.pack.file.PackFiles;
import io.caseclock.pack.file.PackReader;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A new calendar arrives that makes 1 April 2026, the last day of one case, a holiday. */
class ChangingTheLawTest {

  private static final PackFiles SHIPPED = PackFiles.shipped("cn-public-security");
  private static final Pack OLD = PackReader.require(SHIPPED);
  private static final Pack NEW = withAHolidayOnTheFirstOfApril();
  private static final InstantSource CLOCK =
      InstantSource.fixed(Instant.parse("2026-04-02T02:00:00Z"));
  private static final String HANDLING = "public-security-case-handling";

  private final DataSource dataSource = MonitorDatabase.fresh();
  private final Sql sql = new Sql(dataSource);
  private final LawChanges changes = new JdbcLawChanges(dataSource);

  @BeforeEach
  void twoCasesOneOfThemClosed() {
    new JdbcDirectory(dataSource, CLOCK)
        .apply(
            List.of(
                new DirectoryEvent.UnitRegistered(
                    "X01", null, new Names("示例分局", "Sample"), "sub-bureau")));
    law(OLD).putInForce();
    watch(OLD)
        .take(
            List.of(
                event("1", "A990001", "case-filed", "2026-03-02T02:00:00Z"),
                event("2", "A990002", "case-filed", "2026-03-02T02:00:00Z"),
                event("3", "A990002", "decision-made", "2026-04-01T18:00:00Z")));
  }

  @Test
  void the_impact_tells_beforehand_which_open_deadline_is_no_longer_breached() {
    var report = impact().of(NEW, "X01");

    assertThat(report.counts()).isEqualTo(Map.of(Effect.NO_LONGER_BREACHED, 1));
    assertThat(report.differences())
        .singleElement()
        .satisfies(
            difference -> {
              assertThat(difference.caseId()).isEqualTo("A990001");
              assertThat(difference.before().dueOn()).isEqualTo(LocalDate.of(2026, 4, 1));
              assertThat(difference.after().dueOn()).isEqualTo(LocalDate.of(2026, 4, 2));
            });
    assertThat(dueOn("A990001")).isEqualTo("2026-04-01");
  }

  @Test
  void the_impact_on_another_unit_is_none() {
    assertThat(impact().of(NEW, "X02").cases()).isZero();
  }

  @Test
  void in_force_it_moves_what_is_open_tells_it_and_never_what_is_closed() {
    law(NEW).putInForce();

    var moved = law(NEW).apply();

    assertThat(moved).isEqualTo(1);
    assertThat(dueOn("A990001")).isEqualTo("2026-04-02");
    assertThat(dueOn("A990002")).isEqualTo("2026-04-01");
    assertThat(phase("A990002")).isEqualTo("met-late");
    assertThat(
            sql.query(
                "select aggregateid from outbox where type = 'deadline-moved'",
                row -> row.getString(1)))
        .containsExactly("A990001");
    assertThat(changes.all())
        .first()
        .satisfies(change -> assertThat(change.moved()).isEqualTo(1))
        .extracting(LawChange::finishedAt)
        .isNotNull();
  }

  @Test
  void a_replica_with_the_older_law_leaves_the_newer_one_alone() {
    law(NEW).putInForce();
    law(NEW).apply();

    assertThat(law(OLD).apply()).isZero();
    assertThat(dueOn("A990001")).isEqualTo("2026-04-02");
  }

  @Test
  void a_later_event_leaves_a_closed_deadline_to_the_law_of_its_day() {
    law(NEW).putInForce();
    law(NEW).apply();

    watch(NEW).take(List.of(event("4", "A990002", "decision-served", "2026-04-01T20:00:00Z")));

    assertThat(dueOn("A990002")).isEqualTo("2026-04-01");
    assertThat(phase("A990002")).isEqualTo("met-late");
  }

  @Test
  void a_corrected_event_corrects_even_a_closed_deadline() {
    law(NEW).putInForce();
    law(NEW).apply();

    watch(NEW).take(List.of(event("5", "A990002", "decision-made", "2026-03-30T02:00:00Z")));

    assertThat(phase("A990002")).isEqualTo("met");
  }

  @Test
  void the_audit_finds_nothing_when_all_is_right_and_every_tampering() {
    var audit = new Audit(new Law(List.of(OLD)), open(), CLOCK);

    assertThat(audit.run(null).differences()).isEmpty();

    sql.update(
        "update deadline set due_at = due_at + interval '1 day' where case_id = ?", "A990001");
    assertThat(audit.run(null).differences())
        .extracting(Audit.Difference::kind)
        .containsExactly(Audit.Kind.DUE);
  }

  private Impact impact() {
    return new Impact(new Law(List.of(OLD)), open(), CLOCK, Duration.ofHours(1), () -> 0);
  }

  private JdbcOpenCases open() {
    return new JdbcOpenCases(dataSource);
  }

  private ApplyLaw law(Pack pack) {
    var law = new Law(List.of(pack));
    return new ApplyLaw(
        law,
        changes,
        open(),
        new JdbcWatchedCases(dataSource),
        new CaseEvaluator(law, Duration.ZERO),
        CLOCK);
  }

  private TakeInEvents watch(Pack pack) {
    return new TakeInEvents(
        new JdbcWatchedCases(dataSource),
        new CaseEvaluator(new Law(List.of(pack)), Duration.ZERO),
        CLOCK);
  }

  private String dueOn(String caseId) {
    return sql.query(
            "select due_on::text from deadline where case_id = ? and rule = ?",
            row -> row.getString(1),
            caseId,
            HANDLING)
        .getFirst();
  }

  private String phase(String caseId) {
    return sql.query(
            "select phase from deadline where case_id = ? and rule = ?",
            row -> row.getString(1),
            caseId,
            HANDLING)
        .getFirst();
  }

  private static CaseEvent event(String id, String caseId, String type, String at) {
    return new CaseEvent(
        new EventId("urn:precinct:x01", id),
        type,
        Subject.ofCase(caseId),
        caseId,
        Instant.parse(at),
        Instant.parse(at),
        null,
        "X01",
        "O1",
        Map.of());
  }

  private static Pack withAHolidayOnTheFirstOfApril() {
    Map<String, String> files = new TreeMap<>(SHIPPED.texts());
    files.merge("calendars/2026.csv", "2026-04-01,示例假日,off-day\n", String::concat);
    return PackReader.require(new PackFiles("changed", files));
  }
}
