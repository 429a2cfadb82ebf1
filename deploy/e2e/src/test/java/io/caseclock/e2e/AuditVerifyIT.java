package io.caseclock.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.caseclock.chain.Fault;
import io.caseclock.local.ServiceKind;
import io.caseclock.local.audit.ServiceClient;
import io.caseclock.local.secret.LocalRole;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The command as somebody types it who proves the logs of services that go on running. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@ExtendWith(SharedSuite.class)
class AuditVerifyIT {

  private static final int LOOKS = 3;

  private static final String SECOND_OF_A_DAY =
      "select day, number from %s.audit_log where number = 2 order by day limit 1";

  private static final String CHANGE =
      "update %s.audit_log set status = status + ? where day = ? and number = ?";

  @TempDir private Path folder;
  private Suite suite;

  private record Entry(ServiceKind service, LocalDate day, int number) {}

  @BeforeAll
  void somebodyLooksAtCases(Suite shared) {
    suite = shared;
    var token = suite.stack().token(LocalRole.ADMINISTRATOR);
    for (var service : ServiceKind.values()) {
      var client = new ServiceClient(suite.stack().service(service).baseUrl(), token);
      for (var look = 0; look < LOOKS; look++) {
        client.knows("/api/v1/cases/A9901000000000%d/legal-hold".formatted(901 + look));
      }
    }
    suite.until(
        suite::auditChains,
        chains -> chains.values().stream().allMatch(chain -> chain.entries() >= LOOKS));
  }

  @Test
  void running_services_have_whole_logs_and_an_entry_that_the_superuser_changes_is_named()
      throws Exception {
    allAreWhole();
    for (var service : ServiceKind.values()) {
      var entry = secondOfADay(service);
      change(entry, 1);
      try {
        isNamed(entry);
      } finally {
        change(entry, -1);
      }
    }
    allAreWhole();
  }

  private void allAreWhole() throws IOException, InterruptedException {
    var run = verify();

    assertThat(run.exit()).as(run.said()).isZero();
    assertThat(run.said().lines().filter(line -> line.contains(" entries")))
        .hasSize(ServiceKind.values().length)
        .noneMatch(line -> line.contains(" 0 "));
    assertThat(run.said()).contains("Whole: no entry was changed").doesNotContain("BROKEN");
  }

  private void isNamed(Entry entry) throws IOException, InterruptedException {
    var run = verify();

    assertThat(run.exit()).as(run.said()).isEqualTo(1);
    var lines = run.said().lines().toList();
    assertThat(lines)
        .filteredOn(line -> line.contains("BROKEN"))
        .singleElement()
        .asString()
        .contains("BROKEN  " + entry.day(), "number " + entry.number() + ": ")
        .endsWith(Fault.CHANGED.en());
    var broken = lines.stream().filter(line -> line.contains("BROKEN")).findFirst().orElseThrow();
    assertThat(lines.subList(0, lines.indexOf(broken)).reversed())
        .filteredOn(line -> line.startsWith("http"))
        .first()
        .asString()
        .as("the log that it stands in")
        .startsWith(url(entry.service()));
    assertThat(run.said()).contains("Not whole: 1 of 3 audit logs are broken.");
  }

  private JavaProgram verify() throws IOException, InterruptedException {
    var token = suite.stack().token(LocalRole.ADMINISTRATOR);
    var file = Files.writeString(folder.resolve("token"), token);
    List<String> typed = new ArrayList<>(List.of("audit", "verify", "--token-file=" + file));
    Arrays.stream(ServiceKind.values()).map(this::url).forEach(typed::add);
    var launcher = Suite.repository().resolve("deploy/local/target/local-stack.jar");
    return JavaProgram.run(folder, launcher, typed);
  }

  private String url(ServiceKind service) {
    return suite.stack().service(service).baseUrl() + "/";
  }

  private Entry secondOfADay(ServiceKind service) throws SQLException {
    try (var connection = superuser();
        var statement = connection.createStatement();
        var rows = statement.executeQuery(SECOND_OF_A_DAY.formatted(service.schema()))) {
      assertThat(rows.next()).isTrue();
      return new Entry(service, rows.getObject(1, LocalDate.class), rows.getInt(2));
    }
  }

  /** Beside the triggers, which let nobody change an entry. */
  private void change(Entry entry, int by) throws SQLException {
    try (var connection = superuser();
        var statement = connection.createStatement();
        var update = connection.prepareStatement(CHANGE.formatted(entry.service().schema()))) {
      statement.execute("set session_replication_role = replica");
      update.setInt(1, by);
      update.setObject(2, entry.day());
      update.setInt(3, entry.number());
      assertThat(update.executeUpdate()).isEqualTo(1);
    }
  }

  private Connection superuser() throws SQLException {
    return suite.stack().postgres().superuser("caseclock").getConnection();
  }
}
