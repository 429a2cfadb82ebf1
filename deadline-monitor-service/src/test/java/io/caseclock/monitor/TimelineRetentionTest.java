package io.caseclock.monitor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.caseclock.contract.CaseEvent;
import io.caseclock.contract.EventId;
import io.caseclock.contract.Sha256;
import io.caseclock.contract.Subject;
import io.caseclock.jdbc.Sql;
import io.caseclock.monitor.jdbc.JdbcOpenCases;
import io.caseclock.monitor.jdbc.JdbcRollUps;
import io.caseclock.monitor.jdbc.JdbcWatchedCases;
import io.caseclock.monitor.law.Law;
import io.caseclock.monitor.limit.ContentsDeletedException;
import io.caseclock.monitor.revision.Audit;
import io.caseclock.monitor.watch.CaseEvaluator;
import io.caseclock.monitor.watch.TakeInEvents;
import io.caseclock.pack.file.PackFiles;
import io.caseclock.pack.file.PackReader;
import io.caseclock.retention.Purge;
import io.caseclock.retention.Purge.PurgedCase;
import io.caseclock.retention.jdbc.JdbcPurge;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Case A990001: a thing was sealed and registered in time on the second of March 2026. The limit is
 * the first of May.
 */
class TimelineRetentionTest {

  private static final Law LAW =
      new Law(List.of(PackReader.require(PackFiles.shipped("cn-public-security"))));
  private static final String CASE = "A990001";
  private static final Instant SEALED = Instant.parse("2026-03-02T02:00:00Z");
  private static final Instant LIMIT = Instant.parse("2026-05-01T00:00:00Z");
  private static final Instant LATE = Instant.parse("2026-11-20T02:00:00Z");
  private static final int MANY = 100;

  private static final String HELD =
      "insert into legal_hold (case_id, reason, placed_by, placed_at) values ('A990001', 'x', 'x',"
          + " '2026-03-02Z')";

  private final DataSource database = MonitorDatabase.fresh();
  private final Sql sql = new Sql(database);
  private final Purge purge = new JdbcPurge(sql, "purge_timelines");

  @BeforeEach
  void aCaseAtRest() {
    take(SEALED, sealed(CASE), registered(CASE));
    assertThat(column("select phase from deadline")).containsExactly("met");
  }

  @Test
  void the_contents_go_and_what_the_event_was_stays() {
    assertThat(purge.purge(LIMIT, MANY)).containsExactly(new PurgedCase(CASE, 2));

    assertThat(
            column(
                "select concat_ws(' ', event_id, type, subject, occurred_at at time zone 'UTC',"
                    + " accepted_at at time zone 'UTC', unit, officer, data, sha256) from"
                    + " case_event where event_id = 'sealed-A990001'"))
        .containsExactly(
            "sealed-A990001 property-measure-taken property/W-1 2026-03-02 01:59:00 2026-03-02"
                + " 02:00:00 X01 {} "
                + hash("O1\n{\"text\": \"虚构的内容\"}"));
    assertThat(column("select count(*) from case_event where purged_at is null"))
        .containsExactly("0");
    assertThat(purge.purge(LIMIT, MANY)).isEmpty();
  }

