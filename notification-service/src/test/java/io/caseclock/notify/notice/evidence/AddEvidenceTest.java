package io.caseclock.notify.notice.evidence;

import static io.caseclock.notify.notice.NoticeOffice.LARGEST;
import static io.caseclock.notify.notice.NoticeOffice.NOW;
import static io.caseclock.notify.notice.NoticeOffice.O1;
import static io.caseclock.notify.notice.NoticeOffice.O2;
import static io.caseclock.notify.notice.NoticeOffice.caller;
import static io.caseclock.notify.notice.NoticeOffice.done;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.caseclock.access.Caller;
import io.caseclock.access.Role;
import io.caseclock.notify.notice.Notice;
import io.caseclock.notify.notice.NoticeOffice;
import io.caseclock.notify.notice.Outcome;
import io.caseclock.notify.notice.Outcome.Refused;
import io.caseclock.notify.notice.Refusal;
import io.caseclock.notify.notice.evidence.AddEvidence.Sent;
import io.caseclock.notify.notice.step.Action;
import io.caseclock.notify.notice.step.Command;
import org.junit.jupiter.api.Test;

class AddEvidenceTest {

  private final NoticeOffice office = new NoticeOffice();
  private final Notice notice = office.issuedFor("D1");

  @Test
  void a_file_is_kept_once_and_its_hash_goes_with_the_next_report() {
    var first = added("卷宗已补齐");
    assertThat(added("卷宗已补齐").id()).isEqualTo(first.id());
    assertThat(added("附件二").seq()).isEqualTo(2);

    take(Action.SIGN, "");
    take(Action.RECTIFY, "见附件");

    assertThat(office.last(notice).data().get("evidence"))
        .isEqualTo(office.evidence.ofNotice(notice.id()).stream().map(Evidence::sha256).toList());
  }

  @Test
  void whoever_has_sent_a_file_is_no_reviewer() {
    added("卷宗已补齐");

    assertThat(office.now(notice).contributors()).containsExactly("O1");
    assertThat(office.now(notice).version()).isEqualTo(notice.version());
  }

  @Test
  void what_is_empty_too_large_or_not_what_it_says_is_refused() {
    assertThat(refusal(add(O1, "text/plain", ""))).isEqualTo(Refusal.EVIDENCE_EMPTY);
    assertThat(refusal(add(O1, "text/plain", "x".repeat(LARGEST + 1))))
        .isEqualTo(Refusal.EVIDENCE_TOO_LARGE);
    assertThat(refusal(add(O1, "text/html", "<html>"))).isEqualTo(Refusal.EVIDENCE_WRONG_TYPE);
    assertThat(refusal(add(O1, "application/pdf", "<html>")))
        .isEqualTo(Refusal.EVIDENCE_WRONG_TYPE);
    assertThat(refusal(add(O1, "text/plain", "%PDF-1.7"))).isEqualTo(Refusal.EVIDENCE_WRONG_TYPE);
    assertThat(refusal(add(O1, "text/plain", "\u0000\u0001")))
        .isEqualTo(Refusal.EVIDENCE_WRONG_TYPE);
    assertThat(refusal(add(O1, "text/plain", "X is not sound")))
        .isEqualTo(Refusal.EVIDENCE_NOT_SOUND);
    assertThat(office.evidence.ofNotice(notice.id())).isEmpty();
  }

  @Test
  void all_files_of_a_notice_together_have_a_bound() {
    added("a".repeat(LARGEST));
    added("b".repeat(LARGEST));

    assertThat(refusal(add(O1, "text/plain", "c"))).isEqualTo(Refusal.EVIDENCE_TOO_LARGE);
  }

  @Test
  void only_whoever_has_to_answer_it_adds_files() {
    assertThat(refusal(add(O2, "text/plain", "x"))).isEqualTo(Refusal.NOT_RESPONSIBLE);
    assertThat(refusal(add(caller("O3", "D0103", Role.OFFICER), "text/plain", "x")))
        .isEqualTo(Refusal.UNKNOWN);
  }

  private void take(Action action, String text) {
    office.takeStep.take(notice.id(), O1, Command.of(action, text), null, NOW);
  }

  private Evidence added(String text) {
    return done(add(O1, "text/plain; charset=UTF-8", text));
  }

  private Outcome<Evidence> add(Caller caller, String type, String text) {
    var sent = new Sent("file", type, text.getBytes(UTF_8));
    return office.addEvidence.add(notice.id(), caller, sent, NOW);
  }

  private static Refusal refusal(Outcome<Evidence> outcome) {
    return ((Refused<Evidence>) outcome).why();
  }
}
