package io.caseclock.e2e.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.caseclock.contract.Topics;
import io.caseclock.e2e.Suite;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** Of three brokers with three copies of each record, one is killed: the other two go on. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ThreeBrokersIT {

  private static final int BROKERS = 3;
  private static final Duration TIME = Trial.inFull(Duration.ofMinutes(1));

  private Suite suite;
  private Trial trial;

  @BeforeAll
  void aSuite(@TempDir Path directory) {
    suite = Suite.start(directory, options -> options.waitingForTheDisk().withBrokers(BROKERS));
    trial = new Trial(suite, "BROKER_KILLED");
  }

  @AfterAll
  void stop() {
    suite.close();
  }

  @Test
  @Order(1)
  void what_is_accepted_without_the_leader_of_a_partition_is_evaluated_without_it()
      throws Exception {
    trial.run(this::leaderIsKilled, TIME);

    assertThat(trial.casesTakenMeanwhile()).isGreaterThan(Trial.FEW_CASES);
  }

  @Test
  @Order(2)
  void no_deadline_is_computed_otherwise_from_the_journal() {
    aftermath().nothingIsComputedOtherwise();
  }

  @Test
  @Order(3)
  void each_case_is_warned_of_once() {
    aftermath().eachCaseIsWarnedOfOnce();
  }

  @Test
  @Order(4)
  void no_record_was_set_aside() {
    aftermath().noRecordWasSetAside();
  }

  @Test
  @Order(5)
  void the_audit_logs_are_whole() {
    aftermath().noLinkIsBroken();
  }

  private void leaderIsKilled(Suite suite, Duration time) throws InterruptedException {
    var copies = new Copies(suite);
    suite.until(() -> copies.partitionsWithFewerThan(BROKERS), partitions -> partitions == 0);
    var leader = copies.leaderOf(Topics.CASE_EVENTS);
    var broker = suite.stack().brokers().broker(leader);
    broker.kill();
    var killed = System.nanoTime();
    var known = trial.load().cases();
    suite.until(trial.reckoning()::casesWithTheirDeadline, cases -> cases > known);
    var goneOn = Duration.ofNanos(System.nanoTime() - killed);
    TimeUnit.NANOSECONDS.sleep(time.toNanos());
    var other = copies.leaderOf(Topics.CASE_EVENTS);
    var started = System.nanoTime();
    broker.start();
    suite.until(() -> copies.partitionsWithFewerThan(BROKERS), partitions -> partitions == 0);
    var whole = Duration.ofNanos(System.nanoTime() - started);

    System.out.printf(
        "Broker %d of %d killed: the first case accepted after it had its deadline after %.1f s;"
            + " all copies were complete %.1f s after its start began%n",
        leader, BROKERS, Trial.seconds(goneOn), Trial.seconds(whole));
    assertThat(other).isNotEqualTo(leader);
  }

  private Aftermath aftermath() {
    return new Aftermath(suite, List.of(trial));
  }
}
