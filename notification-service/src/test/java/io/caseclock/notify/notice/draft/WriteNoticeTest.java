package io.caseclock.notify.notice.draft;

import static io.caseclock.notify.notice.NoticeOffice.L1;
import static io.caseclock.notify.notice.NoticeOffice.L3;
import static io.caseclock.notify.notice.NoticeOffice.NOW;
import static io.caseclock.notify.notice.NoticeOffice.S1;
import static io.caseclock.notify.notice.NoticeOffice.done;
import static org.assertj.core.api.Assertions.assertThat;

import io.caseclock.access.Caller;
import io.caseclock.contract.DeadlineEvent;
import io.caseclock.contract.DeadlineEvent.Change;
import io.caseclock.contract.DeadlineEvent.DeadlineAlarm;
import io.caseclock.contract.DeadlineSnapshot;
import io.caseclock.contract.DeadlineStatus;
import io.caseclock.contract.Names;
import io.caseclock.contract.Subject;
import io.caseclock.notify.Office;
import io.caseclock.notify.notice.Notice;
import io.caseclock.notify.notice.NoticeFault;
import io.caseclock.notify.notice.NoticeOffice;
import io.caseclock.notify.notice.NoticeStep;
import io.caseclock.notify.notice.Outcome;
import io.caseclock.notify.notice.Outcome.Refused;
import io.caseclock.notify.notice.Refusal;
import io.caseclock.notify.notice.StepKind;
import io.caseclock.notify.notice.draft.Draft.Content;
import io.caseclock.notify.notice.draft.Draft.Found;
import io.caseclock.notify.notice.issue.KnownFaults.ToldEvent;
import io.caseclock.notify.notice.step.Action;
import io.caseclock.notify.notice.step.Command;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class WriteNoticeTest {

  private static final Found FOUND = new Found("case-file", "示例规定 第二条", "卷内缺页");
  private static final Names WHY = new Names("按时", "in time");

  private final NoticeOffice office = new NoticeOffice();

  @Test
  void a_draft_is_changed_and_issued_with_a_number_under_its_id() {
    var draft = drafted(content(List.of(), FOUND));
    assertThat(refusal(change(draft.id(), 2))).isEqualTo(Refusal.STALE_DRAFT);
    assertThat(done(change(draft.id(), 1)).version()).isEqualTo(2);

    var notice = done(issue(draft));

    assertThat(notice.id()).isEqualTo(draft.id());
    assertThat(notice.number()).endsWith("1号");
    assertThat(notice.issuer()).isEqualTo("S1");
    assertThat(office.notices.faults(notice.id())).hasSize(2);
    var late = (Refused<Notice>) issue(draft);
    assertThat(late.why()).isEqualTo(Refusal.ISSUED_ALREADY);
    assertThat(late.last()).extracting(NoticeStep::kind).isEqualTo(StepKind.ISSUED);
  }

  @Test
  void a_discarded_draft_never_had_a_number() {
    var gone = drafted(content(List.of(), FOUND));
    var kept = drafted(content(List.of(), FOUND));

    assertThat(refusal(office.write.discard(gone.id(), 7, L1))).isEqualTo(Refusal.STALE_DRAFT);
    assertThat(refusal(office.write.discard(gone.id(), null, L3))).isEqualTo(Refusal.UNKNOWN_DRAFT);
    done(office.write.discard(gone.id(), null, L1));

    assertThat(refusal(office.write.discard(gone.id(), null, L1))).isEqualTo(Refusal.UNKNOWN_DRAFT);
    assertThat(refusal(issue(gone))).isEqualTo(Refusal.UNKNOWN_DRAFT);
    assertThat(done(issue(kept)).serial().serial()).isEqualTo(1);
  }

  @Test
  void a_deadline_with_an_open_notice_gets_no_second_one() {
    hears(escalated("D1"));
    hears(escalated("D2"));
    var first = done(issue(drafted(content(List.of("D1", "D2"), FOUND))));

    var refused = (Refused<Notice>) issue(drafted(content(List.of("D2"))));

    assertThat(refused.why()).isEqualTo(Refusal.HAS_NOTICE);
    assertThat(refused.present()).extracting(Notice::id).isEqualTo(first.id());
  }

  @Test
  void a_fault_that_proves_wrong_is_dropped_and_the_last_one_takes_the_notice_back() {
    hears(escalated("D1"));
    hears(escalated("D2"));
    var notice = done(issue(drafted(content(List.of("D1", "D2")))));

    office.takeStep.proveWrong("D1", WHY, NOW);
    assertThat(office.now(notice).state().wire()).isEqualTo("delivered");
    assertThat(office.history(notice)).endsWith("fault-dropped");
    assertThat(office.last(notice).data()).containsEntry("deadlineId", "D1");
    assertThat(office.notices.faults(notice.id()))
        .filteredOn(fault -> fault.droppedAt() != null)
        .extracting(NoticeFault::deadlineId)
        .containsExactly("D1");

    office.takeStep.proveWrong("D1", WHY, NOW);
    office.takeStep.proveWrong("D2", WHY, NOW);
    assertThat(office.now(notice).state().wire()).isEqualTo("withdrawn");
  }

  @Test
  void a_draft_names_only_what_is_a_fault_of_its_unit_now() {
    var unknown = (Refused<Draft>) draft(S1, content(List.of("D1")));
    assertThat(unknown.why()).isEqualTo(Refusal.UNKNOWN_FAULT);
    assertThat(unknown.about()).isEqualTo("D1");

    hears(escalated("D1"));
    var draft = drafted(content(List.of("D1")));
    hears(Office.changed(Change.MET, Office.deadline("D1", 2, DeadlineStatus.MET, "O1")));

    assertThat(refusal(issue(draft))).isEqualTo(Refusal.UNKNOWN_FAULT);
  }

  @Test
  void a_warning_or_an_overdue_notice_is_no_fault() {
    var running = Office.deadline("D1", 1, DeadlineStatus.RUNNING, "O1");
    hears(Office.warning(running, "before-P1D"));
    hears(Office.breach(ofSubject("D2", new Subject("notice", "N1"))));

    assertThat(refusal(draft(S1, content(List.of("D1"))))).isEqualTo(Refusal.UNKNOWN_FAULT);
    assertThat(refusal(draft(S1, content(List.of("D2"))))).isEqualTo(Refusal.UNKNOWN_FAULT);
  }

  @Test
  void late_work_stays_a_fault_and_a_withdrawn_notice_can_be_written_anew() {
    hears(escalated("D1"));
    hears(Office.changed(Change.MET_LATE, Office.deadline("D1", 2, DeadlineStatus.MET_LATE, "O1")));
    var withdrawn = office.issuedFor(escalated("D1"));
    office.takeStep.take(withdrawn.id(), S1, Command.of(Action.WITHDRAW, "重新制发"), null, NOW);

    assertThat(done(issue(drafted(content(List.of("D1"))))).number()).endsWith("2号");
  }

  @Test
  void a_draft_stays_within_the_callers_units_and_cases_and_covers_1_to_50_faults() {
    assertThat(refusal(draft(L3, content(List.of(), FOUND)))).isEqualTo(Refusal.UNKNOWN_UNIT);
    assertThat(refusal(draft(S1, content(List.of())))).isEqualTo(Refusal.WRONG_NUMBER_OF_FAULTS);
    assertThat(refusal(draft(S1, ofFaults(51)))).isEqualTo(Refusal.WRONG_NUMBER_OF_FAULTS);
    drafted(ofFaults(50));
    assertThat(refusal(draft(S1, new Content("D0102", "O3", "A1", "", List.of(), List.of(FOUND)))))
        .isEqualTo(Refusal.OFFICER_OF_ANOTHER_UNIT);
    office.cases.put("A1", Set.of("D0103"));
    assertThat(refusal(draft(L1, content(List.of(), FOUND)))).isEqualTo(Refusal.FOREIGN_CASE);
  }

  private void hears(DeadlineEvent event) {
    office.known.note(List.of(new ToldEvent(event, new byte[0], NOW)));
  }

  private static DeadlineAlarm escalated(String deadlineId) {
    return Office.breach(ofSubject(deadlineId, new Subject("case", "A1")));
  }

  private static DeadlineSnapshot ofSubject(String id, Subject subject) {
    return Office.deadline(id, 1, DeadlineStatus.BREACHED, "O1", subject, "case", "escalate");
  }

  private Draft drafted(Content content) {
    return done(draft(S1, content));
  }

  private Outcome<Draft> draft(Caller caller, Content content) {
    return office.write.draft(content, caller, NOW);
  }

  private Outcome<Draft> change(String id, int expected) {
    return office.write.change(id, content(List.of(), FOUND, FOUND), expected, S1);
  }

  private Outcome<Notice> issue(Draft draft) {
    return office.write.issue(draft.id(), null, S1, NOW);
  }

  private static Content content(List<String> known, Found... found) {
    return new Content("D0102", "O1", "A1", "共同原因", known, List.of(found));
  }

  private static Content ofFaults(int count) {
    var found = Collections.nCopies(count, FOUND);
    return new Content("D0102", "O1", "A1", "共同原因", List.of(), found);
  }

  private static Refusal refusal(Outcome<?> outcome) {
    return ((Refused<?>) outcome).why();
  }
}
