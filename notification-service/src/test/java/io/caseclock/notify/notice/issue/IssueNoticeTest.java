package io.caseclock.notify.notice.issue;

import static io.caseclock.notify.notice.NoticeOffice.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.caseclock.contract.DeadlineEvent.DeadlineAlarm;
import io.caseclock.contract.DeadlineStatus;
import io.caseclock.notify.Office;
import io.caseclock.notify.message.MessageKind;
import io.caseclock.notify.notice.Actor;
import io.caseclock.notify.notice.Fault;
import io.caseclock.notify.notice.NoticeOffice;
import io.caseclock.notify.notice.StoredDocument;
import io.caseclock.notify.notice.document.DocumentForm;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class IssueNoticeTest {

  private final NoticeOffice office = new NoticeOffice();

  @Test
  void a_breach_is_numbered_kept_as_html_and_delivered_to_the_responsible_officer() {
    var notice = office.issuedFor("D1");

    assertThat(notice.number()).isEqualTo("D01整改〔2026〕1号");
    assertThat(office.issuedFor("D2").number()).isEqualTo("D01整改〔2026〕2号");
    assertThat(office.history(notice)).containsExactly("issued", "delivered");
    assertThat(office.documents.document(notice.id(), DocumentForm.HTML))
        .map(StoredDocument::sha256)
        .contains(NoticeOffice.document("<p/>").sha256());
    assertThat(office.notified.told("整改通知")).containsExactly("O1", "O1");
    assertThat(office.notified.published).containsExactly(MessageKind.NOTICE, MessageKind.NOTICE);
  }

  @Test
  void the_legal_unit_beside_issues_and_sees_it_and_the_station_is_addressed() {
    office.people.unit("D0199", "D01", "legal").officer("L5", "D0199", "legal-officer");

    var notice = office.issuedFor("D1");

    assertThat(notice.number()).isEqualTo("D0199整改〔2026〕1号");
    assertThat(notice.unit()).isEqualTo("D0102");
    assertThat(office.notices.lockedWithin(notice.id(), "D0199")).contains(notice);
    assertThat(office.notices.lockedWithin(notice.id(), "D0103")).isEmpty();
  }

  @Test
  void where_no_officer_is_named_the_legal_officers_have_it() {
    office.issuedFor(Office.breach(Office.deadline("D1", 1, DeadlineStatus.BREACHED, null)));

    assertThat(office.notified.told("整改通知")).containsExactly("L1");
  }

  @Test
  void the_same_fault_and_an_open_notice_of_a_deadline_make_no_second() {
    office.issuedFor("D1");

    assertThat(office.issueNotice.issue(fault("D1", 1, "O1"), Actor.SYSTEM, NOW)).isEmpty();
    assertThat(office.issueNotice.issue(fault("D1", 2, "O1"), Actor.SYSTEM, NOW)).isEmpty();
  }

  @Test
  void the_year_of_a_number_is_that_of_the_breach() {
    var nextYear = NOW.plusSeconds(366L * 24 * 3600);

    var notice = office.issueNotice.issue(fault("D1", 1, "O1"), Actor.SYSTEM, nextYear);

    assertThat(notice.orElseThrow().number()).isEqualTo("D01整改〔2026〕1号");
  }

  @Test
  void the_year_of_a_number_is_counted_in_the_zone_of_the_pack() {
    var newYearInShanghai = Instant.parse("2026-12-31T17:00:00Z");
    var rome = ZoneId.of("Europe/Rome");
    var deadline = Office.deadline("D1", 1, DeadlineStatus.BREACHED, "O1");
    var inItaly = Office.inZone(deadline, rome, newYearInShanghai);
    var breach =
        new DeadlineAlarm("a", DeadlineAlarm.BREACH, inItaly, newYearInShanghai, Duration.ZERO);

    var notice = office.issuedFor(breach);

    assertThat(notice.number()).isEqualTo("D01整改〔2026〕1号");
    assertThat(notice.zone()).isEqualTo(rome);
    assertThat(office.notices.faults(notice.id()).getFirst().zone()).isEqualTo(rome);
  }

  private static Fault fault(String deadlineId, int revision, @Nullable String officer) {
    var deadline = Office.deadline(deadlineId, revision, DeadlineStatus.BREACHED, officer);
    return new NoticeOffice().faults.of(Office.breach(deadline));
  }
}
