package io.caseclock.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProblemsTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "08001", "08006", "53100", "53300", "57P01", "57P03", "40001", "40P01", "25006", "58030"
      })
  void a_database_that_is_away_passes(String state) {
    assertThat(Problems.isTransient(wrapped(new SQLException("away", state)))).isTrue();
  }

  @Test
  void a_pool_that_gives_no_connection_in_time_passes() {
    var timeout = new SQLException("Acquisition timeout while waiting for new connection");

    assertThat(Problems.isTransient(wrapped(timeout))).isTrue();
    assertThat(Problems.isTransient(wrapped(new SQLTransientConnectionException("none")))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"23505", "42601", "22P05", "57014", "25001", "58P01"})
  void a_statement_that_is_wrong_does_not_pass(String state) {
    assertThat(Problems.isTransient(wrapped(new SQLException("wrong", state)))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"22021", "22008", "22003", "22P02"})
  void a_value_that_the_database_refuses_came_from_the_caller(String state) {
    assertThat(Problems.isRefusedValue(wrapped(new SQLException("wrong", state)))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"23505", "42601", "08006", "2"})
  void what_else_the_database_refuses_did_not(String state) {
    assertThat(Problems.isRefusedValue(wrapped(new SQLException("wrong", state)))).isFalse();
    assertThat(Problems.isRefusedValue(new IllegalStateException("a bug"))).isFalse();
  }

  @Test
  void whatever_the_reader_of_forms_throws_came_from_the_caller() {
    var thrown = new IllegalArgumentException("cannot decode");
    thrown.setStackTrace(
        new StackTraceElement[] {
          new StackTraceElement(
              "org.jboss.resteasy.reactive.server.core.multipart.FormEncodedDataDefinition",
              "parse",
              null,
              -1)
        });

    assertThat(Problems.isUnreadableForm(thrown)).isTrue();
    assertThat(Problems.isUnreadableForm(wrapped(thrown))).isTrue();
    assertThat(Problems.isUnreadableForm(new IllegalArgumentException("a bug"))).isFalse();
  }

  @Test
  void a_fault_without_a_state_does_not_pass() {
    assertThat(Problems.isTransient(wrapped(new SQLException("something else")))).isFalse();
    assertThat(Problems.isTransient(new IllegalStateException("a bug"))).isFalse();
  }

  private static Throwable wrapped(Throwable cause) {
    return new IllegalStateException("the journal cannot be read", cause);
  }
}
