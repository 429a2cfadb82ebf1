package io.caseclock.e2e.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.caseclock.e2e.Suite;
import io.caseclock.local.ServiceKind;
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

  private static final boolean IN_FULL = "full".equals(System.getProperty("caseclock.faults"));
  private static final int EVENTS_PER_SECOND = IN_FULL ? 200 : 100;
  private static final int FEW_CASES = 10;

  private final Map<Fault, SteadyLoad> loads = new EnumMap<>(Fault.class);
  private Suite suite;

  @BeforeAll
  void aSuite(@TempDir Path directory) {
    suite = Suite.start(directory, 1);
  }

  @AfterAll
  void stop() {
    suite.close();
  }

  @ParameterizedTest(name = "{0}")
  @EnumSource(Fault.class)
  @Order(1)
  void what_was_accepted_is_evaluated_once_whatever_goes_wrong(Fault fault) throws Exception {
    var reckoning = reckoning(fault);
    var load = new SteadyLoad(suite, prefix(fault), EVENTS_PER_SECOND).start();
    loads.put(fault, load);
    int before;
    int after;
    long over;
    try (load) {
      suite.until(load::cases, cases -> cases >= FEW_CASES);
      before = load.cases();
      fault.inflict(suite, time(fault));
      after = load.cases();
      over = System.nanoTime();
      suite.until(load::cases, cases -> cases >= after + FEW_CASES);
    }
    var takenIn = Duration.ofNanos(System.nanoTime() - over);
    suite.until(reckoning::notEvaluated, events -> events == 0);
    var evaluated = Duration.ofNanos(System.nanoTime() - over);

    System.out.printf(
        "%s for %d s: %d events accepted, %d batches sent again, longest pause %.1f s; when it was"
            + " over, intake took events after %.1f s, all were evaluated after %.1f s%n",
        fault,
        time(fault).toSeconds(),
        load.events(),
        load.refusals(),
        seconds(load.longestPause()),
        seconds(takenIn),
        seconds(evaluated));
    assertThat(reckoning.accepted()).isEqualTo(load.events());
    assertThat(reckoning.casesWithTheirDeadline()).isEqualTo(load.cases());
    if (fault.isTakenInMeanwhile()) {
      assertThat(after - before).as("cases taken in meanwhile").isGreaterThan(FEW_CASES);
    }
  }

  @Test
  @Order(2)
  void no_deadline_is_computed_otherwise_from_the_journal() {
    var report = suite.audit();

    System.out.printf(
        "Audit: %d open deadlines, %d differences of the monitor, %d of the journal%n",
        report.deadlines(), report.differences().size(), report.journal().differences().size());
    assertThat(report.hasCompared()).isTrue();
    assertThat(report.differences()).isEmpty();
    assertThat(report.journal().differences()).isEmpty();
    assertThat(report.journal().behind()).isZero();
  }

  @Test
  @Order(3)
  void each_case_is_warned_of_once() {
    suite.fastForward(Duration.ofDays(28));

    loads.forEach(
        (fault, load) -> {
          var reckoning = reckoning(fault);
          suite.until(reckoning::casesWarnedOnce, cases -> cases == load.cases());
          assertThat(reckoning.casesWarnedTwice()).as("%s", fault).isZero();
        });
  }

  @Test
  @Order(4)
  void no_record_was_set_aside() {
    assertThat(suite.deadLetters(ServiceKind.MONITOR)).isEmpty();
    assertThat(suite.deadLetters(ServiceKind.NOTIFICATION)).isEmpty();
  }

  private Reckoning reckoning(Fault fault) {
    return new Reckoning(suite, prefix(fault));
  }

  private static String prefix(Fault fault) {
    return "A99" + fault.name().replace("_", "");
  }

  private static Duration time(Fault fault) {
    if (!IN_FULL) {
      return Duration.ofSeconds(5);
    }
    return switch (fault) {
      case PROCESSES_KILLED -> Duration.ofMinutes(10);
      case KAFKA_AWAY -> Duration.ofMinutes(5);
      default -> Duration.ofMinutes(1);
    };
  }

  private static double seconds(Duration time) {
    return time.toMillis() / 1000.0;
  }
}
