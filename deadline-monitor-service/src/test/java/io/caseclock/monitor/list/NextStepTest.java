package io.caseclock.monitor.list;

import static org.assertj.core.api.Assertions.assertThat;

import io.caseclock.contract.Names;
import io.caseclock.monitor.law.Law;
import io.caseclock.monitor.list.ListRow.Found;
import io.caseclock.monitor.list.ListRow.Kind;
import io.caseclock.monitor.list.NextStep.What;
import io.caseclock.pack.file.PackFiles;
import io.caseclock.pack.file.PackReader;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NextStepTest {

  private static final Law LAW =
      new Law(List.of(PackReader.require(PackFiles.shipped("cn-public-security"))));
  private static final String HANDLING = "public-security-case-handling";
  private static final Instant STARTED = Instant.parse("2026-06-02T01:00:00Z");
  private static final Instant DUE = Instant.parse("2026-07-02T16:00:00Z");

  @Test
  void an_open_one_is_warned_of_at_its_next_stage_and_late_after_the_last() {
    var row = deadline(HANDLING, Grade.AHEAD, "running");

    var first = NextStep.of(row, LAW, STARTED);
    assertThat(first.what()).isEqualTo(What.WARNING);
    assertThat(first.stage()).startsWith("before-");
    assertThat(first.at()).isBetween(STARTED, DUE);
    assertThat(NextStep.of(row, LAW, DUE.minusSeconds(1)))
        .isEqualTo(new NextStep(What.BREACH, "breach", DUE));
  }

  @Test
  void a_breach_wants_its_notice_and_a_pause_has_to_end() {
    assertThat(next(deadline(HANDLING, Grade.BREACHED_ORDINARY, "breached")))
        .isEqualTo(What.NOTICE);
    assertThat(next(deadline(HANDLING, Grade.WAITING, "paused"))).isEqualTo(What.RESUMPTION);
  }

  @Test
  void a_rule_that_left_its_pack_still_has_its_breach() {
    assertThat(NextStep.of(deadline("gone", Grade.AHEAD, "running"), LAW, STARTED))
        .isEqualTo(new NextStep(What.BREACH, "breach", DUE));
    assertThat(next(deadline("gone", Grade.BREACHED_GRAVE, "breached"))).isEqualTo(What.ACT);
  }

  @ParameterizedTest
  @CsvSource({"recorded, NOTICE", "contradiction, CORRECTION", "audit, CORRECTION"})
  void a_finding_wants_a_notice_or_a_correction(String cause, What what) {
    assertThat(next(finding(cause))).isEqualTo(what);
  }

  @Test
  void the_provision_is_that_of_the_day_on_which_it_began() {
    assertThat(NextStep.basis(deadline(HANDLING, Grade.AHEAD, "running"), LAW)).isPresent();
    assertThat(NextStep.basis(deadline("gone", Grade.AHEAD, "running"), LAW)).isEmpty();
  }

  private static What next(ListRow row) {
    return NextStep.of(row, LAW, STARTED).what();
  }

  private static ListRow deadline(String rule, Grade grade, String state) {
    return row(Kind.DEADLINE, rule, grade, state, null);
  }

  private static ListRow finding(String cause) {
    var found = new Found("-", new Names("示例", "sample"));
    return row(Kind.FINDING, cause, Grade.FINDING, "standing", found);
  }

  private static ListRow row(
      Kind kind, String rule, Grade grade, String state, @Nullable Found found) {
    return new ListRow(
        kind,
        "id",
        grade,
        DUE,
        state,
        "A990001",
        "case/A990001",
        rule,
        "case",
        "ordinary",
        "X0101",
        "O1",
        STARTED,
        state.equals("paused") ? null : DUE,
        state.equals("paused") ? null : DUE,
        null,
        Duration.ofHours(1),
        found);
  }
}
