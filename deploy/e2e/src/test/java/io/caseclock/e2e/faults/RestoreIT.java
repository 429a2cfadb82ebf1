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
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
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
  private static final Duration PACE = Duration.ofMillis(100);
  private static final List<String> TYPES =
      List.of("report-received", "case-filed", "case-accepted-or-refused");
  private static final String BEFORE = "A99BEFORE";
  private static final String MEANWHILE = "A99MEANWHILE";
  private static final String AFTER = "A99AFTER";
  private static final List<String> ALL = List.of(BEFORE, MEANWHILE, AFTER);

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
    var lost = new ArrayList<List<Map<String, Object>>>();
    var backup = backupUnderLoad(lost);
    lost.addAll(batches(AFTER));
    post(lost);
    var open = OpenDeadlines.of(suite);

    suite.stack().services().forEach(ServiceProcess::stop);
    suite.stack().postgres().stop();
    backup.inPlaceOf(suite.stack().postgres());
    var began = System.nanoTime();
    suite.stack().postgres().restart();
    assertThat(OpenDeadlines.of(suite)).as("as of the backup").isNotEqualTo(open);
    new Readers(suite).beginAgain("");
    suite.stack().services().forEach(ServiceProcess::restart);
    suite.until(() -> OpenDeadlines.of(suite), now -> now.equals(open));
    var restored = Duration.ofNanos(System.nanoTime() - began);

    System.out.printf(
        "Restore: %d open deadlines, as before after %.1f s%n",
        open.size(), restored.toMillis() / 1000.0);
    sendersRepeat(lost);
    Aftermath.nothingIsComputedOtherwise(suite);
    eachCaseIsWarnedOfOnce();
  }

  /** Events are accepted before it begins, while it is made and after it has ended. */
  private BaseBackup backupUnderLoad(List<List<Map<String, Object>>> posted) {
    var taken = new AtomicInteger();
    var isMade = new AtomicBoolean();
    var load = CompletableFuture.runAsync(() -> postUntil(isMade, taken, posted));
    suite.until(taken::get, batches -> batches > 0);
    var before = taken.get();
    var backup = BaseBackup.of(suite.stack().postgres(), folder.resolve("backup"));
    var after = taken.get();
    suite.until(taken::get, batches -> batches > after);
    isMade.set(true);
    load.join();

    System.out.printf(
        "Backup: %d events accepted while it was made, %d in all%n",
        (after - before) * CASES_PER_BATCH * TYPES.size(),
        taken.get() * CASES_PER_BATCH * TYPES.size());
    assertThat(after).isGreaterThan(before);
    return backup;
  }

  private void postUntil(
      AtomicBoolean isMade, AtomicInteger taken, List<List<Map<String, Object>>> posted) {
    try {
      while (!isMade.get()) {
        var batch = batch(MEANWHILE, taken.get() * CASES_PER_BATCH);
        accepted(batch);
        posted.add(batch);
        taken.incrementAndGet();
        TimeUnit.NANOSECONDS.sleep(PACE.toNanos());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /**
   * What intake had accepted since is unknown to it again, and is no other event to the monitor.
   */
  private void sendersRepeat(List<List<Map<String, Object>>> batches) {
    post(batches);
    assertThat(new Reckoning(suite, AFTER).casesWithTheirDeadline()).isEqualTo(CASES);
    var events = batches.stream().mapToLong(List::size).sum();
    var known = new Reckoning(suite, AFTER).accepted() + new Reckoning(suite, MEANWHILE).accepted();
    assertThat(known).as("events that the journal has once").isEqualTo(events);
  }

  private void eachCaseIsWarnedOfOnce() {
    suite.fastForward(Duration.ofDays(28));
    for (var prefix : ALL) {
      var reckoning = new Reckoning(suite, prefix);
      var cases = reckoning.accepted() / TYPES.size();
      suite.until(reckoning::casesWarnedOnce, warned -> warned == cases);
      assertThat(reckoning.casesWarnedTwice()).isZero();
    }
  }

  private void post(List<List<Map<String, Object>>> batches) {
    batches.forEach(this::accepted);
    for (var prefix : ALL) {
      suite.until(new Reckoning(suite, prefix)::notEvaluated, events -> events == 0);
    }
  }

  private void accepted(List<Map<String, Object>> batch) {
    suite.until(() -> suite.post(batch), answer -> answer.status() == 200);
  }

  private List<List<Map<String, Object>>> batches(String prefix) {
    List<List<Map<String, Object>>> batches = new ArrayList<>();
    for (var first = 0; first < CASES; first += CASES_PER_BATCH) {
      batches.add(batch(prefix, first));
    }
    return batches;
  }

  /** Their handling period runs, everything else is done at once. */
  private List<Map<String, Object>> batch(String prefix, int first) {
    List<Map<String, Object>> batch = new ArrayList<>();
    for (var number = first; number < first + CASES_PER_BATCH; number++) {
      var caseId = prefix + "%06d".formatted(number);
      for (var type : TYPES) {
        batch.add(suite.event(caseId + type, type, "case/" + caseId, new HashMap<>()));
      }
    }
    return batch;
  }
}