  @Test
  void deadlines_and_every_number_are_as_before_also_once_they_are_built_anew() {
    var rollUps = new JdbcRollUps(database);
    rollUps.rebuild(SEALED);
    var before = numbers();

    purge.purge(LIMIT, MANY);
    assertThat(numbers()).isEqualTo(before);

    rollUps.rebuild(SEALED);
    assertThat(numbers()).isEqualTo(before);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        HELD,
        "update deadline set phase = 'running'",
        "update deadline set phase = 'paused'",
        "update deadline set updated_at = '2026-05-01Z'",
        "update deadline set ended_known_at = '2026-05-01Z'",
        "update deadline set provisional = true, due_at = '2026-05-01Z'",
        "update case_event set accepted_at = '2026-05-01Z' where event_id = 'registered-A990001'",
        "update watched_case set quarantined = 'broken'",
        "update watched_case set evaluate_at = '2027-01-01Z'",
        "insert into alarm (case_id, deadline_id, next_at, grave) select case_id, id,"
            + " '2026-03-03Z', false from deadline on conflict (case_id, deadline_id) do update set"
            + " next_at = excluded.next_at",
        "insert into finding (case_id, id, subject, unit, cause, element, provision, text_zh,"
            + " text_en, raised_at) values ('A990001', 'f', 'x', 'X01', 'recorded', 'case', '-',"
            + " 'x', 'x', '2026-03-02Z')",
        "insert into dead_letter (topic, partition_number, record_offset, fingerprint, reason,"
            + " detail, headers, case_id, put_at, tries, state) values ('t', 0, 0, '', 'bug', 'x',"
            + " '[]', 'A990001', '2026-03-02Z', 1, 'open')",
      })
  void a_case_that_is_held_open_or_not_long_enough_at_rest_keeps_its_contents(String change) {
    sql.update(change);

    assertThat(purge.purge(LIMIT, MANY)).isEmpty();
    assertThat(column("select sha256 from case_event where sha256 is not null")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "update deadline set updated_at = timestamptz '2026-05-01Z' - interval '1us'",
        "update case_event set accepted_at = timestamptz '2026-05-01Z' - interval '1us'",
        "update deadline set provisional = true, due_at = timestamptz '2026-05-01Z' - interval"
            + " '1us'",
        "insert into legal_hold (case_id, reason, placed_by, placed_at, release_reason,"
            + " released_by, released_at) values ('A990001', 'x', 'x', '2026-03-02Z', 'x', 'x',"
            + " '2026-11-01Z')",
        "insert into legal_hold (case_id, reason, placed_by, placed_at) values ('A990002', 'x',"
            + " 'x', '2026-03-02Z')",
      })
  void a_case_that_is_just_long_enough_at_rest_loses_them(String change) {
    sql.update(change);

    assertThat(purge.purge(LIMIT, MANY)).containsExactly(new PurgedCase(CASE, 2));
  }

  @Test
  void exactly_at_the_age_it_stays_and_a_microsecond_later_it_goes() {
    sql.update("update deadline set updated_at = '2026-03-02T02:00:00Z'");

    assertThat(purge.purge(SEALED.minusNanos(1_000), MANY)).isEmpty();
    assertThat(purge.purge(SEALED, MANY)).isEmpty();
    assertThat(purge.purge(SEALED.plusNanos(1_000), MANY)).hasSize(1);
  }

  @Test
  void an_event_that_comes_later_is_kept_and_never_evaluated_and_people_are_told_once() {
    purge.purge(LIMIT, MANY);
    var before = numbers();

    var outcome =
        take(LATE, event(CASE, "withdrawn", "event-withdrawn", Map.of("id", "registered-A990001")));
    take(LATE, event(CASE, "filed", "case-filed", Map.of()));

    assertThat(outcome.kept()).isEqualTo(1);
    assertThat(outcome.quarantined().get(CASE)).isInstanceOf(ContentsDeletedException.class);
    assertThat(column("select count(*) from case_event where purged_at is null"))
        .containsExactly("2");
    assertThat(numbers()).isEqualTo(before);
    assertThat(column("select phase from deadline")).containsExactly("met");
    assertThat(column("select quarantined from watched_case")).containsExactly("contents-deleted");
    assertThat(
            column(
                "select convert_from(payload, 'UTF8') from outbox where type = 'finding-raised'"))
        .singleElement()
        .asString()
        .contains("案件内容保存期满已删除", "were deleted, kept long enough", "\"unit\":\"X01\"");
  }

  @Test
  void what_came_later_goes_once_it_is_old_enough_itself() {
    purge.purge(LIMIT, MANY);
    take(LATE, event(CASE, "filed", "case-filed", Map.of()));
    assertThat(purge.purge(LIMIT, MANY)).isEmpty();

    sql.update("update case_event set accepted_at = '2026-03-03Z'");
    sql.update("update watched_case set evaluated_at = '2026-03-03Z'");

    assertThat(purge.purge(LIMIT, MANY)).containsExactly(new PurgedCase(CASE, 1));
  }

  @Test
  void the_same_event_once_more_is_a_repetition_and_no_news() {
    purge.purge(LIMIT, MANY);

    var outcome = take(LATE, sealed(CASE), registered(CASE));

    assertThat(outcome.kept()).isZero();
    assertThat(outcome.quarantined()).isEmpty();
    assertThat(column("select data from case_event where data <> '{}'")).isEmpty();
    assertThat(column("select quarantined from watched_case where quarantined is not null"))
        .isEmpty();
  }

  @Test
  void which_event_was_taken_back_stays() {
    take(
        SEALED,
        event(
            CASE,
            "withdrawn",
            "event-withdrawn",
            Map.of("source", "urn:precinct:x01", "id", "other", "reason", "虚构的理由")));

    assertThat(purge.purge(LIMIT, MANY)).containsExactly(new PurgedCase(CASE, 3));
    assertThat(column("select data from case_event where event_id = 'withdrawn'"))
        .containsExactly("{\"id\": \"other\", \"source\": \"urn:precinct:x01\"}");
  }

  @Test
  void the_words_of_findings_that_people_recorded_and_settled_dead_letters_go_too() {
    sql.update(
        "insert into finding (case_id, id, subject, unit, cause, element, provision, text_zh,"
            + " text_en, raised_at, ended_at, ended_as) values ('A990001', 'f', 'x', 'X01',"
            + " 'recorded', 'case', '-', '虚构', 'made up', '2026-03-02Z', '2026-03-03Z',"
            + " 'rectified')");
    sql.update(
        "insert into dead_letter (topic, partition_number, record_offset, fingerprint, reason,"
            + " detail, headers, value, case_id, put_at, tries, state) values ('t', 0, 0, '',"
            + " 'bug', 'x', '[]', 'x', 'A990001', '2026-03-02Z', 1, 'replayed')");

    purge.purge(LIMIT, MANY);

    assertThat(column("select text_zh || text_en from finding"))
        .containsExactly("保存期满，内容已删除。The text was deleted, kept long enough.");
    assertThat(column("select value is null from dead_letter")).containsExactly("t");
  }

  @Test
  void the_nightly_audit_finds_nothing_amiss() {
    purge.purge(LIMIT, MANY);

    var report = new Audit(LAW, new JdbcOpenCases(database), InstantSource.fixed(LATE)).run(null);

    assertThat(report.differences()).isEmpty();
    assertThat(report.unverified()).isEmpty();
  }

  @Test
  void a_batch_takes_whole_cases_those_known_longest_first() {
    take(SEALED.plusSeconds(1), sealed("A990000"), registered("A990000"));

    assertThat(purge.purge(LIMIT, 1)).containsExactly(new PurgedCase(CASE, 2));
    assertThat(purge.purge(LIMIT, 1)).containsExactly(new PurgedCase("A990000", 2));
  }

  @Test
  void two_replicas_never_purge_the_same_case_and_leave_none() throws Exception {
    for (var number = 0; number < 60; number++) {
      var caseId = "A98%04d".formatted(number);
      take(SEALED, sealed(caseId), registered(caseId));
    }
    Callable<List<String>> replica =
        () -> {
          List<String> purged = new ArrayList<>();
          var batch = purge.purge(LIMIT, 5);
          while (!batch.isEmpty()) {
            batch.forEach(one -> purged.add(one.caseId()));
            batch = purge.purge(LIMIT, 5);
          }
          return purged;
        };

    List<String> purged = new ArrayList<>();
    try (var threads = Executors.newFixedThreadPool(2)) {
      for (var done : threads.invokeAll(List.of(replica, replica))) {
        purged.addAll(done.get());
      }
    }

    assertThat(purged).hasSize(61).doesNotHaveDuplicates();
  }

  @Test
  void a_case_that_is_being_evaluated_is_left_to_the_next_time() throws SQLException {
    try (var working = database.getConnection()) {
      working.setAutoCommit(false);
      try (var statement = working.createStatement()) {
        statement.execute("select 1 from watched_case for update");

        assertThat(purge.purge(LIMIT, MANY)).isEmpty();
      } finally {
        working.rollback();
      }
    }
    assertThat(purge.purge(LIMIT, MANY)).hasSize(1);
  }

  @Test
  void a_hold_is_not_answered_while_contents_go() throws SQLException {
    try (var deleting = database.getConnection();
        var holding = database.getConnection()) {
      deleting.setAutoCommit(false);
      holding.setAutoCommit(false);
      try (var purging = deleting.createStatement();
          var placing = holding.createStatement()) {
        purging.execute("select * from purge_timelines('2026-05-01Z', 10)");
        placing.execute("set local lock_timeout = '1ms'");

        assertThatThrownBy(() -> placing.execute(HELD))
            .isInstanceOfSatisfying(
                SQLException.class,
                refused -> assertThat(refused.getSQLState()).isEqualTo("55P03"));
      } finally {
        holding.rollback();
        deleting.rollback();
      }
    }
  }

  @Test
  void nothing_of_the_last_half_year_goes_whatever_is_asked() {
    assertThatThrownBy(
            () -> column("select * from purge_timelines(now() - interval '183 days', 10)"))
        .hasMessageContaining("184 days");
    sql.update("update case_event set accepted_at = now() - interval '183 days'");

    assertThat(purge.purge(Instant.now().plus(Duration.ofDays(1)), MANY)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "update case_event set purged_at = now()",
        "update case_event set purged_at = now(), sha256 = 'x'",
        "update case_event set purged_at = now(), sha256 = 'x', data = '{}'",
        "update case_event set sha256 = 'x'",
      })
  void half_of_an_event_is_never_left(String change) {
    assertThatThrownBy(() -> sql.update(change)).hasMessageContaining("purged_as_a_whole");
  }

  private TakeInEvents.Outcome take(Instant now, CaseEvent... events) {
    return new TakeInEvents(
            new JdbcWatchedCases(database),
            new CaseEvaluator(LAW, Duration.ZERO),
            InstantSource.fixed(now))
        .take(List.of(events));
  }

  private static CaseEvent sealed(String caseId) {
    return event(caseId, "sealed-" + caseId, "property-measure-taken", Map.of("text", "虚构的内容"));
  }

  private static CaseEvent registered(String caseId) {
    return event(caseId, "registered-" + caseId, "property-registered", Map.of());
  }

  private static CaseEvent event(String caseId, String id, String type, Map<String, Object> data) {
    var ofThing = type.startsWith("property-");
    return new CaseEvent(
        new EventId("urn:precinct:x01", id),
        type,
        ofThing ? new Subject("property", "W-1") : Subject.ofCase(caseId),
        caseId,
        type.equals("property-measure-taken") ? SEALED.minusSeconds(60) : SEALED,
        SEALED,
        null,
        "X01",
        "O1",
        data);
  }

  /** All that is counted, and the deadlines, as text. */
  private List<String> numbers() {
    return Stream.of("deadline", "count_change", "count_correction", "count_day", "count_month")
        .flatMap(
            table ->
                column("select '%s ' || t::text from %s t order by 1".formatted(table, table))
                    .stream())
        .toList();
  }

  private List<String> column(String query) {
    return sql.query(query, row -> row.getString(1));
  }

  private static String hash(String text) {
    return HexFormat.of().formatHex(Sha256.of(text.getBytes(StandardCharsets.UTF_8)));
  }
}
