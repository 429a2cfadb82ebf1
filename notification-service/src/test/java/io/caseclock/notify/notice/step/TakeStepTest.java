package io.caseclock.notify.notice.step;

import static io.caseclock.notify.notice.NoticeOffice.L1;
import static io.caseclock.notify.notice.NoticeOffice.L3;
import static io.caseclock.notify.notice.NoticeOffice.L9;
import static io.caseclock.notify.notice.NoticeOffice.NOW;
import static io.caseclock.notify.notice.NoticeOffice.O1;
import static io.caseclock.notify.notice.NoticeOffice.O2;
import static io.caseclock.notify.notice.NoticeOffice.S1;
import static io.caseclock.notify.notice.NoticeOffice.TODAY;
import static io.caseclock.notify.notice.NoticeOffice.caller;
import static io.caseclock.notify.notice.NoticeOffice.done;
import static org.assertj.core.api.Assertions.assertThat;

import io.caseclock.access.Caller;
import io.caseclock.access.Role;
import io.caseclock.contract.Names;
import io.caseclock.notify.notice.Actor;
import io.caseclock.notify.notice.Notice;
import io.caseclock.notify.notice.NoticeOffice;
import io.caseclock.notify.notice.NoticeStep;
import io.caseclock.notify.notice.Outcome;
import io.caseclock.notify.notice.Outcome.Done;
import io.caseclock.notify.notice.Outcome.Refused;
import io.caseclock.notify.notice.Refusal;
import io.caseclock.notify.notice.StepKind;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TakeStepTest {

  private static final Names WHY = new Names("按时", "in time");

  private final NoticeOffice office = new NoticeOffice();
  private final Notice notice = office.issuedFor("D1");

  @Test
  void each_step_is_recorded_with_who_took_it_in_which_role() {
    take(O1, Action.SIGN, "");
    take(O1, Action.RECTIFY, "卷宗已补齐");
    take(L1, Action.RETURN, "缺少证明");
    take(O1, Action.RECTIFY, "证明已附");
    take(L1, Action.ACCEPT, "");

    assertThat(office.history(notice))
        .containsExactly(
            "issued",
            "delivered",
            "signed",
            "rectified",
            "under-review",
            "returned",
            "rectified",
            "under-review",
            "accepted",
            "closed");
    var steps = office.notices.steps(notice.id());
    assertThat(steps.get(2).by()).isEqualTo(new Actor("account-O1", "O1", "officer"));
    assertThat(steps.get(4).text()).isEmpty();
    assertThat(steps.get(5).by()).isEqualTo(new Actor("account-L1", "L1", "legal-officer"));
    assertThat(steps.get(5).text()).isEqualTo("缺少证明");
    assertThat(steps.getLast().by()).isEqualTo(Actor.SYSTEM);
    assertThat(state()).isEqualTo("closed");
    assertThat(office.now(notice).version()).isEqualTo(10);
  }

  @Test
  void a_substitute_answers_for_who_is_away_and_is_written_down_as_such() {
    office.people.away("O1", NOW, NOW.plusSeconds(3600), "O2");

    take(O2, Action.SIGN, "");
    take(O2, Action.RECTIFY, "卷宗已补齐");

    var steps = office.notices.steps(notice.id());
    assertThat(steps.get(2).by()).isEqualTo(new Actor("account-O2", "O2", "officer", "O1"));
    assertThat(steps.get(3).by().actingFor()).isEqualTo("O1");
    assertThat(office.now(notice).officer()).isEqualTo("O1");
    assertThat(office.now(notice).contributors()).containsExactly("O2");
  }

  @Test
  void who_stands_in_does_so_only_while_the_other_is_away_and_never_judges() {
    office.people.away("O1", NOW.plusSeconds(1), NOW.plusSeconds(3600), "O2");
    assertThat(refusal(take(O2, Action.SIGN, ""))).isEqualTo(Refusal.NOT_RESPONSIBLE);

    office.people.away("O1", NOW, NOW.plusSeconds(3600), "L1");
    take(L1, Action.SIGN, "");
    take(O1, Action.RECTIFY, "卷宗已补齐");

    assertThat(refusal(take(L1, Action.REVIEW, ""))).isEqualTo(Refusal.OWN_WORK);
  }

  @Test
  void a_plan_pauses_the_escalations_and_names_the_day_after_it() {
    take(O1, Action.SIGN, "");

    plan(O1, 3);
    assertThat(refusal(plan(O1, 4))).isEqualTo(Refusal.STATE_FORBIDS);
    assertThat(office.last(notice).data())
        .isEqualTo(
            Map.of(
                "planned", TODAY.plusDays(3).toString(),
                "on", TODAY.plusDays(4).toString()));
    assertThat(office.now(notice).state().memory().plannedOn()).isEqualTo(TODAY.plusDays(3));

    plan(S1, 60);
    assertThat(office.last(notice).by().role()).isEqualTo("supervisor");
    assertThat(office.paused).containsEntry("D1", TODAY.plusDays(60));
  }

  @Test
  void an_objection_that_is_rejected_stands_where_it_stood_and_is_not_raised_again() {
    take(O1, Action.OBJECT, "已按期办结");
    assertThat(state()).isEqualTo("objected");
    assertThat(office.notified.told("异议待裁")).containsExactly("L9", "S1");
    var sign = refused(take(O1, Action.SIGN, ""));
    assertThat(sign.why()).isEqualTo(Refusal.STATE_FORBIDS);
    assertThat(sign.last()).extracting(NoticeStep::kind).isEqualTo(StepKind.OBJECTED);

    assertThat(refusal(take(L1, Action.REJECT, "证据不足"))).isEqualTo(Refusal.NOT_DECIDER);
    take(L9, Action.REJECT, "证据不足");
    assertThat(state()).isEqualTo("delivered");
    assertThat(office.last(notice).data()).containsEntry("decision", "rejected");
    assertThat(refusal(take(O1, Action.OBJECT, "again"))).isEqualTo(Refusal.OBJECTED_ALREADY);
  }

  @Test
  void an_objection_that_is_upheld_takes_the_notice_back() {
    take(O1, Action.SIGN, "");
    take(O1, Action.OBJECT, "系统故障");
    take(S1, Action.UPHOLD, "情况属实");

    assertThat(office.history(notice))
        .containsExactly(
            "issued", "delivered", "signed", "objected", "objection-decided", "withdrawn");
    assertThat(office.notified.superseded).containsExactly(notice.id());
  }

  @Test
  void one_reviewer_takes_it_and_another_sees_who() {
    rectified();
    take(L1, Action.REVIEW, "");

    var refused = refused(take(L9, Action.ACCEPT, ""));
    assertThat(refused.why()).isEqualTo(Refusal.TAKEN_BY_ANOTHER);
    assertThat(refused.last())
        .extracting(NoticeStep::by, NoticeStep::kind)
        .containsExactly(new Actor("account-L1", "L1", "legal-officer"), StepKind.UNDER_REVIEW);

    take(L9, Action.REVIEW, "L1 休假");
    assertThat(office.now(notice).state().memory().reviewer()).isEqualTo("L9");
    assertThat(refusal(take(L1, Action.ACCEPT, ""))).isEqualTo(Refusal.TAKEN_BY_ANOTHER);
    take(L9, Action.ACCEPT, "");
    assertThat(state()).isEqualTo("closed");
  }

  @Test
  void the_reviewer_is_never_the_rectifier() {
    var both = caller("O1", "D0102", Role.OFFICER, Role.LEGAL_OFFICER);
    take(both, Action.SIGN, "");
    take(both, Action.RECTIFY, "done");

    assertThat(refusal(take(both, Action.ACCEPT, ""))).isEqualTo(Refusal.OWN_WORK);
    assertThat(take(L9, Action.ACCEPT, "")).isInstanceOf(Done.class);
  }

  @Test
  void a_notice_is_handed_to_another_officer_who_is_told() {
    assertThat(refusal(reassign("O3"))).isEqualTo(Refusal.UNKNOWN_OFFICER);
    reassign("O2");

    assertThat(office.now(notice).officer()).isEqualTo("O2");
    assertThat(office.last(notice).data()).isEqualTo(Map.of("officer", "O2"));
    assertThat(office.notified.told("转办")).containsExactly("O2");
    assertThat(refusal(take(O1, Action.SIGN, ""))).isEqualTo(Refusal.NOT_RESPONSIBLE);
    assertThat(take(O2, Action.SIGN, "")).isInstanceOf(Done.class);
  }

  @Test
  void a_stale_version_is_refused_unless_the_caller_may_not_at_all() {
    var sign = Command.of(Action.SIGN, "");

    assertThat(refusal(office.takeStep.take(notice.id(), O1, sign, 1, NOW)))
        .isEqualTo(Refusal.STALE);
    assertThat(refusal(office.takeStep.take(notice.id(), O2, sign, 1, NOW)))
        .isEqualTo(Refusal.NOT_RESPONSIBLE);
    assertThat(office.takeStep.take(notice.id(), O1, sign, 2, NOW)).isInstanceOf(Done.class);
  }

  @Test
  void what_a_person_wrote_is_set_apart_from_the_sentence_around_it() {
    rectified();
    take(L1, Action.RETURN, "Some proof is missing.");
    take(L9, Action.WITHDRAW, "entered by mistake");

    assertThat(office.notified.texts("已退回"))
        .singleElement()
        .asString()
        .contains("by the reviewer: “Some proof is missing.”. Rectify again");
    assertThat(office.notified.texts("已撤回"))
        .singleElement()
        .asString()
        .endsWith("Reason: “entered by mistake”");
  }

  @Test
  void a_notice_outside_the_callers_units_is_unknown() {
    var refused = refused(take(L3, Action.WITHDRAW, "mine"));

    assertThat(refused.why()).isEqualTo(Refusal.UNKNOWN);
    assertThat(refused.present()).isNull();
  }

  @Test
  void a_legal_officer_of_the_issuer_withdraws_with_a_reason_and_once() {
    assertThat(refusal(take(L9, Action.WITHDRAW, ""))).isEqualTo(Refusal.TEXT_MISSING);
    assertThat(refusal(take(L1, Action.WITHDRAW, "录入错误"))).isEqualTo(Refusal.NOT_WITHDRAWER);
    take(L9, Action.WITHDRAW, "录入错误");

    assertThat(state()).isEqualTo("withdrawn");
    assertThat(refusal(take(L9, Action.WITHDRAW, "again"))).isEqualTo(Refusal.STATE_FORBIDS);
  }

  @Test
  void an_order_falls_with_the_notice_that_it_names() {
    var order = done(office.supervise.order(notice.id(), S1, "逾期未办", NOW));
    take(L9, Action.WITHDRAW, "录入错误");

    assertThat(office.now(order).state().wire()).isEqualTo("withdrawn");
    assertThat(office.last(order).by()).isEqualTo(Actor.SYSTEM);
  }

  @Test
  void a_breach_that_proves_wrong_takes_its_notice_back() {
    office.takeStep.proveWrong("D1", WHY, NOW);

    assertThat(state()).isEqualTo("withdrawn");
    assertThat(office.last(notice).text()).isEqualTo("按时 (in time)");
    assertThat(office.takeStep.proveWrong("D1", WHY, NOW)).isEmpty();
  }

  private void rectified() {
    take(O1, Action.SIGN, "");
    take(O1, Action.RECTIFY, "卷宗已补齐");
  }

  private String state() {
    return office.now(notice).state().wire();
  }

  private Outcome<Notice> plan(Caller caller, int days) {
    var command = Command.plan(TODAY.plusDays(days), "");
    return office.takeStep.take(notice.id(), caller, command, null, NOW);
  }

  private Outcome<Notice> reassign(String officer) {
    var command = Command.reassign(officer, "调离");
    return office.takeStep.take(notice.id(), L1, command, null, NOW);
  }

  private Outcome<Notice> take(Caller caller, Action action, String text) {
    return office.takeStep.take(notice.id(), caller, Command.of(action, text), null, NOW);
  }

  private static Refusal refusal(Outcome<Notice> outcome) {
    return refused(outcome).why();
  }

  private static Refused<Notice> refused(Outcome<Notice> outcome) {
    assertThat(outcome).isInstanceOf(Refused.class);
    return (Refused<Notice>) outcome;
  }
}
