package io.caseclock.intake.journal.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.caseclock.contract.EventId;
import io.caseclock.contract.Posting;
import io.caseclock.contract.Subject;
import io.caseclock.intake.journal.CheckedEvent;
import io.caseclock.intake.journal.HistoryMark;
import io.caseclock.intake.journal.JournalEntry;
import io.caseclock.intake.journal.Lot;
import io.caseclock.intake.journal.Outcome;
import io.caseclock.intake.journal.Republication.Place;
import io.caseclock.intake.source.QuotaDays;
import io.caseclock.jdbc.Sql;
import io.caseclock.ownership.OwnershipRules;
import io.caseclock.ownership.Tenure;
import io.caseclock.retention.Purge;
import io.caseclock.retention.Purge.PurgedCase;
import io.caseclock.retention.jdbc.JdbcPurge;
import io.caseclock.testsupport.TestDatabase;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Case A-1 has one event, accepted on the second of March 2026 and sent. */
class JournalRetentionTest {

  private static final Instant ACCEPTED = Instant.parse("2026-03-02T01:30:00.123456Z");
  private static final Instant LIMIT = Instant.parse("2026-05-01T00:00:00Z");
  private static final Instant LATE = Instant.parse("2026-11-20T02:00:00Z");
  private static final int MANY = 1_000;
  private static final OwnershipRules RULES = new OwnershipRules(Set.of("case-filed"), Map.of());

  private final DataSource database = migrated();
  private final Sql sql = new Sql(database);
  private final Purge purge = new JdbcPurge(sql, "purge_journal");
  private final JdbcJournal journal =
      new JdbcJournal(database, RULES, new QuotaDays(ZoneId.of("Asia/Shanghai")));

  private static DataSource migrated() {
    var database = TestDatabase.withSchema("intake").dataSource();
    Flyway.configure().dataSource(database).locations("db/shared", "db/migration").load().migrate();
    return database;
  }

  @BeforeEach
  void anOldCase() {
    keep(ACCEPTED, filed("A-1", "e-1"));
    sent();
  }

  @Test
  void the_contents_go_and_what_the_event_was_stays() {
    var hash = column("select encode(content_hash, 'hex') from journal");

    assertThat(purge.purge(LIMIT, MANY)).containsExactly(new PurgedCase("A-1", 1));

    assertThat(
            column(
                "select concat_ws(' ', source, event_id, type, subject, case_id, unit, officer,"
                    + " data, as_sent, accepted_at at time zone 'UTC') from journal"))
        .containsExactly(
            "urn:precinct:test e-1 case-filed case/A-1 A-1 D0101 {} 2026-03-02 01:30:00.123456");
    assertThat(column("select encode(content_hash, 'hex') from journal")).isEqualTo(hash);
    assertThat(purge.purge(LIMIT, MANY)).isEmpty();
  }

  @Test
  void the_same_event_is_a_duplicate_still_and_another_content_a_conflict() {
    purge.purge(LIMIT, MANY);

    assertThat(keep(LATE, filed("A-1", "e-1"))).first().isInstanceOf(Outcome.Duplicate.class);
    assertThat(keep(LATE, event("A-1", "e-1", "case-filed", Map.of("unit", "D0102"))))
        .first()
        .isInstanceOf(Outcome.Conflicting.class);
  }

  @Test
  void receipt_and_journal_say_since_when() {
    purge.purge(LIMIT, MANY);
    sql.update(
        "insert into unit (id, name_zh, name_en, kind, path) values ('D0101', '虚构', 'x', 'station',"
            + " '/D0101/')");

    var receipt = journal.receipt(new EventId("urn:precinct:test", "e-1"), "D0101").orElseThrow();
    assertThat(receipt.contentsDeletedAt()).isNotNull();
    assertThat(receipt.contentHash()).hasSize(64);
    List<JournalEntry> entries =
        sql.with(connection -> JournalReads.behind(connection, Place.BEGINNING, 10));
    assertThat(entries)
        .singleElement()
        .satisfies(
            entry -> {
              assertThat(entry.contentsDeletedAt()).isNotNull();
              assertThat(entry.data()).isEmpty();
              assertThat(entry.officer()).isNull();
            });
  }

  @Test
  void exactly_at_the_age_they_stay_and_a_microsecond_later_they_go() {
    assertThat(purge.purge(ACCEPTED.minusNanos(1_000), MANY)).isEmpty();
    assertThat(purge.purge(ACCEPTED, MANY)).isEmpty();
    assertThat(purge.purge(ACCEPTED.plusNanos(1_000), MANY)).hasSize(1);
  }

