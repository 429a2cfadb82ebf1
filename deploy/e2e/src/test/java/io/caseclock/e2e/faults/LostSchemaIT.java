package io.caseclock.e2e.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.caseclock.e2e.Suite;
import io.caseclock.local.ServiceKind;
import io.caseclock.local.ServiceProcess;
import io.caseclock.local.StackOptions;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * The schema of one service is lost and there is no backup: what Kafka and the other services hold
 * brings back what docs/operations.md promises.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LostSchemaIT {

  private static final int CASES = 8;
  private static final String PREFIX = "A99LOST";

  private Suite suite;
  private Reckoning reckoning;

  @BeforeAll
  void casesThatAreOverdue(@TempDir Path directory) {
    suite = Suite.start(directory.resolve("stack"), StackOptions::waitingForTheDisk);
    reckoning = new Reckoning(suite, PREFIX);
    List<Map<String, Object>> events = new ArrayList<>();
    for (var number = 0; number < CASES; number++) {
      var caseId = PREFIX + "%04d".formatted(number);
      events.add(suite.event(caseId, "case-filed", "case/" + caseId, Map.of()));
    }
    suite.until(() -> suite.post(events), answer -> answer.status() == 200);
    suite.until(reckoning::notEvaluated, missing -> missing == 0);
    suite.fastForward(Duration.ofDays(45));
    suite.until(reckoning::casesWithOneNotice, cases -> cases == CASES);
    suite.until(this::noticesToSign, notices -> notices == CASES);
  }

  /** The monitor has heard of the notices, so that nothing more opens. */
  private long noticesToSign() {
    return OpenDeadlines.of(suite).stream()
        .filter(line -> line.contains(" notice-signing running "))
        .count();
  }

  @AfterAll
  void stop() {
    suite.close();
  }

  @Test
  void each_comes_back_as_promised_from_what_the_others_hold() throws Exception {
    var open = OpenDeadlines.of(suite);
    lose(ServiceKind.MONITOR);
    everyOpenDeadlineIsFoundAgain(open);
    eachIsToldOnce();

    lose(ServiceKind.NOTIFICATION);
    suite.until(reckoning::casesWithOneNotice, cases -> cases == CASES);
    eachIsToldOnce();
  }

  private void everyOpenDeadlineIsFoundAgain(Set<String> open) {
    suite.until(reckoning::notEvaluated, missing -> missing == 0);
    suite.until(() -> difference(open, OpenDeadlines.of(suite)), Set::isEmpty);
    var report = suite.audit();
    assertThat(report.hasCompared()).isTrue();
    assertThat(report.differences()).isEmpty();
    assertThat(report.journal().differences()).isEmpty();
    assertThat(report.journal().refused()).isEmpty();
  }

  private void eachIsToldOnce() {
    assertThat(reckoning.casesWithOneNotice()).isEqualTo(CASES);
    assertThat(reckoning.casesToldOfTheBreachOnce()).isEqualTo(CASES);
  }

  /** What only one of them has. */
  private static Set<String> difference(Set<String> one, Set<String> other) {
    Set<String> only = new TreeSet<>(one);
    only.removeAll(other);
    other.stream().filter(line -> !one.contains(line)).forEach(only::add);
    return only;
  }

  /** The service finds an empty schema, and reads what Kafka still has from its beginning. */
  private void lose(ServiceKind kind)
      throws SQLException, ExecutionException, InterruptedException {
    var services =
        suite.stack().services().stream()
            .filter(one -> one.name().startsWith(kind.schema()))
            .toList();
    services.forEach(ServiceProcess::stop);
    try (var connection = suite.stack().postgres().superuser("caseclock").getConnection();
        var statement = connection.createStatement()) {
      var schema = kind.schema();
      statement.execute("drop schema " + schema + " cascade");
      statement.execute("create schema %1$s authorization %1$s_migration".formatted(schema));
      statement.execute("grant usage on schema %1$s to %1$s".formatted(schema));
      var defaults =
          "alter default privileges for role %1$s_migration in schema %1$s grant "
              .formatted(schema);
      statement.execute(defaults + "select, insert, update, delete on tables to " + schema);
      statement.execute(defaults + "usage on sequences to " + schema);
    }
    new Readers(suite).beginAgain(kind == ServiceKind.MONITOR ? "deadline-monitor" : kind.schema());
    services.forEach(ServiceProcess::restart);
  }
}
