package io.caseclock.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.caseclock.local.Credential;
import io.caseclock.local.audit.ServiceClient;
import io.caseclock.local.certify.Certification;
import io.caseclock.local.certify.Certification.Mode;
import io.caseclock.local.certify.Sender;
import io.caseclock.local.certify.Verdict;
import io.caseclock.local.secret.LocalRole;
import java.util.List;
import java.util.Map;
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

    var verdicts = play(run, ofTheStation(), Mode.USUAL);

    assertThat(verdicts).hasSizeGreaterThan(30).allSatisfy(CertificationIT::passed);
    assertThat(verdicts)
        .extracting(verdict -> verdict.step().name())
        .contains("first-case/effects", "lie/other-unit", "flood/after", "end/taken-back")
        .contains("end/CERTIFY-" + run + "-RIGHT");
    assertThat(suite.notices("CERTIFY-" + run + "-RIGHT")).isEmpty();
  }

  @Test
  void a_system_with_an_api_key_passes_in_all_that_intake_tells() {
    var intake =
        new ServiceClient(suite.stack().intakeUrl(), suite.stack().token(LocalRole.ADMINISTRATOR));
    intake.put("/api/v1/sources/certified", Map.of("sources", List.of(CloudEvents.PRECINCT)));
    var issued =
        intake.post("/api/v1/api-keys", Map.of("client", "certified", "unit", Roster.STATION));
    var key = new Credential.Fixed("ApiKey " + issued.path("key").asText());

    var verdicts = play(Sender.newRun(), key, new Mode(0, Optional.empty()));

    assertThat(verdicts).hasSizeGreaterThan(20).allSatisfy(CertificationIT::passed);
  }

  private List<Verdict> play(String run, Credential credential, Mode mode) {
    var sender =
        new Sender(
            Roster.STATION,
            CloudEvents.PRECINCT,
            run,
            suite.now(),
            Optional.of(Roster.OTHER_STATION));
    var verdicts =
        new Certification(
                suite.stack().intakeUrl(),
                credential,
                sender,
                mode,
                pause -> LockSupport.parkNanos(pause.toNanos()))
            .play(verdict -> {});
    System.out.printf(
        "Certification: %d steps, %d passed%n",
        verdicts.size(), verdicts.stream().filter(Verdict::passed).count());
    return verdicts;
  }

  private Credential ofTheStation() {
    return Credential.token(suite.stack().token(LocalRole.PRECINCT_SYSTEM, Roster.STATION, null));
  }

  private static void passed(Verdict verdict) {
    assertThat(verdict.passed())
        .as(
            "%s: expected %s, came %s",
            verdict.step().name(), verdict.step().expected().text(), verdict.came())
        .isTrue();
  }
}
