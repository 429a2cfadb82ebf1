package io.caseclock.e2e.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.caseclock.e2e.Suite;
import io.caseclock.local.StackOptions;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/**
 * The disk of the database is full: nothing is accepted, nothing that was accepted is lost, and all
 * goes on by itself once there is room.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class FullDiskIT {

  private static final Duration TIME = Trial.inFull(Duration.ofMinutes(1));
  private static final int MOST_SEGMENTS = 200;

  private final List<Trial> trials = new ArrayList<>();
  private SmallDisk disk;
  private Suite suite;

  @BeforeAll
  void aSuite(@TempDir Path directory) {
    disk = SmallDisk.at(directory.resolve("postgres"));
    suite = Suite.start(disk.asSeen(directory), StackOptions::waitingForTheDisk);
  }

  @AfterAll
  void stop() {
    if (suite != null) {
      suite.close();
    }
    if (disk != null) {
      disk.close();
    }
  }

  @Test
  @Order(1)
  void while_no_table_can_grow_senders_are_asked_to_come_again() throws Exception {
    var processes = processes();

    var trial = run("DISK_FULL", this::isFull);

    assertThat(trial.load().refusedWith()).containsExactly("503, Retry-After: 5");
    assertThat(processes()).isEqualTo(processes);
  }

  /** PostgreSQL ends itself where it cannot write its log; whoever made room starts it again. */
  @Test
  @Order(2)
  void a_database_that_ends_because_its_log_cannot_grow_comes_back_with_all_that_was_accepted()
      throws Exception {
    var services = services();

    var trial = run("LOG_DISK_FULL", this::isFullOfLog);

    assertThat(trial.load().refusedWith()).containsExactly("503, Retry-After: 5");
    assertThat(services()).isEqualTo(services);
  }

  @Test
  @Order(3)
  void no_deadline_is_computed_otherwise_from_the_journal() {
    aftermath().nothingIsComputedOtherwise();
  }

  @Test
  @Order(4)
  void each_case_is_warned_of_once() {
    aftermath().eachCaseIsWarnedOfOnce();
  }

  @Test
  @Order(5)
  void no_record_was_set_aside() {
    aftermath().noRecordWasSetAside();
  }

  @Test
  @Order(6)
  void the_audit_logs_are_whole() {
    aftermath().noLinkIsBroken();
  }

  private Trial run(String name, Trial.Ordeal ordeal) throws Exception {
    var trial = new Trial(suite, name);
    trials.add(trial);
    trial.run(ordeal, TIME);
    return trial;
  }

  private void isFull(Suite suite, Duration time) throws InterruptedException {
    disk.fill();
    TimeUnit.NANOSECONDS.sleep(time.toNanos());
    disk.makeRoom();
  }

  private void isFullOfLog(Suite suite, Duration time) throws InterruptedException {
    disk.fill();
    growLog();
    TimeUnit.NANOSECONDS.sleep(time.toNanos());
    disk.makeRoom();
    suite.stack().postgres().restart();
  }

  /** Begins one segment after the other until the database ends over one. */
  private void growLog() {
    try (var session = suite.stack().postgres().superuser("postgres").getConnection();
        var statement = session.createStatement()) {
      for (var segment = 0; segment < MOST_SEGMENTS; segment++) {
        statement.execute("select pg_logical_emit_message(false, 'faults', 'a record')");
        statement.execute("select pg_switch_wal()");
      }
    } catch (SQLException e) {
      return; // it could not write another, and has ended
    }
    throw new AssertionError("there was room for " + MOST_SEGMENTS + " segments");
  }

  private List<ProcessHandle> processes() {
    List<ProcessHandle> processes = new ArrayList<>(services());
    processes.add(suite.stack().postgres().postmaster());
    return processes;
  }

  private List<ProcessHandle> services() {
    return suite.stack().services().stream()
        .map(service -> service.handle().filter(ProcessHandle::isAlive))
        .flatMap(Optional::stream)
        .toList();
  }

  private Aftermath aftermath() {
    return new Aftermath(suite, trials);
  }
}
