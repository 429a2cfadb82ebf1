package io.caseclock.e2e.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.caseclock.e2e.Suite;
import io.caseclock.local.ServiceKind;
import io.caseclock.local.ServiceProcess;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
    suite = Suite.start(directory.resolve("stack"), 1);
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
  }

  @AfterAll
  void stop() {
    suite.close();
  }

  @Test
  void notification_tells_breaches_and_issues_notices_again_each_once() throws Exception {
    lose(ServiceKind.NOTIFICATION);

    suite.until(reckoning::casesWithOneNotice, cases -> cases == CASES);
    assertThat(reckoning.casesToldOfTheBreachOnce()).isEqualTo(CASES);
  }

  @Test
  void the_monitor_finds_every_open_deadline_again_and_tells_nothing_twice() throws Exception {
    var open = OpenDeadlines.of(suite);

    lose(ServiceKind.MONITOR);

    suite.until(reckoning::notEvaluated, missing -> missing == 0);
    suite.until(() -> OpenDeadlines.of(suite), found -> found.equals(open));
    var report = suite.audit();
    assertThat(report.hasCompared()).isTrue();
    assertThat(report.differences()).isEmpty();
    assertThat(report.journal().differences()).isEmpty();
    assertThat(reckoning.casesWithOneNotice()).isEqualTo(CASES);
    assertThat(reckoning.casesToldOfTheBreachOnce()).isEqualTo(CASES);
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
      statement.execute("create schema " + schema + " authorization " + schema);
    }
    new Readers(suite).beginAgain(kind == ServiceKind.MONITOR ? "deadline-monitor" : kind.schema());
    services.forEach(ServiceProcess::restart);
  }
}
