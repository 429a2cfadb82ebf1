package io.caseclock.notify.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.caseclock.notify.channel.Address;
import io.caseclock.notify.channel.ChannelKind;
import io.caseclock.notify.delivery.DivertStranded;
import io.caseclock.notify.message.Message;
import io.caseclock.notify.message.MessageKind;
import io.caseclock.notify.message.MessageRecipient;
import io.caseclock.notify.message.MessageStore;
import io.caseclock.notify.message.RecipientReason;
import io.caseclock.notify.message.Superseded;
import io.caseclock.notify.pipeline.Failover.Stranded;
import io.caseclock.notify.routing.RecipientResolver.Way;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FailoverTest {

  private static final Instant NOW = Instant.parse("2026-03-12T16:00:00Z");

  private final List<String> log = new ArrayList<>();
  private Optional<Way> way = Optional.empty();
  private final Failover another =
      new Failover(new Log(), new PostLog(), (person, kinds, at) -> way, Duration.ofMinutes(1));

  @Test
  void what_a_dead_channel_did_not_deliver_goes_by_the_next_one() {
    way = Optional.of(new Way(new Address("text", ChannelKind.SMS, "19900000000"), List.of()));

    assertThat(another.onward(List.of("M1"), DivertStranded.CIRCUIT_OPEN, NOW))
        .containsExactly("M1");
    assertThat(log).containsExactly("L1 to O1 by text", "L1 dropped onward");
  }

  @Test
  void where_there_is_no_other_it_waits_for_the_channel() {
    assertThat(another.onward(List.of("M1"), DivertStranded.CIRCUIT_OPEN, NOW))
        .containsExactly("M1");
    assertThat(log).containsExactly("L1 waits until 2026-03-12T16:01:00Z");
  }

  @Test
  void a_contact_that_is_wrong_is_a_gap() {
    assertThat(another.onward(List.of("M1"), "UNKNOWN_ADDRESSEE", NOW)).isEmpty();
    assertThat(log).containsExactly("L1 dropped undeliverable", "gap of O1");
  }

  private final class Log implements Stranded {
    @Override
    public List<Stranded.Message> of(List<String> deliveryIds) {
      var row =
          new MessageRecipient(
              "L1",
              "O1",
              "email",
              "D0102",
              RecipientReason.RESPONSIBLE_OFFICER,
              true,
              false,
              List.of("sms"),
              NOW,
              NOW);
      return deliveryIds.stream().map(id -> new Stranded.Message(id, row)).toList();
    }

    @Override
    public void backToMailbox(Stranded.Message message, Instant readyAt) {
      log.add(message.row().messageId() + " waits until " + readyAt);
    }

    @Override
    public void drop(Stranded.Message message, Reason reason) {
      log.add(message.row().messageId() + " dropped " + reason.wire());
    }
  }

  private final class PostLog implements MessageStore {
    @Override
    public void keep(Message message, Instant at) {
      throw new UnsupportedOperationException("the letter is kept already");
    }

    @Override
    public Optional<Message> message(String id) {
      return Optional.empty();
    }

    @Override
    public void address(List<MessageRecipient> addressed) {
      addressed.forEach(
          one -> log.add(one.messageId() + " to " + one.addressee() + " by " + one.channel()));
    }

    @Override
    public void supersede(String deadlineId, Set<MessageKind> kinds, Superseded why, Instant at) {
      throw new UnsupportedOperationException("nothing is overtaken");
    }

    @Override
    public void supersedeNotice(String noticeId, Superseded why, Instant at) {
      throw new UnsupportedOperationException("nothing is overtaken");
    }

    @Override
    public boolean noteGap(String officer, Instant at) {
      log.add("gap of " + officer);
      return true;
    }

    @Override
    public void closeGap(String officer, Instant at) {
      throw new UnsupportedOperationException("nobody is reached again");
    }
  }
}
