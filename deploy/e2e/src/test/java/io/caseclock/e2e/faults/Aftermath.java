package io.caseclock.e2e.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.caseclock.chain.ChainReport;
import io.caseclock.e2e.Suite;
import io.caseclock.local.ServiceKind;
import java.time.Duration;
import java.util.Collection;

/** What has to hold when all trials of a suite are over. */
record Aftermath(Suite suite, Collection<Trial> trials) {

  void nothingIsComputedOtherwise() {
    nothingIsComputedOtherwise(suite);
  }

  /** From the monitor's events and from the journal every open deadline comes out as it stands. */
  static void nothingIsComputedOtherwise(Suite suite) {
    var report = suite.audit();

    System.out.printf(
        "Audit: %d open deadlines, %d differences of the monitor, %d of the journal%n",
        report.deadlines(), report.differences().size(), report.journal().differences().size());
    assertThat(report.hasCompared()).isTrue();
    assertThat(report.differences()).isEmpty();
    assertThat(report.journal().differences()).isEmpty();
    assertThat(report.journal().behind()).isZero();
    assertThat(report.journal().refused()).isEmpty();
  }

  /** Lets the time go on until each case has to be warned of; nothing earlier is told again. */
  void eachCaseIsWarnedOfOnce() {
    var all = trials.stream().mapToInt(trial -> trial.load().cases()).sum();
    suite.fastForward(Duration.ofDays(28));

    for (var trial : trials) {
      var reckoning = trial.reckoning();
      suite.untilAllOf(all, reckoning::casesWarnedOnce, cases -> cases == trial.load().cases());
      tell(trial);
      assertThat(reckoning.casesWarnedTwice()).as("%s", trial).isZero();
      trial.due().ifPresent(FallingDue::wereToldOnce);
    }
  }

  private static void tell(Trial trial) {
    var reckoning = trial.reckoning();
    var events = trial.load().events();
    var cases = trial.load().cases();
    System.out.printf(
        "%s: of %d accepted events %d are lost; of %d warnings %d are missing and %d came twice%n",
        trial,
        events,
        events - reckoning.accepted(),
        cases,
        cases - reckoning.casesWarned(),
        reckoning.casesWarnedTwice());
  }

  /** What was kept of who did and saw what hangs together, whatever was killed. */
  void noLinkIsBroken() {
    var chains = suite.auditChains();
    var entries = chains.values().stream().mapToLong(ChainReport::entries).sum();

    System.out.printf("Audit logs: %d entries in their chains%n", entries);
    assertThat(chains).allSatisfy((service, chain) -> assertThat(chain.broken()).isEmpty());
    assertThat(entries).isPositive();
  }

  void noRecordWasSetAside() {
    assertThat(suite.deadLetters(ServiceKind.MONITOR)).isEmpty();
    assertThat(suite.deadLetters(ServiceKind.NOTIFICATION)).isEmpty();
  }
}
