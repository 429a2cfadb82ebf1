package io.caseclock.monitor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.caseclock.contract.CaseEvent;
import io.caseclock.contract.DirectoryEvent;
import io.caseclock.contract.EventId;
import io.caseclock.contract.Names;
import io.caseclock.contract.Subject;
import io.caseclock.directory.jdbc.JdbcDirectory;
import io.caseclock.jdbc.Sql;
import io.caseclock.monitor.alarm.SweepDue;
import io.caseclock.monitor.jdbc.JdbcDueDeadlines;
import io.caseclock.monitor.jdbc.JdbcLawChanges;
import io.caseclock.monitor.jdbc.JdbcOpenCases;
import io.caseclock.monitor.jdbc.JdbcWatchedCases;
import io.caseclock.monitor.law.Law;
import io.caseclock.monitor.limit.CaseLimits;
import io.caseclock.monitor.limit.OverLimitException;
import io.caseclock.monitor.limit.TimeLimit;
import io.caseclock.monitor.revision.ApplyLaw;
import io.caseclock.monitor.revision.Audit;
import io.caseclock.monitor.revision.Impact;
import io.caseclock.monitor.watch.CaseEvaluator;
import io.caseclock.monitor.watch.TakeInEvents;
import io.caseclock.pack.Pack;
import io.caseclock.pack.file.PackFiles;
import io.caseclock.pack.file.PackReader;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** A case that costs more than one may is set aside, and stops nothing. */
class OverTheLimitTest {

  private static final Pack PACK = PackReader.require(PackFiles.shipped("cn-public-security"));
  private static final Law LAW = new Law(List.of(PACK));
  private static final Law NARROW =
      new Law(List.of(PACK), new CaseLimits(50, 10, 100, 100, 5, 100, 10_000));
  private static final Instant NOW = Instant.parse("2026-03-02T04:00:00Z");
  private static final Instant LONG_AFTER = Instant.parse("2026-09-01T02:00:00Z");

  private final DataSource dataSource = MonitorDatabase.fresh();
  private final Sql sql = new Sql(dataSource);
  private int told;

  @Test
  void it_keeps_its_deadlines_unverified_and_its_neighbour_in_the_batch_is_evaluated() {
    watch(NARROW).take(items("A990001", 10));
    var before = deadlines("A990001");

    var batch = items("A990001", 1);
    batch.addAll(items("A990002", 1));
    var outcome = watch(NARROW).take(batch);

    assertThat(outcome.quarantined().get("A990001")).isInstanceOf(OverLimitException.class);
    assertThat(quarantine("A990001")).containsExactly("too-many-deadlines");
    assertThat(deadlines("A990001")).isEqualTo(before).hasSize(10);
    assertThat(quarantine("A990002")).isEmpty();
    assertThat(deadlines("A990002")).hasSize(1);
  }

  @Test
  void people_are_told_once_with_the_limit_and_not_again_for_each_further_event() {
    watch(NARROW).take(items("A990001", 11));
    watch(NARROW).take(items("A990001", 1));
    watch(NARROW).take(items("A990001", 1));

    assertThat(findings("A990001"))
        .singleElement()
        .asString()
        .contains("期限数超过上限 10", "more than 10 deadlines", "\"unit\":\"X01\"");
  }

  @Test
  void with_too_many_events_it_is_not_even_read() {
    watch(LAW).take(repeated("A990001", 51));
    sql.update("update case_event set subject = 'unreadable' where case_id = ?", "A990001");

    watch(NARROW).take(repeated("A990001", 1));

    assertThat(quarantine("A990001")).containsExactly("too-many-events");
  }

  @Test
  void once_enough_of_it_is_withdrawn_it_is_evaluated_again() {
    var events = items("A990001", 11);
    watch(NARROW).take(events);
    watch(NARROW)
        .take(
            List.of(
                event(
                    "A990001",
                    "event-withdrawn",
                    Subject.ofCase("A990001"),
                    Map.of("id", events.getFirst().eventId().id()))));

    assertThat(quarantine("A990001")).isEmpty();
    assertThat(deadlines("A990001")).hasSize(10);
  }

  @Test
  void its_breaches_are_told_by_the_sweep_without_a_computation() {
    watch(LAW).take(items("A990001", 11));
    watch(LAW).take(items("A990002", 1));

    var sweep = new SweepDue(new JdbcDueDeadlines(dataSource), NARROW, clock(LONG_AFTER), 100);

    assertThat(sweep.sweepBatch()).isFalse();
    assertThat(told("deadline-breached", "A990001"))
        .hasSize(11)
        .allMatch(text -> text.contains("more than 10 deadlines"));
    assertThat(told("deadline-breached", "A990002"))
        .singleElement()
        .asString()
        .contains("24 hours, to the minute");
    assertThat(sql.query("select 1 from alarm where next_at is not null", row -> 1)).isEmpty();
  }

