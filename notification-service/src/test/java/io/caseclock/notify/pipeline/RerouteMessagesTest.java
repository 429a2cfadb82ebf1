package io.caseclock.notify.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.caseclock.notify.channel.Address;
import io.caseclock.notify.delivery.Failover;
import io.caseclock.notify.message.MessageRecipient;
import io.caseclock.notify.message.RecipientReason;
import io.caseclock.notify.routing.RecipientResolver.Way;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RerouteMessagesTest {

  private static final Instant NOW = Instant.parse("2026-03-12T16:00:00Z");

  private final RecordedMailboxes mailboxes = new RecordedMailboxes();
  private final RecordedMessages messages = new RecordedMessages();
  private Optional<Way> way = Optional.empty();
  private final RerouteMessages reroute =
      new RerouteMessages(mailboxes, messages, (person, kinds, at) -> way, Duration.ofMinutes(1));

  @Test
  void what_a_dead_channel_did_not_deliver_goes_by_the_next_one() {
    mailboxes.sent("M1", to("O1"));
    way = Optional.of(new Way(new Address("text", "sms", "19900000000"), List.of()));

    assertThat(reroute.reroute(List.of("M1"), Failover.CIRCUIT_OPEN, NOW)).containsExactly("M1");
    assertThat(messages.log()).containsExactly("L1 to O1 by text");
    assertThat(mailboxes.log()).containsExactly("L1 dropped onward");
  }

  @Test
  void where_there_is_no_other_it_waits_for_the_channel() {
    mailboxes.sent("M1", to("O1"));

    assertThat(reroute.reroute(List.of("M1"), Failover.CIRCUIT_OPEN, NOW)).containsExactly("M1");
    assertThat(mailboxes.log()).containsExactly("L1 waits until 2026-03-12T16:01:00Z");
  }

  @Test
  void a_contact_that_is_wrong_is_a_gap() {
    mailboxes.sent("M1", to("O1"));

    assertThat(reroute.reroute(List.of("M1"), "UNKNOWN_ADDRESSEE", NOW)).isEmpty();
    assertThat(mailboxes.log()).containsExactly("L1 dropped undeliverable");
    assertThat(messages.log()).containsExactly("gap of O1");
  }

  @Test
  void a_group_that_is_not_reached_is_no_gap_of_a_person() {
    mailboxes.sent("M1", to("group:robot"));

    assertThat(reroute.reroute(List.of("M1"), "REJECTED", NOW)).isEmpty();
    assertThat(mailboxes.log()).containsExactly("L1 dropped undeliverable");
    assertThat(messages.log()).isEmpty();
  }

  private static MessageRecipient to(String recipient) {
    return new MessageRecipient(
        "L1",
        recipient,
        "email",
        "D0102",
        RecipientReason.RESPONSIBLE_OFFICER,
        true,
        false,
        List.of("sms"),
        NOW,
        NOW);
  }
}
