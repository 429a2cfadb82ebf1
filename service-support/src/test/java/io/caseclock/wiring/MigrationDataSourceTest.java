package io.caseclock.wiring;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.runtime.configuration.ConfigurationException;
import java.lang.reflect.Proxy;
import java.net.ConnectException;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.flywaydb.core.api.FlywayException;
import org.junit.jupiter.api.Test;

class MigrationDataSourceTest {

  private static final String ANSWER = "FATAL: password authentication failed for user \"x\"";

  @Test
  void what_the_database_answers_is_told_in_one_line_and_has_no_cause() {
    var refused = new SQLException(ANSWER + "\nthere", "28P01");

    assertThatThrownBy(() -> new MigrationDataSource(failing(refused)).getConnection())
        .isInstanceOf(ConfigurationException.class)
        .hasMessage("quarkus.datasource gives no connection to migrate by: " + ANSWER + "\\nthere")
        .hasNoCause();
  }

  @Test
  void the_answer_is_found_behind_what_others_say_and_before_what_the_driver_met() {
    var answer =
        new SQLException("Connection to db:5432 refused.", new ConnectException("refused"));
    var told = new FlywayException("Unable to obtain\nconnection", new SQLException("it", answer));

    assertThatThrownBy(() -> new MigrationDataSource(failing(told)).getConnection())
        .hasMessageEndingWith("migrate by: Connection to db:5432 refused.")
        .hasNoCause();
  }

  @Test
  void what_is_no_refusal_of_the_database_goes_on_as_it_is() {
    var bug = new IllegalStateException("closed");

    assertThatThrownBy(() -> new MigrationDataSource(failing(bug)).getConnection()).isSameAs(bug);
  }

  private static DataSource failing(Exception failure) {
    return (DataSource)
        Proxy.newProxyInstance(
            DataSource.class.getClassLoader(),
            new Class<?>[] {DataSource.class},
            (proxy, method, arguments) -> {
              throw failure;
            });
  }
}