  @Test
  void a_minimum_period_whose_rule_left_the_pack_ends_by_waiting_and_does_not_stop_the_sweep() {
    watch(LAW)
        .take(
            List.of(
                event("A990003", "announcement-published", Subject.ofCase("A990003"), Map.of())));
    var without =
        PACK.rules().stream().filter(rule -> !rule.id().equals("announcement-service")).toList();
    var law = new Law(List.of(PACK.withRules(without)));

    new SweepDue(new JdbcDueDeadlines(dataSource), law, clock(LONG_AFTER), 100).sweepBatch();

    assertThat(deadlines("A990003")).singleElement().asString().contains(" met ");
  }

  @Test
  void it_does_not_hold_up_a_new_law_an_audit_or_a_comparison() {
    watch(LAW).take(items("A990001", 11));
    watch(LAW).take(items("A990002", 1));
    sql.update("update deadline set pack_version = 'older'");
    var open = new JdbcOpenCases(dataSource);
    var apply =
        new ApplyLaw(
            NARROW,
            new JdbcLawChanges(dataSource),
            open,
            new JdbcWatchedCases(dataSource),
            new CaseEvaluator(NARROW, Duration.ZERO),
            clock(NOW));

    apply.putInForce();
    apply.apply();

    assertThat(quarantine("A990001")).containsExactly("too-many-deadlines");
    assertThat(
            sql.query(
                "select pack_version from deadline where case_id = ?",
                row -> row.getString(1),
                "A990002"))
        .containsExactly(PACK.version());
    assertThat(new JdbcLawChanges(dataSource).all())
        .isNotEmpty()
        .allMatch(one -> one.finishedAt() != null);
    var audit = new Audit(NARROW, open, clock(NOW)).run(null);
    assertThat(audit.unverified())
        .containsExactly(new Audit.Unverified("A990001", "too-many-deadlines"));
    assertThat(audit.cases()).isEqualTo(2);
  }

  @Test
  void ten_thousand_honest_items_are_kept_each_with_its_deadline_and_one_more_comes_as_easily() {
    watch(LAW).take(items("A990001", 10_000));
    assertThat(deadlines("A990001")).hasSize(10_000);

    var outcome = watch(LAW).take(items("A990001", 1));

    assertThat(outcome.quarantined()).isEmpty();
    assertThat(outcome.changes()).isEqualTo(1);
  }

  @Test
  void a_comparison_that_takes_too_long_is_ended() {
    new JdbcDirectory(dataSource, clock(NOW))
        .apply(
            List.of(
                new DirectoryEvent.UnitRegistered(
                    "X01", null, new Names("示例分局", "Sample"), "sub-bureau")));
    watch(LAW).take(items("A990001", 1));
    var nanos = new AtomicLong();
    var impact =
        new Impact(
            LAW,
            new JdbcOpenCases(dataSource),
            clock(NOW),
            Duration.ofNanos(1),
            () -> nanos.addAndGet(2));

    assertThatThrownBy(() -> impact.of(PACK, "X01")).isInstanceOf(TimeLimit.OverException.class);
  }

  private TakeInEvents watch(Law law) {
    return new TakeInEvents(
        new JdbcWatchedCases(dataSource), new CaseEvaluator(law, Duration.ZERO), clock(NOW));
  }

  private static InstantSource clock(Instant now) {
    return InstantSource.fixed(now);
  }

  private List<CaseEvent> items(String caseId, int number) {
    List<CaseEvent> events = new ArrayList<>();
    for (var i = 0; i < number; i++) {
      var item = new Subject("property", "W-" + told);
      events.add(event(caseId, "property-measure-taken", item, Map.of()));
    }
    return events;
  }

  private List<CaseEvent> repeated(String caseId, int number) {
    List<CaseEvent> events = new ArrayList<>();
    for (var i = 0; i < number; i++) {
      events.add(event(caseId, "facts-stated", Subject.ofCase(caseId), Map.of()));
    }
    return events;
  }

  private CaseEvent event(String caseId, String type, Subject subject, Map<String, Object> data) {
    told++;
    var at = Instant.parse("2026-03-02T02:00:00Z").plusMillis(told);
    return new CaseEvent(
        new EventId("urn:precinct:x01", "e" + told),
        type,
        subject,
        caseId,
        at,
        at,
        null,
        "X01",
        "O1",
        data);
  }

  private List<String> deadlines(String caseId) {
    return sql.query(
        "select id || ' ' || phase || ' ' || due_at || ' ' || revision from deadline"
            + " where case_id = ? order by id",
        row -> row.getString(1),
        caseId);
  }

  private List<String> quarantine(String caseId) {
    return sql.query(
        "select quarantined from watched_case where case_id = ? and quarantined is not null",
        row -> row.getString(1),
        caseId);
  }

  private List<String> findings(String caseId) {
    return told("finding-raised", caseId);
  }

  private List<String> told(String type, String caseId) {
    return sql.query(
        "select convert_from(payload, 'UTF8') from outbox where type = ? and aggregateid = ?",
        row -> row.getString(1),
        type,
        caseId);
  }
}
