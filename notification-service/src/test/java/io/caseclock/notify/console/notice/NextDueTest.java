package io.caseclock.notify.console.notice;

import static org.assertj.core.api.Assertions.assertThat;

import io.caseclock.notify.notice.Actor;
import io.caseclock.notify.notice.NoticeDeadline;
import io.caseclock.notify.notice.NoticeStep;
import io.caseclock.notify.notice.StepKind;
import io.caseclock.notify.packs.RulePacks;
import io.caseclock.pack.file.PackFiles;
import io.caseclock.pack.file.PackReader;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class NextDueTest {

  private static final Instant NOW = Instant.parse("2026-03-12T08:00:00Z");
  private static final RulePacks PACKS =
      new RulePacks(List.of(PackReader.require(PackFiles.shipped("cn-public-security"))));

  @Test
  void what_no_step_ended_is_due() {
    assertThat(next("notice-signing", NOW, StepKind.ISSUED, StepKind.DELIVERED).due()).isNotNull();
    assertThat(next("case-filing", NOW, StepKind.ISSUED, StepKind.SIGNED).due()).isNotNull();
    assertThat(next("no-such-rule", NOW, StepKind.ISSUED, StepKind.SIGNED).due()).isNotNull();
  }

  @Test
  void what_a_step_of_a_moment_ago_ended_is_being_worked_out() {
    var next = next("notice-signing", NOW, StepKind.ISSUED, StepKind.SIGNED);

    assertThat(next.due()).isNull();
    assertThat(next.isBeingWorkedOut()).isTrue();
  }

  @Test
  void what_a_later_step_began_anew_is_due() {
    var next =
        next("notice-rectification", NOW, StepKind.SIGNED, StepKind.RECTIFIED, StepKind.RETURNED);

    assertThat(next.due()).isNotNull();
    assertThat(next("notice-plan", NOW, StepKind.SIGNED, StepKind.PLANNED).due()).isNotNull();
    assertThat(next("notice-plan", NOW, StepKind.PLANNED, StepKind.RECTIFIED).due()).isNull();
  }

  @Test
  void what_the_monitor_still_holds_due_after_two_minutes_is_shown() {
    var then = NOW.minus(Duration.ofMinutes(2));

    assertThat(next("notice-signing", then, StepKind.ISSUED, StepKind.SIGNED).due()).isNotNull();
  }

  @Test
  void where_nothing_is_due_nothing_is_worked_out() {
    var next = NextDue.of(null, history(NOW, StepKind.ISSUED, StepKind.SIGNED), PACKS, NOW);

    assertThat(next).isEqualTo(new NextDue(null, false));
  }

  private static NextDue next(String rule, Instant last, StepKind... kinds) {
    var told = new NoticeDeadline("N1", "n", rule, NOW.plusSeconds(60), null, 1);
    return NextDue.of(told, history(last, kinds), PACKS, NOW);
  }

  /** Steps a second after each other. */
  private static List<NoticeStep> history(Instant last, StepKind... kinds) {
    return IntStream.range(0, kinds.length)
        .mapToObj(
            at ->
                new NoticeStep(
                    "n",
                    at + 1,
                    kinds[at],
                    last.minusSeconds(kinds.length - 1L - at),
                    Actor.SYSTEM,
                    ""))
        .toList();
  }
}
