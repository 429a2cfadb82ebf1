package io.caseclock.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.caseclock.local.certify.Certification;
import io.caseclock.local.certify.Certification.Mode;
import io.caseclock.local.certify.Sender;
import io.caseclock.local.certify.Verdict;
import io.caseclock.local.secret.LocalRole;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/** What vendors are told to expect of an installation is what ours does. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@ExtendWith(SharedSuite.class)
class CertificationIT {

  private Suite suite;

  @BeforeAll
  void theSuite(Suite shared) {
    suite = shared;
  }

  @Test
  void the_suite_passes_and_nobody_is_told_of_a_case_of_the_day() {
    var run = Sender.newRun();

    var verdicts = certification(run).play(verdict -> {});

    System.out.printf(
        "Certification: %d steps, %d passed%n",
        verdicts.size(), verdicts.stream().filter(Verdict::passed).count());
    assertThat(verdicts).hasSizeGreaterThan(30).allSatisfy(CertificationIT::passed);
    assertThat(verdicts)
        .extracting(verdict -> verdict.step().name())
        .contains("first-case/effects", "lie/other-unit", "flood/after", "end/taken-back")
        .contains("end/CERTIFY-" + run + "-RIGHT");
    assertThat(suite.notices("CERTIFY-" + run + "-RIGHT")).isEmpty();
  }

  private Certification certification(String run) {
    var sender =
        new Sender(
            Roster.STATION,
            CloudEvents.PRECINCT,
            run,
            suite.now(),
            Optional.of(Roster.OTHER_STATION));
    return new Certification(
        suite.stack().intakeUrl(),
        suite.stack().token(LocalRole.PRECINCT_SYSTEM, Roster.STATION, null),
        sender,
        Mode.USUAL,
        pause -> LockSupport.parkNanos(pause.toNanos()));
  }

  private static void passed(Verdict verdict) {
    assertThat(verdict.passed())
        .as(
            "%s: expected %s, came %s",
            verdict.step().name(), verdict.step().expected().text(), verdict.came())
        .isTrue();
  }
}
