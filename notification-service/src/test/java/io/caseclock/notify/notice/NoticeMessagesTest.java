package io.caseclock.notify.notice;

import static org.assertj.core.api.Assertions.assertThat;

import io.caseclock.contract.DeadlineEvent.FindingRaised;
import io.caseclock.contract.DeadlineSnapshot;
import io.caseclock.contract.DeadlineStatus;
import io.caseclock.contract.Names;
import io.caseclock.contract.Subject;
import io.caseclock.notify.Office;
import io.caseclock.notify.message.MessageTexts;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Set;
import org.junit.jupiter.api.Test;

class NoticeMessagesTest {

  private static final ZoneId ROME = ZoneId.of("Europe/Rome");
  private static final Instant END_OF_24_JANUARY = Instant.parse("2007-01-24T23:00:00Z");

  private final NoticeMessages messages =
      new NoticeMessages(new MessageTexts(ZoneId.of("Asia/Shanghai"), Set.of(ROME)));

  private static DeadlineSnapshot fineInItaly(DeadlineStatus status) {
    return Office.inZone(Office.deadline("D1", 1, status, "O1"), ROME, END_OF_24_JANUARY);
  }

  @Test
  void a_breach_is_told_in_the_zone_of_its_pack() {
    var message = messages.ofAlarm(Office.breach(fineInItaly(DeadlineStatus.BREACHED)));

    assertThat(message.text().zh()).contains("已于2007年1月24日 24:00（Europe/Rome）到期");
    assertThat(message.text().en()).contains("was due at 24 Jan 2007 24:00 (Europe/Rome)");
    assertThat(message.zone()).isEqualTo(ROME);
  }

  @Test
  void a_warning_is_told_in_the_zone_of_its_pack() {
    var message =
        messages.ofAlarm(Office.warning(fineInItaly(DeadlineStatus.RUNNING), "before-P1D"));

    assertThat(message.text().en()).contains("due at 24 Jan 2007 24:00 (Europe/Rome)");
  }

  @Test
  void a_finding_of_a_person_names_the_thing_and_not_the_persons_words() {
    var text = new Names("当事人张某", "somebody's own words");
    var finding =
        new FindingRaised(
            "F1",
            "A1",
            new Subject("property", "W-1"),
            "D0102",
            null,
            "recorded",
            "property",
            "示例规定 第二条",
            text,
            END_OF_24_JANUARY);

    var message = messages.ofFinding(finding);

    assertThat(message.text().zh()).contains("物品 W-1").doesNotContain("张某");
    assertThat(message.text().en()).contains("item W-1").doesNotContain("own words");
    assertThat(message.zone()).isNull();
  }
}
