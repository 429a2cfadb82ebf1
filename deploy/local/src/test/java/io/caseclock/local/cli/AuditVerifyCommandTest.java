package io.caseclock.local.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.caseclock.chain.ChainReport;
import io.caseclock.chain.ChainReport.Broken;
import io.caseclock.chain.DayHead;
import io.caseclock.chain.Fault;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What is said of chains, and how the command ends. */
class AuditVerifyCommandTest {

  private static final LocalDate DAY = LocalDate.of(2026, 3, 12);
  private static final ChainReport EMPTY =
      new ChainReport(0, 0, 0, 4, Optional.empty(), Optional.empty());
  private static final ChainReport WHOLE =
      new ChainReport(
          2, 9, 1, 0, Optional.of(new DayHead(DAY, 5, DayHead.GENESIS, "abc")), Optional.empty());
  private static final ChainReport BROKEN =
      new ChainReport(0, 0, 0, 0, Optional.empty(), Optional.of(new Broken(DAY, 3, Fault.MISSING)));

  private final ByteArrayOutputStream said = new ByteArrayOutputStream();
  private final PrintStream out = new PrintStream(said, true, StandardCharsets.UTF_8);

  @Test
  void a_broken_link_is_a_failure_beside_whole_chains() {
    assertThat(AuditVerifyCommand.result(List.of(WHOLE, BROKEN, EMPTY), out)).isEqualTo(1);
    assertThat(text()).contains("1 of 3 audit logs are broken");
  }

  @Test
  void whole_chains_are_a_success_and_no_entry_at_all_is_none() {
    assertThat(AuditVerifyCommand.result(List.of(WHOLE, EMPTY), out)).isZero();
    assertThat(AuditVerifyCommand.result(List.of(EMPTY, EMPTY), out)).isEqualTo(3);
    assertThat(text()).contains("Whole:", "no entry is chained yet");
  }

  @Test
  void days_entries_and_the_last_hash_are_told() {
    AuditVerifyCommand.print("monitor", WHOLE, out);
    AuditVerifyCommand.print("intake", EMPTY, out);

    assertThat(text())
        .contains("monitor  2 日 days, 9 条 entries, 1 日已过保存期 days forgotten")
        .contains("2026-03-12 第 5 条 number 5 abc")
        .contains("intake  0 日 days, 0 条 entries, 4 条未入链 before the chain")
        .doesNotContain("BROKEN");
  }

  @Test
  void the_first_broken_link_is_named() {
    AuditVerifyCommand.print("monitor", BROKEN, out);

    assertThat(text()).contains("BROKEN  2026-03-12 第 3 条 number 3: ", Fault.MISSING.en());
  }

  private String text() {
    return said.toString(StandardCharsets.UTF_8);
  }
}
