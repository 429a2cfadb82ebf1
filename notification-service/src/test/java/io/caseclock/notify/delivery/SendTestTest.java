package io.caseclock.notify.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.caseclock.notify.channel.ConfiguredChannel;
import io.caseclock.notify.channel.Coverage;
import io.caseclock.notify.channel.QuietChannelType;
import io.caseclock.notify.channel.sms.SmsChannelType;
import io.caseclock.notify.delivery.SendTest.Refused;
import io.caseclock.notify.delivery.SendTest.Report;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SendTestTest {

  private final RecordedQueue queue = new RecordedQueue();
  private final List<String> recorded = new ArrayList<>();
  private Instant now = Instant.parse("2026-03-13T04:00:00Z");
  private final SendTest sendTest =
      new SendTest(
          queue,
          (delivery, outcome, at, took) -> recorded.add(delivery.id() + " " + outcome.name()),
          () -> now,
          () -> "1");

  private static ConfiguredChannel robot() {
    return configured(QuietChannelType.group("wecom"));
  }

  private static ConfiguredChannel text() {
    return configured(QuietChannelType.personal("sms", SmsChannelType.CONTACT));
  }

  private static ConfiguredChannel configured(QuietChannelType type) {
    return new ConfiguredChannel(
        type, QuietChannelType.channel("x"), new Coverage(Set.of()), OptionalInt.empty());
  }

  @Test
  void a_test_is_sent_at_once_and_recorded() {
    assertThat(sendTest.send(robot(), null, "D01"))
        .isInstanceOfSatisfying(
            Report.class, report -> assertThat(report.outcome()).isEqualTo("delivered"));
    assertThat(recorded).containsExactly("test:1 delivered");
  }

  @Test
  void a_channel_is_tested_once_in_ten_seconds() {
    sendTest.send(robot(), null, "D01");

    now = now.plus(Duration.ofSeconds(10)).minusMillis(1);
    assertThat(sendTest.send(robot(), null, "D01")).isEqualTo(Refused.TOO_SOON);
    now = now.plusMillis(1);
    assertThat(sendTest.send(robot(), null, "D01")).isInstanceOf(Report.class);
  }

  @Test
  void whoever_is_reached_at_an_address_needs_one_that_something_can_be_sent_to() {
    for (var bad : new String[] {null, "", " ", "12", "a@police.example"}) {
      assertThat(sendTest.send(text(), bad, "D01")).as(bad).isEqualTo(Refused.NEEDS_ADDRESS);
    }
    assertThat(sendTest.send(text(), " 19900000001 ", "D01")).isInstanceOf(Report.class);
    assertThat(queue.waiting().getFirst().address()).isEqualTo("19900000001");
  }

  @Test
  void a_group_takes_no_address() {
    assertThat(sendTest.send(robot(), "19900000001", "D01")).isEqualTo(Refused.TAKES_NO_ADDRESS);
    assertThat(sendTest.send(robot(), " ", "D01")).isInstanceOf(Report.class);
  }
}
