package io.caseclock.e2e.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.caseclock.e2e.Suite;
import io.caseclock.local.ServiceProcess;
import io.caseclock.local.StackOptions;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * The database is lost, and a backup from before the newest events is put in its place: the steps
 * of the rehearsal in docs/operations.md, one by one.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RestoreIT {

  private static final int CASES = 60;
  private static final int CASES_PER_BATCH = 20;
  private static final String BEFORE = "A99BEFORE";
  private static final String AFTER = "A99AFTER";

  private Suite suite;
  private Path folder;

  @BeforeAll
  void aSuite(@TempDir Path directory) {
    folder = directory;
    suite = Suite.start(directory.resolve("stack"), StackOptions::waitingForTheDisk);
  }

  @AfterAll
  void stop() {
    suite.close();
  }

  @Test
  void a_backup_and_the_records_on_kafka_bring_back_every_open_deadline() throws Exception {
    post(batches(BEFORE));
    var backup = BaseBackup.of(suite.stack().postgres(), folder.resolve("backup"));
    var lost = batches(AFTER);
    post(lost);
    var open = OpenDeadlines.of(suite);

    suite.stack().services().forEach(ServiceProcess::stop);
    suite.stack().postgres().stop();
    backup.inPlaceOf(suite.stack().postgres());
    var began = System.nanoTime();
    suite.stack().postgres().restart();
    assertThat(OpenDeadlines.of(suite)).isNotEqualTo(open).isSubsetOf(open);
    new Readers(suite).beginAgain("");
    suite.stack().services().forEach(ServiceProcess::restart);
    suite.until(() -> OpenDeadlines.of(suite), now -> now.equals(open));
    var restored = Duration.ofNanos(System.nanoTime() - began);

    System.out.printf(
        "Restore: %d open deadlines, as before after %.1f s%n",
        open.size(), restored.toMillis() / 1000.0);
    sendersRepeat(lost);
    nothingIsComputedOtherwise();
    eachCaseIsWarnedOfOnce();
  }

  /**
   * What intake had accepted since is unknown to it again, and is no other event to the monitor.
   */
  private void sendersRepeat(List<List<Map<String, Object>>> batches) {
    post(batches);
    assertThat(new Reckoning(suite, AFTER).casesWithTheirDeadline()).isEqualTo(CASES);
  }

  private void nothingIsComputedOtherwise() {
    var report = suite.audit();

    assertThat(report.hasCompared()).isTrue();
    assertThat(report.differences()).isEmpty();
    assertThat(report.journal().differences()).isEmpty();
    assertThat(report.journal().refused()).isEmpty();
  }

  private void eachCaseIsWarnedOfOnce() {
    suite.fastForward(Duration.ofDays(28));
    for (var prefix : List.of(BEFORE, AFTER)) {
      var reckoning = new Reckoning(suite, prefix);
      suite.until(reckoning::casesWarnedOnce, cases -> cases == CASES);
      assertThat(reckoning.casesWarnedTwice()).isZero();
    }
  }

  private void post(List<List<Map<String, Object>>> batches) {
    batches.forEach(
        batch -> suite.until(() -> suite.post(batch), answer -> answer.status() == 200));
    for (var prefix : List.of(BEFORE, AFTER)) {
      suite.until(new Reckoning(suite, prefix)::notEvaluated, events -> events == 0);
    }
  }

  /** Their handling period runs, everything else is done at once. */
  private List<List<Map<String, Object>>> batches(String prefix) {
    List<List<Map<String, Object>>> batches = new ArrayList<>();
    for (var first = 0; first < CASES; first += CASES_PER_BATCH) {
      List<Map<String, Object>> batch = new ArrayList<>();
      for (var number = first; number < first + CASES_PER_BATCH; number++) {
        var caseId = prefix + "%04d".formatted(number);
        for (var type : List.of("report-received", "case-filed", "case-accepted-or-refused")) {
          batch.add(suite.event(caseId + type, type, "case/" + caseId, new HashMap<>()));
        }
      }
      batches.add(batch);
    }
    return batches;
  }
}
