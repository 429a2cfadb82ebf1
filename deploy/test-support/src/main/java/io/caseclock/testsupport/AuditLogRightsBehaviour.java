package io.caseclock.testsupport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What PostgreSQL lets the role of a service do with the audit log and with legal holds, where
 * another role migrates. The service's test gives {@link InfrastructureResource} the argument
 * {@code owner=other}.
 */
public abstract class AuditLogRightsBehaviour {

  private static final String INSUFFICIENT_PRIVILEGE = "42501";
  private static final String LOCK_NOT_AVAILABLE = "55P03";

  /** What the service itself has its connections from. */
  protected abstract DataSource database();

  /** Where the service listens on the loopback address. */
  protected abstract int port();

  @Test
  void the_service_is_not_the_owner_and_cannot_become_it() throws SQLException {
    try (var connection = database().getConnection()) {
      assertThat(
              text(
                  connection,
                  "select count(*) from pg_tables where schemaname = current_schema()"
                      + " and tablename like 'audit_log%' and tableowner <> current_user"
                      + " and not pg_has_role(current_user, tableowner::name, 'member')"))
          .isEqualTo("2");
      assertThat(text(connection, "show is_superuser")).isEqualTo("off");
    }
  }

  @Test
  void the_service_writes_entries_and_reads_them() {
    var auditor = new RawHttp(port(), TestTokens.of("auditor").unit("D01").sign());
    var request = UUID.randomUUID().toString();

    assertThat(
            auditor
                .send("GET /api/v1/audit-log", "Accept: text/csv", "X-Request-Id: " + request)
                .status())
        .isEqualTo(200);

    await().untilAsserted(() -> assertThat(entries(request)).isEqualTo("1"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "update audit_log set status = 200",
        "delete from audit_log",
        "truncate audit_log",
        "select id from audit_log for update",
        "drop table audit_log",
        "alter table audit_log drop constraint chained_or_not",
        "alter table audit_log disable trigger keep_the_audit_log",
        "alter table audit_log disable trigger user",
        "alter table audit_log owner to current_user",
        "drop trigger keep_the_audit_log on audit_log",
        "create rule lose as on insert to audit_log do instead nothing",
        "create trigger lose before insert on audit_log execute function keep_the_audit_log()",
        "delete from audit_log_day",
        "truncate audit_log_day",
        "drop table audit_log_day",
        "alter table audit_log_day disable trigger user",
        "create rule lose as on update to audit_log_day do instead nothing",
        "create or replace function keep_the_audit_log() returns trigger language plpgsql"
            + " as 'begin return new; end'",
        "alter function forget_the_audit_log(timestamptz, integer) security invoker",
        "create table audit_log_2 (id int)",
        "delete from legal_hold",
        "truncate legal_hold",
        "alter table legal_hold disable trigger user",
        "delete from flyway_schema_history",
        "update flyway_schema_history set success = false",
        "set session_replication_role = replica",
      })
  void postgresql_refuses_the_service(String statement) throws SQLException {
    try (var connection = database().getConnection()) {
      assertThatThrownBy(() -> run(connection, statement))
          .isInstanceOfSatisfying(
              SQLException.class,
              refused -> assertThat(refused.getSQLState()).isEqualTo(INSUFFICIENT_PRIVILEGE));
    }
  }

  @Test
  void the_head_of_a_day_only_grows() throws SQLException {
    undone(
        connection -> {
          threeOldEntries(connection);
          run(connection, "update audit_log_day set entries = 3 where day = '2020-01-01'");
          assertThatThrownBy(() -> run(connection, "update audit_log_day set last = ''"))
              .hasMessageContaining("only appended to");
        });
  }

  @Test
  void none_of_the_last_half_year_is_forgotten() throws SQLException {
    try (var connection = database().getConnection()) {
      assertThatThrownBy(() -> forget(connection, "now() - interval '183 days'"))
          .hasMessageContaining("none of the last 184 days");
    }
  }

  @Test
  void what_is_older_is_forgotten_and_its_head_stays() throws SQLException {
    undone(
        connection -> {
          threeOldEntries(connection);

          assertThat(forget(connection, "'2020-01-02T00:00:00Z'")).isEqualTo("3");
          assertThat(text(connection, "select count(*) from audit_log where at < '2020-01-03Z'"))
              .isEqualTo("0");
          assertThat(text(connection, "select entries from audit_log_day where day = '2020-01-01'"))
              .isEqualTo("2");
        });
  }

  @Test
  void an_old_entry_about_a_case_under_legal_hold_stays_with_its_day() throws SQLException {
    undone(
        connection -> {
          threeOldEntries(connection);
          hold(connection, "A-OUTSIDE");
          hold(connection, "A-CHAINED");

          assertThat(forget(connection, "'2020-01-02T00:00:00Z'")).isEqualTo("0");

          run(
              connection,
              "update legal_hold set release_reason = 'x', released_by = 'x',"
                  + " released_at = '2020-02-02Z' where case_id = 'A-CHAINED'");
          assertThat(forget(connection, "'2020-01-02T00:00:00Z'")).isEqualTo("2");
        });
  }

  @Test
  void a_hold_is_not_answered_while_something_is_forgotten() throws SQLException {
    undone(
        connection -> {
          forget(connection, "'2020-01-02T00:00:00Z'");

          try (var other = database().getConnection()) {
            other.setAutoCommit(false);
            run(other, "set local lock_timeout = '1ms'");
            assertThatThrownBy(() -> hold(other, "A-LATE"))
                .isInstanceOfSatisfying(
                    SQLException.class,
                    refused -> assertThat(refused.getSQLState()).isEqualTo(LOCK_NOT_AVAILABLE));
            other.rollback();
          }
        });
  }

  @Test
  void a_hold_is_released_once_and_nothing_else_of_it_changes() throws SQLException {
    for (var change :
        List.of(
            "reason = 'y'",
            "case_id = 'A-OTHER'",
            "release_reason = 'x', released_by = 'x', released_at = placed_at, reason = 'y'")) {
      undone(
          connection -> {
            hold(connection, "A-HELD");
            assertThatThrownBy(
                    () ->
                        run(
                            connection,
                            "update legal_hold set " + change + " where case_id = 'A-HELD'"))
                .hasMessageContaining("placed and released");
          });
    }
  }

  @Test
  void a_temporary_table_does_not_stand_in_for_the_log() throws SQLException {
    undone(
        connection -> {
          threeOldEntries(connection);
          run(connection, "create temporary table audit_log (like audit_log)");
          run(connection, "create temporary table audit_log_day (like audit_log_day)");

          assertThat(forget(connection, "'2020-01-02T00:00:00Z'")).isEqualTo("3");
        });
  }

  private String entries(String request) throws SQLException {
    try (var connection = database().getConnection()) {
      return text(
          connection, "select count(*) from audit_log where request_id = '" + request + "'");
    }
  }

  /** One outside the chain and a day of two, which is not the newest. */
  private static void threeOldEntries(Connection connection) throws SQLException {
    run(
        connection,
        """
        insert into audit_log (at, roles, operation, ids, status, request_id, day, number, hash)
        values ('2020-01-01T01:00:00Z', '{}', 'x', '{"caseId": "A-OUTSIDE"}', 200, 'x', null, null, null),
               ('2020-01-01T02:00:00Z', '{}', 'x', '{"caseId": "A-CHAINED"}', 200, 'x', '2020-01-01', 1, ''),
               ('2020-01-01T03:00:00Z', '{}', 'x', '{}', 200, 'x', '2020-01-01', 2, '')
        """);
    run(
        connection,
        "insert into audit_log_day (day, entries, follows, last)"
            + " values ('2020-01-01', 2, '', ''), ('2020-01-02', 1, '', '')");
  }

  private static void hold(Connection connection, String caseId) throws SQLException {
    run(
        connection,
        "insert into legal_hold (case_id, reason, placed_by, placed_at) values ('"
            + caseId
            + "', 'x', 'x', '2020-02-01Z')");
  }

  private static String forget(Connection connection, String olderThan) throws SQLException {
    return text(connection, "select forget_the_audit_log(" + olderThan + ", 100)");
  }

  @FunctionalInterface
  private interface Work {
    void on(Connection connection) throws SQLException;
  }

  /** In a transaction that leaves nothing behind. */
  private void undone(Work work) throws SQLException {
    try (var connection = database().getConnection()) {
      connection.setAutoCommit(false);
      try {
        work.on(connection);
      } finally {
        connection.rollback();
      }
    }
  }

  private static void run(Connection connection, String sql) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static String text(Connection connection, String query) throws SQLException {
    try (var statement = connection.createStatement();
        var rows = statement.executeQuery(query)) {
      assertThat(rows.next()).isTrue();
      return String.valueOf(rows.getString(1));
    }
  }
}
