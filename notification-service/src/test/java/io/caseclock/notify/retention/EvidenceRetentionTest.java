package io.caseclock.notify.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.caseclock.jdbc.Sql;
import io.caseclock.notify.Office;
import io.caseclock.retention.Purge;
import io.caseclock.retention.Purge.PurgedCase;
import io.caseclock.retention.jdbc.JdbcPurge;
import io.caseclock.testsupport.CaseTables;
import io.caseclock.testsupport.InfrastructureResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Notice N1 of case P1, closed in January 2020 with two files of evidence, the last thing that
 * happened to the case. The limit is the first of March 2020.
 */
@QuarkusTest
@WithTestResource(
    value = InfrastructureResource.class,
    initArgs = @ResourceArg(name = "schema", value = "notification"))
class EvidenceRetentionTest {

  private static final Instant LIMIT = Instant.parse("2020-03-01T00:00:00Z");
  private static final int MANY = 100;

  /** What goes of a case when evidence is kept long enough, and what stays, each for a reason. */
  private static final List<String> GOES = List.of("notice_evidence");

  private static final List<String> STAYS =
      List.of(
          "case_access",
          "case_level",
          "case_unit",
          "dead_letter",
          "delivery",
          "delivery_attempt",
          "escalation",
          "escalation_line",
          "known_fault",
          "legal_hold",
          "message",
          "message_recipient",
          "notice",
          "notice_fault",
          "notice_paper",
          "notice_step",
          "purged_evidence",
          "silence",
          "task",
          "task_entry");

  @Inject Office office;
  @Inject DataSource dataSource;
  @Inject Sql sql;

  private Purge purge;

  @BeforeEach
  void aCaseAtRest() {
    office.open();
    sql.update("truncate legal_hold, task, task_entry, dead_letter");
    purge = new JdbcPurge(sql, "purge_evidence");
    notice("N1", "P1", "2020-01-01Z");
    evidence("N1", 1);
    evidence("N1", 2);
    told("P1", "2020-01-01Z");
  }

  @Test
  void the_files_go_and_their_hashes_stay() {
    assertThat(purge.purge(LIMIT, MANY)).containsExactly(new PurgedCase("P1", 2));

    assertThat(files()).isEmpty();
    assertThat(
            sql.query(
                "select id || ' ' || sha256 from purged_evidence order by seq",
                row -> row.getString(1)))
        .containsExactly("N1-1 hash-1", "N1-2 hash-2");
    assertThat(sql.query("select state from notice", row -> row.getString(1)))
        .containsExactly("closed");
    assertThat(purge.purge(LIMIT, MANY)).isEmpty();
  }

  @Test
  void a_new_table_of_cases_goes_or_stays_by_a_decision() throws SQLException {
    assertThat(CaseTables.of(dataSource)).containsAll(GOES).hasSameElementsAs(union());
  }

