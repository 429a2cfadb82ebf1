package io.caseclock.e2e.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.caseclock.e2e.Suite;
import io.caseclock.local.StackOptions;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * While events are posted at a steady pace, one thing after the other goes wrong. {@code
 * ./caseclock test --faults} takes ten minutes of kills, five without Kafka and one of everything
 * else; otherwise each lasts a few seconds.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class FaultsIT {

  private final Map<Fault, Trial> trials = new EnumMap<>(Fault.class);
  private Suite suite;

  @BeforeAll
  void aSuite(@TempDir Path directory) {
    suite = Suite.start(directory, StackOptions::waitingForTheDisk);
  }

  @AfterAll
  void stop() {
    suite.close();
  }

  @ParameterizedTest(name = "{0}")
  @EnumSource(Fault.class)
  @Order(1)
  void what_was_accepted_is_evaluated_once_whatever_goes_wrong(Fault fault) throws Exception {
    var trial = new Trial(suite, fault.name());
    trials.put(fault, trial);
    var time = time(fault);
    trial.run(fault::inflict, time, fault.fallsDue(time));

    assertThat(trial.load().refusedWith()).noneMatch(answer -> answer.startsWith("500"));
    if (fault.isTakenInMeanwhile()) {
      trial.holdsItsLoad();
    } else {
      trial.isFelt();
    }
    if (fault == Fault.CLOCK_AN_HOUR_AHEAD) {
      assertThat(trial.toldMeanwhile()).as("told too early").isPositive();
    }
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

  private Aftermath aftermath() {
    return new Aftermath(suite, trials.values());
  }

  private static Duration time(Fault fault) {
    return switch (fault) {
      case PROCESSES_KILLED ->
          Trial.inFull(Duration.ofMinutes(10), Duration.ofSeconds(30)); // each is killed once
      case KAFKA_AWAY -> Trial.inFull(Duration.ofMinutes(5));
      default -> Trial.inFull(Duration.ofMinutes(1));
    };
  }
}
