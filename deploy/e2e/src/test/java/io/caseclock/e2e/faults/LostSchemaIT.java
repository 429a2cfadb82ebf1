package io.caseclock.e2e.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.caseclock.e2e.Roster;
import io.caseclock.e2e.Suite;
import io.caseclock.local.ServiceKind;
import io.caseclock.local.ServiceProcess;
import io.caseclock.local.StackOptions;
import io.caseclock.local.secret.LocalRole;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
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
  private static final String RESTRICTED = PREFIX + "0000";
  private static final String SIGNED = PREFIX + "0001";

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
    var notices = numbers();
    var lost = lose(ServiceKind.MONITOR);
    everyOpenDeadlineIsFoundAgain(open);
    tell("monitor", "%d open deadlines as before".formatted(open.size()), lost);
    eachIsToldOnce();
    assertThat(numbers()).isEqualTo(notices);

    aCaseIsRestrictedAndOpenedInNeed();
    somebodySigns();
    lost = lose(ServiceKind.NOTIFICATION);
    suite.until(reckoning::casesWithOneNotice, cases -> cases == CASES);
    suite.until(reckoning::casesToldOfTheBreachOnce, cases -> cases == CASES);
    whoMaySeeTheCaseIsKnown();
    tell("notification", "%d notices, 1 level, 1 access".formatted(numbers().size()), lost);
    eachIsToldOnce();
    suite.until(this::accessesTold, told -> told == 1);
    assertThat(List.copyOf(numbers().values()))
        .as("numbered from 1 again")
        .containsExactlyInAnyOrderElementsOf(notices.values());
    assertThat(state(SIGNED)).as("what somebody did to a notice").isNotEqualTo("signed");
    Aftermath.nothingIsComputedOtherwise(suite);
  }

  private long accessesKnown() {
    return suite.count(
        "select count(*) from notification.case_access where case_id = ?", RESTRICTED);
  }

  private static void tell(String schema, String found, long lost) {
    System.out.printf(
        "Schema of the %s lost: %s after %.1f s%n",
        schema, found, Trial.seconds(Duration.ofNanos(System.nanoTime() - lost)));
  }

  private void aCaseIsRestrictedAndOpenedInNeed() {
    assertThat(suite.setLevel(RESTRICTED, "restricted").status()).isEqualTo(200);
    suite.until(() -> suite.openInNeed(RESTRICTED), opened -> opened.status() == 201);
    suite.until(this::accessesTold, messages -> messages == 1);
    whoMaySeeTheCaseIsKnown();
  }

  /** The prosecutor whom no deadline names does not; one account has opened it. */
  private void whoMaySeeTheCaseIsKnown() {
    suite.until(() -> seenByTheProsecutor(RESTRICTED), notices -> notices == 0);
    suite.until(() -> seenByTheProsecutor(SIGNED), notices -> notices == 1);
    suite.until(this::accessesKnown, accesses -> accesses == 1);
  }

  private long seenByTheProsecutor(String caseId) {
    var path = "/api/v1/notices?text=" + caseId;
    return suite.all(LocalRole.PROSECUTOR, null, path, "notices").size();
  }

  private int accessesTold() {
    return suite.letters(Roster.SUPERVISOR, "finding", RESTRICTED).size();
  }

  private void somebodySigns() {
    var id = suite.notices(SIGNED).getFirst().path("id").asText();
    var path = "/api/v1/notices/" + id + "/sign";
    assertThat(suite.act(LocalRole.OFFICER, Roster.OFFICER, path, Map.of()).status())
        .isEqualTo(200);
    assertThat(state(SIGNED)).isEqualTo("signed");
  }

  private String state(String caseId) {
    return suite.notices(caseId).getFirst().path("state").asText();
  }

  /** The number of each notice by its case. */
  private Map<String, String> numbers() {
    Map<String, String> numbers = new TreeMap<>();
    for (var notice : suite.all(LocalRole.SUPERVISOR, null, "/api/v1/notices", "notices")) {
      numbers.put(notice.path("caseId").asText(), notice.path("number").asText());
    }
    return numbers;
  }

  private void everyOpenDeadlineIsFoundAgain(Set<String> open) {
    suite.until(reckoning::notEvaluated, missing -> missing == 0);
    suite.until(() -> difference(open, OpenDeadlines.of(suite)), Set::isEmpty);
    Aftermath.nothingIsComputedOtherwise(suite);
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

  /**
   * The service finds an empty schema, and reads what Kafka still has from its beginning.
   *
   * @return when it is started again, as {@link System#nanoTime} tells it
   */
  private long lose(ServiceKind kind)
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
    var began = System.nanoTime();
    services.forEach(ServiceProcess::restart);
    return began;
  }
}
