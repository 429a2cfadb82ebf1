package io.caseclock.intake.journal.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.caseclock.contract.EventId;
import io.caseclock.contract.Subject;
import io.caseclock.intake.journal.CheckedEvent;
import io.caseclock.intake.journal.HistoryMark;
import io.caseclock.intake.journal.Lot;
import io.caseclock.intake.journal.Outcome;
import io.caseclock.intake.source.QuotaDays;
import io.caseclock.jdbc.Sql;
import io.caseclock.ownership.OwnershipRules;
import io.caseclock.rest.Problems;
import io.caseclock.testsupport.TestDatabase;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postgresql.ds.PGSimpleDataSource;

class JournalTablesTest {

  private static final Instant NOW = Instant.parse("2026-03-02T01:30:00.123456Z");

  private static DataSource database;

  @BeforeAll
  static void migrate() {
    database = TestDatabase.withSchema("intake").dataSource();
    Flyway.configure().dataSource(database).locations("db/shared", "db/migration").load().migrate();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "update journal set unit = 'D02'",
        "delete from journal",
        "truncate journal cascade",
        "update event_conflict set found_at = found_at",
        "delete from event_conflict"
      })
  void the_journal_only_grows(String change) throws SQLException {
    keep(List.of(event("e-" + change.length(), "O1")));
    keep(List.of(event("e-" + change.length(), "O2")));

    try (var connection = database.getConnection();
        var statement = connection.createStatement()) {
      assertThatThrownBy(() -> statement.execute(change))
          .isInstanceOf(SQLException.class)
          .hasMessageContaining("append-only");
    }
  }

  @Test
  void two_replicas_that_are_sent_the_same_batch_accept_each_event_once()
      throws ExecutionException, InterruptedException, SQLException {
    var batch = IntStream.range(0, 300).mapToObj(i -> event("same-" + i, "O1")).toList();

    List<Outcome> outcomes = new ArrayList<>();
    try (var senders = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<List<Outcome>>> sent = new ArrayList<>();
      for (var replica = 0; replica < 4; replica++) {
        sent.add(senders.submit(() -> keep(batch)));
      }
      for (var each : sent) {
        outcomes.addAll(each.get());
      }
    }

    assertThat(outcomes).filteredOn(Outcome.Accepted.class::isInstance).hasSize(300);
    assertThat(outcomes).filteredOn(Outcome.Duplicate.class::isInstance).hasSize(900);
    assertThat(count("select count(*) from journal where event_id like 'same-%'")).isEqualTo(300);
    assertThat(count("select count(*) from outbox where headers->>'ce_id' like 'same-%'"))
        .isEqualTo(300);
  }

  @Test
  void of_events_that_are_kept_together_the_one_before_was_accepted_first() throws SQLException {
    var outcomes = keep(List.of(event("z", "O1"), event("y", "O1"), event("x", "O1")));

    assertThat(outcomes)
        .extracting(outcome -> ((Outcome.Accepted) outcome).acceptedAt())
        .containsExactly(NOW.minus(2, ChronoUnit.MICROS), NOW.minus(1, ChronoUnit.MICROS), NOW);
    assertThat(
            count(
                "select count(*) from journal a join journal b on a.seq < b.seq"
                    + " and a.accepted_at < b.accepted_at"
                    + " where a.event_id in ('z', 'y') and b.event_id in ('y', 'x')"))
        .isEqualTo(3);
  }

  @Test
  void a_database_that_is_away_is_a_passing_fault() {
    var nowhere = new PGSimpleDataSource();
    nowhere.setUrl("jdbc:postgresql://127.0.0.1:1/nowhere");

    assertThatThrownBy(() -> keep(nowhere, List.of(event("a", "O1"))))
        .matches(Problems::isTransient, "is answered with 503");
  }

  @Test
  void nothing_is_kept_where_the_outbox_does_not_take_it() throws SQLException {
    execute("alter table outbox add constraint refusing check (aggregateid <> 'A-refused')");
    var event = event("half-done", "O1", "A-refused");

    assertThatThrownBy(() -> keep(List.of(event))).isInstanceOf(Sql.DatabaseException.class);

    assertThat(count("select count(*) from journal where event_id = 'half-done'")).isZero();
    execute("alter table outbox drop constraint refusing");
  }

  private static List<Outcome> keep(List<CheckedEvent> events) {
    return keep(database, events);
  }

  private static List<Outcome> keep(DataSource database, List<CheckedEvent> events) {
    var days = new QuotaDays(ZoneId.of("Asia/Shanghai"));
    return new JdbcJournal(database, OwnershipRules.NONE, days)
        .keep(List.of(new Lot("a client", events)), NOW)
        .getFirst();
  }

  private static void execute(String sql) throws SQLException {
    try (var connection = database.getConnection();
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static long count(String sql) throws SQLException {
    try (var connection = database.getConnection();
        var statement = connection.createStatement();
        var rows = statement.executeQuery(sql)) {
      assertThat(rows.next()).isTrue();
      return rows.getLong(1);
    }
  }

  private static CheckedEvent event(String id, String officer) {
    return event(id, officer, "A-1");
  }

  private static CheckedEvent event(String id, String officer, String caseId) {
    return new CheckedEvent(
        new EventId("urn:precinct:test", id),
        "case-filed",
        Subject.ofCase(caseId),
        caseId,
        "D0101",
        officer,
        NOW,
        null,
        null,
        HistoryMark.NONE,
        Map.of("unit", "D0101", "officer", officer),
        null,
        Map.of());
  }
}
