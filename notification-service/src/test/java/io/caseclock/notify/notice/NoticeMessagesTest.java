package io.caseclock.notify.notice;

import static org.assertj.core.api.Assertions.assertThat;

import io.caseclock.contract.DeadlineEvent.Change;
import io.caseclock.contract.DeadlineEvent.FindingRaised;
import io.caseclock.contract.DeadlineSnapshot;
import io.caseclock.contract.DeadlineStatus;
import io.caseclock.contract.Names;
import io.caseclock.contract.Subject;
import io.caseclock.notify.Office;
import io.caseclock.notify.message.MessageKind;
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
  void a_right_is_warned_of_and_lapses_in_words_of_its_own() {
    var right = ofPolicy("lapse", DeadlineStatus.RUNNING);

    var warning = messages.ofAlarm(Office.warning(right, "before-P1D"));
    var lapse =
        messages.ofLapse(Office.changed(Change.LAPSED, ofPolicy("lapse", DeadlineStatus.LAPSED)));

    assertThat(warning.text().zh()).contains("逾期未行使即丧失权利").doesNotContain("超期");
    assertThat(warning.text().en()).contains("loses it").doesNotContain("breach");
    assertThat(lapse.title()).isEqualTo(new Names("逾期失权：立案审查期限", "Lapsed: Filing review period"));
    assertThat(lapse.kind()).isEqualTo(MessageKind.LAPSE);
  }

  @Test
  void a_prediction_says_the_figure_and_the_reason_and_that_no_law_asks_for_it() {
    var message = messages.ofAlarm(Office.risk(ofPolicy("notice", DeadlineStatus.RUNNING)));

    assertThat(message.title())
        .isEqualTo(new Names("可能超期：立案审查期限", "Likely to be late: Filing review period"));
    assertThat(message.text().zh()).contains("可能性为41 %", "17件超期", "并非法定预警");
    assertThat(message.text().en())
        .contains(
            "is 41 %. Of 41 such cases still open at day 22, 17 were late. This is an estimate");
    assertThat(message.kind()).isEqualTo(MessageKind.WARNING);
    assertThat(message.stage()).isEqualTo("risk-high");
  }

  @Test
  void a_period_that_was_cut_short_is_not_called_late() {
    var message = messages.ofAlarm(Office.breach(ofPolicy("notice", DeadlineStatus.CUT_SHORT)));

    assertThat(message.title().en()).isEqualTo("Cut short: Filing review period");
    assertThat(message.text().zh()).contains("应满至2026年3月12日 24:00").doesNotContain("超期");
    assertThat(message.kind()).isEqualTo(MessageKind.BREACH);
    assertThat(message.dueAt()).isNull();
  }

  private static DeadlineSnapshot ofPolicy(String breachPolicy, DeadlineStatus status) {
    var subject = new Subject("case", "A1");
    return Office.deadline("D1", 1, status, "O1", subject, "case", breachPolicy);
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