  private static List<String> union() {
    return Stream.concat(GOES.stream(), STAYS.stream()).toList();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "insert into legal_hold (case_id, reason, placed_by, placed_at) values ('P1', 'x', 'x',"
            + " '2020-01-01Z')",
        "update notice set state = 'under-review'",
        "insert into notice_step (notice_id, seq, kind, at, by_name, by_role, text)"
            + " values ('N1', 1, 'closed', '2020-03-01Z', 'x', 'x', '')",
        "update message set at = '2020-03-01Z'",
        "update message set superseded_at = null",
        "update message set superseded_at = '2020-03-01Z'",
        "insert into known_fault (id, unit, case_id, type, event, noted_at)"
            + " values ('F', 'D0102', 'P1', 'x', '', '2020-01-01Z')",
        "insert into escalation (id, deadline_id, case_id, unit, route, opened_at, next_step,"
            + " repeats, state, version) values ('E', 'D', 'P1', 'D0102', '{}', '2020-01-01Z', 1,"
            + " 0, 'acknowledged', 1)",
        "insert into escalation (id, deadline_id, case_id, unit, route, opened_at, next_step,"
            + " repeats, state, version, ended_at) values ('E', 'D', 'P1', 'D0102', '{}',"
            + " '2020-01-01Z', 1, 0, 'ended', 1, '2020-03-01Z')",
        "insert into dead_letter (topic, partition_number, record_offset, fingerprint, reason,"
            + " detail, headers, case_id, put_at, tries, state) values ('t', 0, 0, '', 'bug', 'x',"
            + " '[]', 'P1', '2020-01-01Z', 1, 'open')",
        "insert into task (id, kind, definition, deadline_id, rule, unit, case_id, subject,"
            + " element, opened_at, state, seq) values ('T', 'x', 'H', 'D', 'x', 'D0102', 'P1',"
            + " 'x', 'x', '2020-01-01Z', 'open', 0)",
      })
  void a_case_that_is_held_open_or_not_long_enough_at_rest_keeps_its_evidence(String change) {
    sql.update("insert into task_definition (hash, body) values ('H', '') on conflict do nothing");

    sql.update(change);

    assertThat(purge.purge(LIMIT, MANY)).isEmpty();
    assertThat(files()).hasSize(2);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "insert into notice_step (notice_id, seq, kind, at, by_name, by_role, text) values ('N1',"
            + " 1, 'closed', timestamptz '2020-03-01Z' - interval '1us', 'x', 'x', '')",
        "update message set at = timestamptz '2020-03-01Z' - interval '1us'",
        "update notice set state = 'withdrawn'",
        "insert into legal_hold (case_id, reason, placed_by, placed_at, release_reason,"
            + " released_by, released_at) values ('P1', 'x', 'x', '2020-01-01Z', 'x', 'x',"
            + " '2026-01-01Z')",
        "insert into legal_hold (case_id, reason, placed_by, placed_at) values ('P2', 'x', 'x',"
            + " '2020-01-01Z')",
      })
  void a_case_that_is_just_long_enough_at_rest_loses_it(String change) {
    sql.update(change);

    assertThat(purge.purge(LIMIT, MANY)).hasSize(1);
    assertThat(files()).isEmpty();
  }

  @Test
  void another_notice_about_the_case_that_is_open_keeps_the_evidence_of_all() {
    notice("N2", "P1", "2020-01-02Z");
    sql.update("update notice set state = 'signed' where id = 'N2'");

    assertThat(purge.purge(LIMIT, MANY)).isEmpty();
  }

  @Test
  void a_notice_of_several_cases_waits_for_the_last_of_them() {
    fault("N1", 1, "P1");
    fault("N1", 2, "P2");
    sql.update(
        "insert into legal_hold (case_id, reason, placed_by, placed_at)"
            + " values ('P2', 'x', 'x', '2020-01-01Z')");

    assertThat(purge.purge(LIMIT, MANY)).isEmpty();

    sql.update(
        "update legal_hold set release_reason = 'x', released_by = 'x', released_at ="
            + " '2026-01-01Z'");
    assertThat(purge.purge(LIMIT, MANY))
        .containsExactly(new PurgedCase("P1", 2), new PurgedCase("P2", 2));
  }

  @Test
  void a_batch_takes_whole_notices_the_oldest_first() {
    notice("N0", "P0", "2019-01-01Z");
    evidence("N0", 1);

    assertThat(purge.purge(LIMIT, 1)).containsExactly(new PurgedCase("P0", 1));
    assertThat(purge.purge(LIMIT, 1)).containsExactly(new PurgedCase("P1", 2));
  }

  @Test
  void nothing_of_the_last_half_year_goes_whatever_is_asked() {
    assertThatThrownBy(
            () ->
                sql.query(
                    "select * from purge_evidence(now() - interval '183 days', 10)",
                    row -> row.getString(1)))
        .hasMessageContaining("184 days");
    sql.update("update message set at = now() - interval '183 days'");

    assertThat(purge.purge(Instant.now().plus(Duration.ofDays(1)), MANY)).isEmpty();
  }

  @Test
  void a_file_is_not_deleted_by_any_other_way() {
    assertThatThrownBy(() -> sql.update("delete from notice_evidence"))
        .hasMessageContaining("never changed");
    purge.purge(LIMIT, MANY);
    assertThatThrownBy(() -> sql.update("delete from purged_evidence"))
        .hasMessageContaining("never changed");
  }

  @Test
  void a_hold_is_not_answered_while_evidence_goes() throws SQLException {
    try (var deleting = dataSource.getConnection();
        var holding = dataSource.getConnection()) {
      deleting.setAutoCommit(false);
      holding.setAutoCommit(false);
      try (var purging = deleting.createStatement();
          var placing = holding.createStatement()) {
        purging.execute("select * from purge_evidence('2020-03-01Z', 10)");
        placing.execute("set local lock_timeout = '1ms'");

        assertThatThrownBy(
                () ->
                    placing.execute(
                        "insert into legal_hold (case_id, reason, placed_by, placed_at)"
                            + " values ('P1', 'x', 'x', '2020-01-01Z')"))
            .isInstanceOfSatisfying(
                SQLException.class,
                refused -> assertThat(refused.getSQLState()).isEqualTo("55P03"));
      } finally {
        holding.rollback();
        deleting.rollback();
      }
    }
    assertThat(files()).hasSize(2);
  }

  @Test
  void a_notice_that_somebody_works_on_is_left_to_the_next_time() throws SQLException {
    try (var working = dataSource.getConnection()) {
      working.setAutoCommit(false);
      try (var statement = working.createStatement()) {
        statement.execute("select 1 from notice where id = 'N1' for update");

        assertThat(purge.purge(LIMIT, MANY)).isEmpty();
      } finally {
        working.rollback();
      }
    }
    assertThat(purge.purge(LIMIT, MANY)).hasSize(1);
  }

  private List<String> files() {
    return sql.query("select id from notice_evidence order by id", row -> row.getString(1));
  }

  private void notice(String id, String caseId, String issuedAt) {
    sql.update(
        """
        insert into notice (id, kind, unit, year, serial, number, case_id, subject, element, rule, name_zh, name_en,
          severity, issued_at, state, version, document, sha256)
        values (?, 'rectification', 'D0102', 2020, ?, ?, ?, 'x', 'x', 'x', 'x', 'x', 'minor', ?::timestamptz, 'closed', 1, '', '')
        """,
        id,
        Integer.parseInt(id.substring(1)) + 1,
        id,
        caseId,
        issuedAt);
  }

  private void fault(String notice, int seq, String caseId) {
    sql.update(
        """
        insert into notice_fault (notice_id, seq, case_id, subject, element, rule, name_zh, name_en, severity, open)
        values (?, ?, ?, 'x', 'x', 'x', 'x', 'x', 'minor', false)
        """,
        notice,
        seq,
        caseId);
  }

  private void evidence(String notice, int seq) {
    sql.update(
        """
        insert into notice_evidence (id, notice_id, seq, name, media_type, size, sha256, content, by_name, by_role, at)
        values (?, ?, ?, 'x.txt', 'text/plain', 1, ?, 'x', 'x', 'officer', '2020-01-01Z')
        """,
        notice + "-" + seq,
        notice,
        seq,
        "hash-" + seq);
  }

  /** Of a breach that ended. */
  private void told(String caseId, String at) {
    sql.update(
        """
        insert into message (id, kind, unit, deadline_id, case_id, subject, title_zh, title_en, text_zh, text_en,
          severity, at, superseded_at, superseded_reason)
        values (?, 'breach', 'D0102', 'D', ?, 'x', 'x', 'x', 'x', 'x', 'minor', ?::timestamptz, ?::timestamptz, 'ended')
        """,
        "M-" + caseId,
        caseId,
        at,
        at);
  }
}
