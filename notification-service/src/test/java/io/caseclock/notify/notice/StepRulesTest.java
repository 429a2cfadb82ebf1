package io.caseclock.notify.notice;

import static org.assertj.core.api.Assertions.assertThat;

import io.caseclock.access.Caller;
import io.caseclock.access.Role;
import io.caseclock.contract.Names;
import io.caseclock.notify.notice.Command.Accept;
import io.caseclock.notify.notice.Command.GiveBack;
import io.caseclock.notify.notice.Command.Rectify;
import io.caseclock.notify.notice.Command.Sign;
import io.caseclock.notify.notice.Command.Withdraw;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StepRulesTest {

  private static final Caller OFFICER = caller("O1", "D0102", Role.OFFICER);
  private static final Caller LEGAL = caller("L1", "D01", Role.LEGAL_OFFICER);
  private static final Caller SUPERVISOR = caller("S1", "D0102", Role.SUPERVISOR);

  @ParameterizedTest(name = "{0}: sign {1}, rectify {2}, accept {3}, return {4}, withdraw {5}")
  @CsvSource({
    "issued,    yes, no,  no,  no,  yes",
    "delivered, yes, no,  no,  no,  yes",
    "signed,    no,  yes, no,  no,  yes",
    "rectified, no,  no,  yes, yes, yes",
    "returned,  no,  yes, no,  no,  yes",
    "accepted,  no,  no,  no,  no,  yes",
    "closed,    no,  no,  no,  no,  no",
    "withdrawn, no,  no,  no,  no,  no"
  })
  void each_state_allows_its_own_steps_and_no_other(
      String state, String sign, String rectify, String accept, String giveBack, String withdraw) {
    var notice = notice(state, "O1");

    assertThat(answer(notice, OFFICER, new Sign())).isEqualTo(sign);
    assertThat(answer(notice, OFFICER, new Rectify("done"))).isEqualTo(rectify);
    assertThat(answer(notice, LEGAL, new Accept(""))).isEqualTo(accept);
    assertThat(answer(notice, LEGAL, new GiveBack("not yet"))).isEqualTo(giveBack);
    assertThat(answer(notice, LEGAL, new Withdraw("an error"))).isEqualTo(withdraw);
  }

  private static String answer(Notice notice, Caller caller, Command command) {
    var refusal = StepRules.refusal(notice, caller, command);
    assertThat(refusal).isNotEqualTo(Optional.of(Refusal.TEXT_MISSING));
    return refusal.isEmpty() ? "yes" : refusal.get() == Refusal.STATE_FORBIDS ? "no" : "?";
  }

  @Test
  void only_the_named_officer_signs() {
    var notice = notice("delivered", "O1");

    assertThat(StepRules.refusal(notice, OFFICER, new Sign())).isEmpty();
    assertThat(StepRules.refusal(notice, caller("O2", "D0102", Role.OFFICER), new Sign()))
        .contains(Refusal.NOT_RESPONSIBLE);
    assertThat(StepRules.refusal(notice, SUPERVISOR, new Sign())).contains(Refusal.NOT_RESPONSIBLE);
  }

  @Test
  void where_no_officer_is_named_any_officer_of_the_unit_signs_but_nobody_above() {
    var notice = notice("delivered", null);

    assertThat(StepRules.refusal(notice, OFFICER, new Sign())).isEmpty();
    assertThat(StepRules.refusal(notice, caller("O9", "D01", Role.OFFICER), new Sign()))
        .contains(Refusal.NOT_RESPONSIBLE);
    assertThat(StepRules.refusal(notice, SUPERVISOR, new Sign())).contains(Refusal.NOT_RESPONSIBLE);
  }

  @Test
  void whoever_reported_the_rectification_never_reviews_it() {
    var both = caller("O1", "D0102", Role.OFFICER, Role.LEGAL_OFFICER);
    var notice = notice("rectified", "O1");

    assertThat(StepRules.refusal(notice, both, new Accept(""))).contains(Refusal.OWN_WORK);
    assertThat(StepRules.refusal(notice, both, new GiveBack("no"))).contains(Refusal.OWN_WORK);
    assertThat(StepRules.refusal(notice, LEGAL, new Accept(""))).isEmpty();
  }

  @Test
  void a_supervisor_withdraws_but_does_not_review() {
    var notice = notice("rectified", "O1");

    assertThat(StepRules.refusal(notice, SUPERVISOR, new Withdraw("an error"))).isEmpty();
    assertThat(StepRules.refusal(notice, SUPERVISOR, new Accept("")))
        .contains(Refusal.NOT_REVIEWER);
    assertThat(StepRules.refusal(notice, OFFICER, new Withdraw("an error")))
        .contains(Refusal.NOT_WITHDRAWER);
  }

  @Test
  void a_report_needs_a_text_of_bounded_length() {
    var notice = notice("signed", "O1");

    assertThat(StepRules.refusal(notice, OFFICER, new Rectify(" "))).contains(Refusal.TEXT_MISSING);
    assertThat(StepRules.refusal(notice, OFFICER, new Rectify("x".repeat(4_000)))).isEmpty();
    assertThat(StepRules.refusal(notice, OFFICER, new Rectify("x".repeat(4_001))))
        .contains(Refusal.TEXT_MISSING);
  }

  private static Caller caller(String officer, String unit, Role... roles) {
    return new Caller("account-" + officer, Set.of(roles), unit, officer);
  }

  static Notice notice(String state, @Nullable String officer) {
    return new Notice(
        "N1",
        new NoticeNumber("D0102", 2026, 1),
        "示例所整改〔2026〕1号",
        officer,
        "A1",
        "case/A1",
        "case",
        "filing-review",
        new Names("立案审查", "Filing review"),
        "serious",
        "D1",
        1,
        Instant.parse("2026-03-01T16:00:00Z"),
        Instant.parse("2026-03-02T16:00:00Z"),
        NoticeState.of(state, "O1"),
        4);
  }
}
