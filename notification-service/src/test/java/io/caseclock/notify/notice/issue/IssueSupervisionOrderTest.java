package io.caseclock.notify.notice.issue;

import static io.caseclock.notify.notice.NoticeOffice.L1;
import static io.caseclock.notify.notice.NoticeOffice.L3;
import static io.caseclock.notify.notice.NoticeOffice.NOW;
import static io.caseclock.notify.notice.NoticeOffice.O1;
import static io.caseclock.notify.notice.NoticeOffice.S1;
import static io.caseclock.notify.notice.NoticeOffice.done;
import static org.assertj.core.api.Assertions.assertThat;

import io.caseclock.access.Caller;
import io.caseclock.notify.notice.Notice;
import io.caseclock.notify.notice.NoticeKind;
import io.caseclock.notify.notice.NoticeOffice;
import io.caseclock.notify.notice.Outcome;
import io.caseclock.notify.notice.Outcome.Done;
import io.caseclock.notify.notice.Outcome.Refused;
import io.caseclock.notify.notice.Refusal;
import io.caseclock.notify.notice.step.Action;
import io.caseclock.notify.notice.step.Command;
import org.junit.jupiter.api.Test;

class IssueSupervisionOrderTest {

  private final NoticeOffice office = new NoticeOffice();
  private final Notice lower = office.issuedFor("D1");

  @Test
  void only_a_unit_above_orders_with_a_text_of_bounded_length() {
    assertThat(refusal(order(L1, "督办"))).isEqualTo(Refusal.NOT_ABOVE);
    assertThat(refusal(order(O1, "督办"))).isEqualTo(Refusal.NOT_ABOVE);
    assertThat(refusal(order(L3, "督办"))).isEqualTo(Refusal.UNKNOWN);
    assertThat(refusal(order(S1, ""))).isEqualTo(Refusal.TEXT_MISSING);
    assertThat(refusal(order(S1, "x".repeat(4_001)))).isEqualTo(Refusal.TEXT_MISSING);
  }

  @Test
  void an_order_is_counted_above_names_the_notice_below_and_comes_once() {
    var order = ordered();

    assertThat(order.kind()).isEqualTo(NoticeKind.SUPERVISION_ORDER);
    assertThat(order.number()).isEqualTo("D01督办〔2026〕1号");
    assertThat(order.unit()).isEqualTo("D0102");
    assertThat(order.lower()).isEqualTo(lower.id());
    assertThat(office.history(lower)).endsWith("escalated");
    assertThat(office.last(lower).data()).containsEntry("order", order.id());
    assertThat(office.last(lower).by().role()).isEqualTo("supervisor");
    assertThat(((Refused<Notice>) order(S1, "again")).present())
        .extracting(Notice::id)
        .isEqualTo(order.id());
  }

  @Test
  void the_issuer_orders_too_but_a_unit_that_has_issued_to_itself_does_not() {
    assertThat(lower.serial().unit()).isEqualTo("D01");
    assertThat(office.supervise.mayOrder(lower, S1)).isTrue();

    var ofTheRoot = office.issuedTo("D01");

    assertThat(ofTheRoot.serial().unit()).isEqualTo("D01");
    assertThat(office.supervise.mayOrder(ofTheRoot, S1)).isFalse();
  }

  @Test
  void an_order_closes_after_the_notice_below() {
    var order = ordered();
    take(order, L1, Action.SIGN, "");
    take(order, L1, Action.RECTIFY, "已督促");

    assertThat(refusal(take(order, L1, Action.ACCEPT, ""))).isEqualTo(Refusal.NOT_REVIEWER);
    assertThat(refusal(take(order, S1, Action.ACCEPT, ""))).isEqualTo(Refusal.LOWER_UNFINISHED);

    take(lower, O1, Action.SIGN, "");
    take(lower, O1, Action.RECTIFY, "卷宗已补齐");
    take(lower, L1, Action.ACCEPT, "");
    assertThat(take(order, S1, Action.ACCEPT, "")).isInstanceOf(Done.class);
    assertThat(refusal(order(S1, "too late"))).isEqualTo(Refusal.FINISHED);
  }

  private Notice ordered() {
    return done(order(S1, "逾期未办"));
  }

  private Outcome<Notice> order(Caller caller, String why) {
    return office.supervise.order(lower.id(), caller, why, NOW);
  }

  private Outcome<Notice> take(Notice notice, Caller caller, Action action, String text) {
    return office.takeStep.take(notice.id(), caller, Command.of(action, text), null, NOW);
  }

  private static Refusal refusal(Outcome<Notice> outcome) {
    return ((Refused<Notice>) outcome).why();
  }
}
