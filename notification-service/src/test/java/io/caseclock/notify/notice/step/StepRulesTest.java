package io.caseclock.notify.notice.step;

import static org.assertj.core.api.Assertions.assertThat;

import io.caseclock.access.Caller;
import io.caseclock.access.Role;
import io.caseclock.contract.Names;
import io.caseclock.notify.notice.Acting;
import io.caseclock.notify.notice.Notice;
import io.caseclock.notify.notice.NoticeKind;
import io.caseclock.notify.notice.NoticeNumber;
import io.caseclock.notify.notice.NoticeState;
import io.caseclock.notify.notice.NoticeState.Memory;
import io.caseclock.notify.notice.Refusal;
import io.caseclock.notify.notice.evidence.AddEvidence;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StepRulesTest {

  private static final LocalDate TODAY = LocalDate.parse("2026-03-10");
  private static final StepContext NOW =
      new StepContext(TODAY, 30, false, false, officer -> officer.startsWith("O"));
  private static final StepContext LOWER_OPEN =
      new StepContext(TODAY, 30, true, false, officer -> true);
  private static final Caller OFFICER = caller("O1", "D0102", Role.OFFICER);
  private static final Caller LEGAL = caller("L1", "D01", Role.LEGAL_OFFICER);
  private static final Caller SUPERVISOR = caller("S1", "D0102", Role.SUPERVISOR);

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    // state,         sign, object, uphold, reject, plan, rectify, review, accept, return, withdraw
    "issued,           yes,  no,     no,     no,     no,   no,      no,     no,     no,     yes,"
        + " yes",
    "delivered,        yes,  yes,    no,     no,     no,   no,      no,     no,     no,     yes,"
        + " yes",
    "signed,           no,   yes,    no,     no,     yes,  yes,     no,     no,     no,     yes,"
        + " yes",
    "objected,         no,   no,     yes,    yes,    no,   no,      no,     no,     no,     yes,"
        + " yes",
    "in-rectification, no,   no,     no,     no,     no,   yes,     no,     no,     no,     yes,"
        + " yes",
    "rectified,        no,   no,     no,     no,     no,   no,      yes,    yes,    yes,    yes,"
        + " yes",
    "under-review,     no,   no,     no,     no,     no,   no,      no,     yes,    yes,    yes,"
        + " yes",
    "returned,         no,   no,     no,     no,     yes,  yes,     no,     no,     no,     yes,"
        + " yes",
    "accepted,         no,   no,     no,     no,     no,   no,      no,     no,     no,     yes,"
        + " no",
    "closed,           no,   no,     no,     no,     no,   no,      no,     no,     no,     no, "
        + " no",
    "withdrawn,        no,   no,     no,     no,     no,   no,      no,     no,     no,     no,  no"
  })
  void each_state_allows_its_own_steps_and_no_other(
      String state,
      String sign,
      String object,
      String uphold,
      String reject,
      String plan,
      String rectify,
      String review,
      String accept,
      String giveBack,
      String withdraw,
      String reassign) {
    var notice = notice(state, "O1");

    assertThat(answer(notice, OFFICER, Command.of(Action.SIGN, ""))).isEqualTo(sign);
    assertThat(answer(notice, OFFICER, Command.of(Action.OBJECT, "no"))).isEqualTo(object);
    assertThat(answer(notice, LEGAL, Command.of(Action.UPHOLD, "true"))).isEqualTo(uphold);
    assertThat(answer(notice, LEGAL, Command.of(Action.REJECT, "false"))).isEqualTo(reject);
    assertThat(answer(notice, OFFICER, Command.plan(TODAY, ""))).isEqualTo(plan);
    assertThat(answer(notice, OFFICER, Command.of(Action.RECTIFY, "done"))).isEqualTo(rectify);
    assertThat(answer(notice, LEGAL, Command.of(Action.REVIEW, ""))).isEqualTo(review);
    assertThat(answer(notice, LEGAL, Command.of(Action.ACCEPT, ""))).isEqualTo(accept);
    assertThat(answer(notice, LEGAL, Command.of(Action.RETURN, "not yet"))).isEqualTo(giveBack);
    assertThat(answer(notice, LEGAL, Command.of(Action.WITHDRAW, "an error"))).isEqualTo(withdraw);
    assertThat(answer(notice, LEGAL, Command.reassign("O2", "has left"))).isEqualTo(reassign);
  }

  private static String answer(Notice notice, Caller caller, Command command) {
    var refusal = StepRules.refusal(notice, caller, command, NOW);
    return refusal.isEmpty()
        ? "yes"
        : refusal.get() == Refusal.STATE_FORBIDS ? "no" : refusal.get().name();
  }

  @Test
  void every_state_is_found_again_by_what_is_kept_of_it() {
    for (var state : STATES) {
      var read = notice(state, "O1").state();
      assertThat(read.wire()).isEqualTo(state);
      assertThat(NoticeState.of(read.wire(), read.memory())).isEqualTo(read);
    }
  }

  private static final List<String> STATES =
      List.of(
          "issued",
          "delivered",
          "signed",
          "objected",
          "in-rectification",
          "rectified",
          "under-review",
          "returned",
          "accepted",
          "closed",
          "withdrawn");

  @Test
  void only_the_named_officer_answers() {
    var other = caller("O2", "D0102", Role.OFFICER);
    var delivered = notice("delivered", "O1");
    var signed = notice("signed", "O1");

    assertThat(refusal(delivered, OFFICER, Command.of(Action.SIGN, ""))).isEmpty();
    assertThat(refusal(delivered, other, Command.of(Action.SIGN, "")))
        .contains(Refusal.NOT_RESPONSIBLE);
    assertThat(refusal(delivered, SUPERVISOR, Command.of(Action.SIGN, "")))
        .contains(Refusal.NOT_RESPONSIBLE);
    assertThat(refusal(delivered, other, Command.of(Action.OBJECT, "no")))
        .contains(Refusal.NOT_RESPONSIBLE);
    assertThat(refusal(signed, other, Command.plan(TODAY, ""))).contains(Refusal.NOT_RESPONSIBLE);
    assertThat(refusal(signed, other, Command.of(Action.RECTIFY, "done")))
        .contains(Refusal.NOT_RESPONSIBLE);
    assertThat(AddEvidence.refusal(signed, Acting.self(other))).contains(Refusal.NOT_RESPONSIBLE);
  }

  @Test
  void where_no_officer_is_named_any_officer_of_the_unit_signs_but_nobody_above() {
    var notice = notice("delivered", null);

    assertThat(refusal(notice, OFFICER, Command.of(Action.SIGN, ""))).isEmpty();
    assertThat(refusal(notice, caller("O9", "D01", Role.OFFICER), Command.of(Action.SIGN, "")))
        .contains(Refusal.NOT_RESPONSIBLE);
    assertThat(refusal(notice, SUPERVISOR, Command.of(Action.SIGN, "")))
        .contains(Refusal.NOT_RESPONSIBLE);
  }

  @Test
  void whoever_had_a_hand_in_it_never_judges_it() {
    var both = caller("O1", "D0102", Role.OFFICER, Role.LEGAL_OFFICER);
    var mended = notice("rectified", null).workedOnBy("O1");

    for (var command :
        List.of(
            Command.of(Action.REVIEW, ""),
            Command.of(Action.ACCEPT, ""),
            Command.of(Action.RETURN, "no"),
            Command.of(Action.WITHDRAW, "an error"))) {
      assertThat(refusal(mended, both, command)).contains(Refusal.OWN_WORK);
      assertThat(refusal(notice("rectified", "O1"), both, command)).contains(Refusal.OWN_WORK);
      assertThat(refusal(mended, LEGAL, command)).isEmpty();
    }
    var proofs = notice("rectified", null).workedOnBy("L1");
    assertThat(refusal(proofs, LEGAL, Command.of(Action.ACCEPT, ""))).contains(Refusal.OWN_WORK);
  }

  @Test
  void a_supervisor_withdraws_but_does_not_review() {
    var notice = notice("rectified", "O1");

    assertThat(refusal(notice, SUPERVISOR, Command.of(Action.WITHDRAW, "an error"))).isEmpty();
    assertThat(refusal(notice, SUPERVISOR, Command.of(Action.REVIEW, "")))
        .contains(Refusal.NOT_REVIEWER);
    assertThat(refusal(notice, SUPERVISOR, Command.of(Action.ACCEPT, "")))
        .contains(Refusal.NOT_REVIEWER);
    assertThat(refusal(notice, OFFICER, Command.of(Action.WITHDRAW, "an error")))
        .contains(Refusal.NOT_WITHDRAWER);
  }

  @Test
  void what_one_reviewer_has_taken_another_takes_over_only_with_a_reason() {
    var taken = notice("under-review", "O1");
    var other = caller("L2", "D01", Role.LEGAL_OFFICER);

    assertThat(refusal(taken, other, Command.of(Action.ACCEPT, "")))
        .contains(Refusal.TAKEN_BY_ANOTHER);
    assertThat(refusal(taken, other, Command.of(Action.RETURN, "no")))
        .contains(Refusal.TAKEN_BY_ANOTHER);
    assertThat(refusal(taken, other, Command.of(Action.REVIEW, "")))
        .contains(Refusal.TAKEN_BY_ANOTHER);
    assertThat(refusal(taken, other, Command.of(Action.REVIEW, "L1 is on leave"))).isEmpty();
    assertThat(refusal(taken, LEGAL, Command.of(Action.REVIEW, "again")))
        .contains(Refusal.STATE_FORBIDS);
  }

  @Test
  void a_plan_lies_between_today_and_the_longest_plan() {
    var notice = notice("signed", "O1");

    assertThat(refusal(notice, OFFICER, Command.plan(TODAY.minusDays(1), "")))
        .contains(Refusal.PLAN_OUT_OF_BOUNDS);
    assertThat(refusal(notice, OFFICER, Command.plan(TODAY, ""))).isEmpty();
    assertThat(refusal(notice, OFFICER, Command.plan(TODAY.plusDays(30), ""))).isEmpty();
    assertThat(refusal(notice, OFFICER, Command.plan(TODAY.plusDays(31), "")))
        .contains(Refusal.PLAN_OUT_OF_BOUNDS);
  }

  @Test
  void a_supervisor_plans_further_off_and_moves_a_plan_but_not_without_end() {
    var planned = notice("in-rectification", "O1");

    assertThat(refusal(planned, SUPERVISOR, Command.plan(TODAY.plusDays(31), ""))).isEmpty();
    assertThat(refusal(planned, SUPERVISOR, Command.plan(TODAY.plusDays(366), ""))).isEmpty();
    assertThat(refusal(planned, SUPERVISOR, Command.plan(TODAY.plusDays(367), "")))
        .contains(Refusal.PLAN_OUT_OF_BOUNDS);
    assertThat(refusal(planned, OFFICER, Command.plan(TODAY, ""))).contains(Refusal.STATE_FORBIDS);
    assertThat(refusal(notice("signed", "O1"), LEGAL, Command.plan(TODAY, "")))
        .contains(Refusal.NOT_RESPONSIBLE);
  }

  @Test
  void an_objection_is_decided_by_neither_objector_nor_issuer_and_raised_once() {
    var objected = notice("objected", "O1").objectedToBy("O1");
    var issuedByHand = issuedBy("L1", objected);
    var both = caller("O1", "D0102", Role.OFFICER, Role.SUPERVISOR);

    for (var decision :
        List.of(Command.of(Action.UPHOLD, "yes"), Command.of(Action.REJECT, "no"))) {
      assertThat(refusal(objected, LEGAL, decision)).isEmpty();
      assertThat(refusal(objected, SUPERVISOR, decision)).isEmpty();
      assertThat(refusal(objected, OFFICER, decision)).contains(Refusal.NOT_DECIDER);
      assertThat(refusal(objected, both, decision)).contains(Refusal.OWN_WORK);
      assertThat(refusal(issuedByHand, LEGAL, decision)).contains(Refusal.OWN_WORK);
      assertThat(refusal(issuedByHand, SUPERVISOR, decision)).isEmpty();
    }
    var decided = notice("delivered", "O1").objectedToBy("O1");
    assertThat(refusal(decided, OFFICER, Command.of(Action.OBJECT, "again")))
        .contains(Refusal.OBJECTED_ALREADY);
  }

  @Test
  void a_notice_is_handed_to_another_officer_of_the_unit_by_those_who_watch() {
    var notice = notice("signed", "O1");

    assertThat(refusal(notice, SUPERVISOR, Command.reassign("O2", "has left"))).isEmpty();
    assertThat(refusal(notice, OFFICER, Command.reassign("O2", "no time")))
        .contains(Refusal.NOT_ASSIGNER);
    assertThat(refusal(notice, LEGAL, Command.reassign("O1", "the same")))
        .contains(Refusal.UNKNOWN_OFFICER);
    assertThat(refusal(notice, LEGAL, Command.reassign("X9", "not posted here")))
        .contains(Refusal.UNKNOWN_OFFICER);
    assertThat(refusal(notice, LEGAL, Command.reassign("O2", " "))).contains(Refusal.TEXT_MISSING);
  }

  @Test
  void an_order_is_answered_by_the_unit_and_judged_from_above() {
    var above = caller("S9", "D01", Role.SUPERVISOR);
    var delivered = order("delivered", null);
    var mended = order("rectified", null).workedOnBy("S1");

    assertThat(refusal(delivered, SUPERVISOR, Command.of(Action.SIGN, ""))).isEmpty();
    assertThat(refusal(delivered, above, Command.of(Action.SIGN, "")))
        .contains(Refusal.NOT_RESPONSIBLE);
    assertThat(refusal(mended, above, Command.of(Action.ACCEPT, ""))).isEmpty();
    assertThat(refusal(mended, LEGAL, Command.of(Action.ACCEPT, ""))).isEmpty();
    assertThat(
            refusal(mended, caller("S2", "D0102", Role.SUPERVISOR), Command.of(Action.ACCEPT, "")))
        .contains(Refusal.NOT_REVIEWER);
    assertThat(refusal(delivered, SUPERVISOR, Command.of(Action.WITHDRAW, "not wanted")))
        .contains(Refusal.NOT_WITHDRAWER);
    assertThat(refusal(delivered, SUPERVISOR, Command.reassign("O2", "you do it")))
        .contains(Refusal.NOT_ASSIGNER);
    assertThat(refusal(delivered, above, Command.of(Action.WITHDRAW, "done already"))).isEmpty();
  }

  @Test
  void an_order_is_not_accepted_before_the_notice_below_is_finished() {
    var mended = order("rectified", null);

    assertThat(StepRules.refusal(mended, LEGAL, Command.of(Action.ACCEPT, ""), LOWER_OPEN))
        .contains(Refusal.LOWER_UNFINISHED);
    assertThat(
            StepRules.refusal(
                mended, LEGAL, Command.of(Action.RETURN, "first that one"), LOWER_OPEN))
        .isEmpty();
    assertThat(StepRules.refusal(mended, LEGAL, Command.of(Action.ACCEPT, ""), NOW)).isEmpty();
  }

  @Test
  void evidence_is_added_while_it_is_the_officers_turn() {
    for (var state : STATES) {
      var open =
          Set.of("delivered", "signed", "objected", "in-rectification", "returned").contains(state);
      assertThat(AddEvidence.refusal(notice(state, "O1"), Acting.self(OFFICER)).isEmpty())
          .as(state)
          .isEqualTo(open);
    }
  }

  @Test
  void a_report_needs_a_text_of_bounded_length() {
    var notice = notice("signed", "O1");

    assertThat(refusal(notice, OFFICER, Command.of(Action.RECTIFY, " ")))
        .contains(Refusal.TEXT_MISSING);
    assertThat(refusal(notice, OFFICER, Command.of(Action.RECTIFY, "x".repeat(4_000)))).isEmpty();
    assertThat(refusal(notice, OFFICER, Command.of(Action.RECTIFY, "x".repeat(4_001))))
        .contains(Refusal.TEXT_MISSING);
    assertThat(refusal(notice, OFFICER, Command.of(Action.OBJECT, "")))
        .contains(Refusal.TEXT_MISSING);
  }

  @Test
  void the_forms_that_are_offered_are_those_that_would_pass() {
    assertThat(StepRules.allowed(notice("signed", "O1"), OFFICER, NOW))
        .extracting(command -> command.action().path())
        .containsExactly("object", "plan", "rectify");
    assertThat(StepRules.allowed(notice("rectified", "O1"), LEGAL, NOW))
        .extracting(command -> command.action().path())
        .containsExactly("review", "accept", "return", "reassign", "withdraw");
    assertThat(StepRules.allowed(notice("closed", "O1"), LEGAL, NOW)).isEmpty();
  }

  private static Optional<Refusal> refusal(Notice notice, Caller caller, Command command) {
    return StepRules.refusal(notice, caller, command, NOW);
  }

  private static Caller caller(String officer, String unit, Role... roles) {
    return new Caller("account-" + officer, Set.of(roles), unit, officer);
  }

  static Notice notice(String state, @Nullable String officer) {
    return notice(NoticeKind.NOTICE, state, officer, null);
  }

  private static Notice order(String state, @Nullable String officer) {
    return notice(NoticeKind.SUPERVISION_ORDER, state, officer, null);
  }

  private static Notice issuedBy(String issuer, Notice like) {
    return notice(like.kind(), like.state().wire(), like.officer(), issuer)
        .objectedToBy(like.objector());
  }

  private static Notice notice(
      NoticeKind kind, String state, @Nullable String officer, @Nullable String issuer) {
    return new Notice(
        "N1",
        kind,
        new NoticeNumber("D0102", 2026, 1),
        "示例所整改〔2026〕1号",
        "D0102",
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
        null,
        Instant.parse("2026-03-02T16:00:00Z"),
        issuer,
        kind == NoticeKind.NOTICE ? null : "N0",
        Set.of(),
        null,
        NoticeState.of(state, new Memory("O1", "L1", TODAY, "delivered")),
        4);
  }
}
