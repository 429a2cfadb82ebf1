package io.caseclock.notify.notice.issue;

import static io.caseclock.notify.notice.NoticeOffice.L1;
import static io.caseclock.notify.notice.NoticeOffice.L3;
import static io.caseclock.notify.notice.NoticeOffice.NOW;
import static io.caseclock.notify.notice.NoticeOffice.S1;
import static io.caseclock.notify.notice.NoticeOffice.done;
import static org.assertj.core.api.Assertions.assertThat;

import io.caseclock.access.Caller;
import io.caseclock.access.Role;
import io.caseclock.notify.notice.Notice;
import io.caseclock.notify.notice.NoticeOffice;
import io.caseclock.notify.notice.Outcome;
import io.caseclock.notify.notice.Outcome.Refused;
import io.caseclock.notify.notice.Refusal;
import io.caseclock.notify.notice.issue.RecordFinding.Finding;
import io.caseclock.notify.notice.issue.RecordFinding.Recorded;
import io.caseclock.notify.notice.step.Action;
import io.caseclock.notify.notice.step.Command;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RecordFindingTest {

  private final NoticeOffice office = new NoticeOffice();

  @Test
  void a_finding_of_the_own_subtree_becomes_a_notice() {
    var notice = recorded("F1", "卷内缺页").notice();

    assertThat(notice.officer()).isEqualTo("O2");
    assertThat(notice.state().wire()).isEqualTo("delivered");
    assertThat(notice.issuer()).isEqualTo("S1");
    assertThat(office.notices.steps("F1").getFirst().by().role()).isEqualTo("supervisor");
    assertThat(refusal(record(L3, finding("F2", "D0102", "O2", "卷内缺页"))))
        .isEqualTo(Refusal.UNKNOWN_UNIT);
    assertThat(refusal(record(S1, finding("F2", "D0102", "O3", "卷内缺页"))))
        .isEqualTo(Refusal.OFFICER_OF_ANOTHER_UNIT);
  }

  @Test
  void the_opinion_of_a_prosecutor_becomes_a_notice_that_says_so() {
    var prosecutor = new Caller("p-1", Set.of(Role.PROSECUTOR), "D01", null);

    var notice = done(record(prosecutor, finding("F1", "D0102", null, "应当立案"))).notice();

    assertThat(notice.unit()).isEqualTo("D0102");
    assertThat(office.notices.steps("F1").getFirst().by().role()).isEqualTo("prosecutor");
    assertThat(office.notices.steps("F1").getFirst().by().name()).isEqualTo("p-1");
  }

  @Test
  void recorded_again_with_the_same_id_it_is_the_same() {
    recorded("F1", "卷内缺页");

    assertThat(recorded("F1", "卷内缺页").isNew()).isFalse();
    assertThat(refusal(record(S1, finding("F1", "D0102", "O2", "另一问题"))))
        .isEqualTo(Refusal.KEY_USED_OTHERWISE);
  }

  @Test
  void an_equal_finding_is_refused_while_its_notice_is_open() {
    recorded("F1", "卷内缺页");

    var refused = (Refused<Recorded>) record(S1, finding("F2", "D0102", "O2", "卷内缺页"));
    assertThat(refused.why()).isEqualTo(Refusal.FOUND_ALREADY);
    assertThat(refused.present()).extracting(Notice::id).isEqualTo("F1");
    assertThat(recorded("F3", "另一问题").isNew()).isTrue();

    office.takeStep.take("F1", S1, Command.of(Action.WITHDRAW, "录入错误"), null, NOW);
    assertThat(recorded("F4", "卷内缺页").isNew()).isTrue();
  }

  @Test
  void nobody_finds_a_fault_in_a_case_that_belongs_to_a_neighbour() {
    office.cases.put("A9", Set.of("D0102"));

    assertThat(refusal(record(L3, finding("F1", "D0103", null, "卷内缺页"))))
        .isEqualTo(Refusal.FOREIGN_CASE);
    assertThat(record(L1, finding("F2", "D0102", null, "卷内缺页"))).isInstanceOf(Outcome.Done.class);

    office.cases.put("A9", Set.of("D0102", "D0103"));
    assertThat(record(L3, finding("F1", "D0103", null, "卷内缺页"))).isInstanceOf(Outcome.Done.class);
  }

  private Recorded recorded(String id, String text) {
    return done(record(S1, finding(id, "D0102", "O2", text)));
  }

  private Outcome<Recorded> record(Caller caller, Finding finding) {
    return office.recordFinding.record(finding, caller, NOW);
  }

  private static Finding finding(String id, String unit, @Nullable String officer, String text) {
    return new Finding(id, unit, officer, "A9", "case-file", "示例规定 第二条", text);
  }

  private static Refusal refusal(Outcome<Recorded> outcome) {
    return ((Refused<Recorded>) outcome).why();
  }
}
