package io.caseclock.monitor.scaling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.caseclock.monitor.MonitorDatabase;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The tables of the monitor and the script that spreads them, by the rules of Citus, without it.
 */
class CitusScriptTest {

  private static final Path SCRIPT = Path.of("../deploy/citus/monitor.sql");

  /** What the script calls of Citus; it only notes what it is called for. */
  private static final String CITUS =
      """
      create schema citus;
      create table citus.pg_dist_partition (logicalrelid regclass primary key, way text);
      create function citus.create_reference_table(one regclass) returns void language sql
        as $$ insert into citus.pg_dist_partition values (one, 'reference') $$;
      create function citus.create_distributed_table(one regclass, by text) returns void
        language sql as $$ insert into citus.pg_dist_partition values (one, by) $$;
      set search_path = public, citus;
      """;

  private Connection connection;

  @BeforeEach
  void aDatabaseOfTheMonitor() throws SQLException {
    connection = MonitorDatabase.fresh().getConnection();
    run(CITUS);
  }

  @AfterEach
  void close() throws SQLException {
    connection.close();
  }

  @Test
  void it_spreads_by_case_what_is_kept_by_case() throws Exception {
    run(script());

    assertThat(spread("case_id"))
        .containsAll(
            texts(
                """
                select c.relname from pg_class c
                where pg_get_partkeydef(c.oid) = 'HASH (case_id)'
                """))
        .contains("deadline", "prediction");
    assertThat(spread("reference")).contains("unit", "officer_post").doesNotContain("outbox");
  }

  @Test
  void it_leaves_alone_what_is_spread_already() throws Exception {
    run(script());
    run("drop table spread");

    run(script());

    assertThat(spread("case_id")).contains("deadline");
  }

  @Test
  void a_new_table_has_to_be_named_before_it_runs_again() throws Exception {
    run("create table newcomer (case_id text primary key)");
    var script = script();

    assertThatThrownBy(() -> run(script)).hasMessageContaining("newcomer");
    assertThat(spread("case_id")).isEmpty();
  }

  @Test
  void a_table_that_is_gone_may_not_be_named() throws Exception {
    run("drop table prediction");
    var script = script();

    assertThatThrownBy(() -> run(script)).hasMessageContaining("prediction");
  }

  @ParameterizedTest
  @EnumSource(CitusRule.class)
  void the_tables_keep_every_rule_of_citus(CitusRule rule) throws Exception {
    run(script());

    assertThat(texts(rule.brokenBy())).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(CitusRule.class)
  void whatever_breaks_a_rule_is_found(CitusRule rule) throws Exception {
    run(script());

    run(rule.spoiler());

    assertThat(texts(rule.brokenBy())).isNotEmpty();
  }

  private List<String> spread(String way) throws SQLException {
    return texts(
        "select logicalrelid::text from pg_dist_partition where way = '" + way + "' order by 1");
  }

  private List<String> texts(String query) throws SQLException {
    List<String> texts = new ArrayList<>();
    try (var statement = connection.createStatement();
        var rows = statement.executeQuery(query)) {
      while (rows.next()) {
        texts.add(rows.getString(1));
      }
    }
    return texts;
  }

  private void run(String statements) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute(statements);
    }
  }

  private static String script() throws IOException {
    return Files.readString(SCRIPT, StandardCharsets.UTF_8);
  }
}