  @Test
  void a_later_event_of_the_case_keeps_them_all() {
    keep(LIMIT, event("A-1", "e-2", "facts-stated", Map.of("unit", "D0101")));
    sent();

    assertThat(purge.purge(LIMIT, MANY)).isEmpty();
    assertThat(purge.purge(LIMIT.plusNanos(1_000), MANY)).containsExactly(new PurgedCase("A-1", 2));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "insert into legal_hold (case_id, reason, placed_by, placed_at) values ('A-1', 'x', 'x',"
            + " '2026-03-02Z')",
        "insert into outbox (aggregatetype, aggregateid, type, headers, payload, created_at) values"
            + " ('case-events', 'A-1', 'x', '{}', '', '2026-03-02Z')",
        "insert into outbox_refused (seq, topic, key, type, headers, payload, created_at, reason)"
            + " values (1, 'case-events', 'A-1', 'x', '{}', '', '2026-03-02Z', 'x')",
        "insert into dead_letter (topic, partition_number, record_offset, fingerprint, reason,"
            + " detail, headers, case_id, put_at, tries, state) values ('t', 0, 0, '', 'bug', 'x',"
            + " '[]', 'A-1', '2026-03-02Z', 1, 'open')",
      })
  void what_is_held_or_waits_keeps_its_contents(String change) {
    sql.update(change);

    assertThat(purge.purge(LIMIT, MANY)).isEmpty();
    assertThat(column("select data from journal where data = '{}'")).isEmpty();
  }

  @Test
  void a_hold_that_was_released_keeps_nothing() {
    sql.update(
        "insert into legal_hold (case_id, reason, placed_by, placed_at, release_reason,"
            + " released_by, released_at) values ('A-1', 'x', 'x', '2026-03-02Z', 'x', 'x',"
            + " '2026-11-01Z')");

    assertThat(purge.purge(LIMIT, MANY)).hasSize(1);
  }

  @Test
  void the_directory_keeps_its_events() {
    keep(
        ACCEPTED,
        new CheckedEvent(
            new EventId("urn:precinct:test", "o-1"),
            "officer-assigned",
            new Subject("officer", "O1"),
            "officer/O1",
            "D0101",
            null,
            ACCEPTED,
            null,
            null,
            HistoryMark.NONE,
            Map.of("unit", "D0101", "name", "虚构"),
            null,
            Map.of()));
    sent();

    assertThat(purge.purge(LIMIT, MANY)).containsExactly(new PurgedCase("A-1", 1));
    assertThat(column("select type from journal where purged_at is null"))
        .containsExactly("officer-assigned");
  }

  @Test
  void whose_the_case_was_is_found_still_when_something_comes_later() {
    keep(ACCEPTED.plusSeconds(1), event("A-1", "e-2", "case-assigned", Map.of("unit", "D0102")));
    assertThat(units()).contains("D0102");
    keep(
        ACCEPTED.plusSeconds(2),
        event(
            "A-1",
            "e-3",
            "event-withdrawn",
            Map.of("source", "urn:precinct:test", "id", "e-2", "reason", "虚构的理由")));
    sent();
    assertThat(units()).containsExactly("D0101");

    assertThat(purge.purge(LIMIT, MANY)).containsExactly(new PurgedCase("A-1", 3));
    keep(
        LATE,
        event(
            "A-1", "e-4", "event-withdrawn", Map.of("source", "urn:precinct:test", "id", "none")));

    assertThat(units()).containsExactly("D0101");
    assertThat(column("select data from journal where event_id = 'e-3'"))
        .containsExactly("{\"id\": \"e-2\", \"source\": \"urn:precinct:test\"}");
  }

  @Test
  void nothing_of_such_a_case_is_given_to_kafka_once_more() {
    purge.purge(LIMIT, MANY);
    keep(LATE, event("A-1", "e-2", "facts-stated", Map.of("unit", "D0101")));
    keep(LATE, filed("A-2", "e-3"));
    sent();

    var step = new JdbcRepublication(database).publish(Instant.EPOCH, Place.BEGINNING, 100, LATE);

    assertThat(step.read()).isEqualTo(3);
    assertThat(step.published()).isEqualTo(1);
    assertThat(step.withoutContents()).isEqualTo(2);
    assertThat(column("select aggregateid from outbox")).containsExactly("A-2");
  }

  @Test
  void two_replicas_never_purge_the_same_case_and_leave_none() throws Exception {
    for (var number = 0; number < 60; number++) {
      keep(ACCEPTED, filed("B-" + number, "b-" + number));
    }
    sent();
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

  @ParameterizedTest
  @ValueSource(
      strings = {
        "update journal set purged_at = now()",
        "update journal set purged_at = now(), officer = null",
        "update journal set purged_at = now(), officer = null, data = '{\"unit\": \"D02\"}'",
        "update journal set purged_at = now(), officer = null, data = '{}', content_hash = ''",
        "update journal set data = '{}'",
        "delete from journal",
      })
  void they_go_as_a_whole_and_by_no_other_way(String otherWay) {
    assertThatThrownBy(() -> sql.update(otherWay)).hasMessageContaining("append-only");
  }

  @Test
  void what_is_gone_stays_as_it_is() {
    purge.purge(LIMIT, MANY);

    assertThatThrownBy(() -> sql.update("update journal set data = '{\"unit\": \"D02\"}'"))
        .hasMessageContaining("append-only");
    assertThatThrownBy(() -> sql.update("update journal set purged_at = null"))
        .hasMessageContaining("append-only");
  }

  @Test
  void nothing_of_the_last_half_year_goes_whatever_is_asked() {
    assertThatThrownBy(() -> column("select * from purge_journal(now() - interval '183 days', 10)"))
        .hasMessageContaining("184 days");
  }

  private List<Outcome> keep(Instant acceptedAt, CheckedEvent... events) {
    return journal.keep(List.of(new Lot("a client", List.of(events))), acceptedAt).getFirst();
  }

  /** As the relay leaves it. */
  private void sent() {
    sql.update("delete from outbox");
  }

  private List<String> units() {
    return journal.tenures(List.of("A-1")).getOrDefault("A-1", List.of()).stream()
        .map(Tenure::unit)
        .toList();
  }

  private static CheckedEvent filed(String caseId, String id) {
    return event(caseId, id, "case-filed", Map.of("unit", "D0101", "text", "虚构的内容"));
  }

  private static CheckedEvent event(
      String caseId, String id, String type, Map<String, Object> data) {
    return new CheckedEvent(
        new EventId("urn:precinct:test", id),
        type,
        Subject.ofCase(caseId),
        caseId,
        String.valueOf(data.getOrDefault("unit", "D0101")),
        "O1",
        ACCEPTED,
        null,
        new Posting("D0101", "station", false, "/D0101/"),
        HistoryMark.NONE,
        data,
        null,
        Map.of());
  }

  private List<String> column(String query) {
    return sql.query(query, row -> row.getString(1));
  }
}
