package io.caseclock.notify.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.caseclock.contract.Names;
import io.caseclock.notify.channel.ChannelType;
import io.caseclock.notify.channel.Channels;
import io.caseclock.notify.channel.ConfiguredChannel;
import io.caseclock.notify.channel.Coverage;
import io.caseclock.notify.channel.Delivery;
import io.caseclock.notify.channel.QuietChannelType;
import io.caseclock.notify.channel.email.EmailChannelType;
import io.caseclock.notify.delivery.DeliverySpans;
import io.caseclock.notify.delivery.RecordedQueue;
import io.caseclock.notify.message.Message;
import io.caseclock.notify.message.MessageKind;
import io.caseclock.notify.message.MessageRecipient;
import io.caseclock.notify.message.RecipientReason;
import io.caseclock.notify.pipeline.Mailboxes.Mailbox;
import io.caseclock.notify.routing.KnownPeople;
import io.caseclock.notify.silence.Silence;
import io.caseclock.notify.silence.Silences;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ProcessMailboxesTest {

  private static final Instant NOW = Instant.parse("2026-03-13T04:00:00Z");
  private static final ChannelType EMAIL =
      QuietChannelType.personal("email", EmailChannelType.CONTACT);
  private static final ChannelType ROBOT = QuietChannelType.group("wecom");
  private static final ChannelType WEBHOOK =
      new QuietChannelType("webhook", Optional.empty(), true);

  private final KnownPeople people =
      new KnownPeople()
          .unit("D01", null, "sub-bureau")
          .unit("D0102", "D01", "station")
          .officer("O1", "D0102", "officer")
          .withoutContact("O2", "D0102", "officer");
  private final RecordedMailboxes mailboxes = new RecordedMailboxes();
  private final KnownInboxes inboxes = new KnownInboxes();
  private final RecordedQueue queue = new RecordedQueue();
  private final List<String> ids = new ArrayList<>(List.of("G1", "G2", "G3", "G4"));
  private final Channels channels =
      new Channels(
          List.of(EMAIL, ROBOT, WEBHOOK),
          List.of(one("mail", EMAIL), one("group", ROBOT), one("watch", WEBHOOK)),
          id -> false);
  private final ProcessMailboxes process =
      new ProcessMailboxes(
          mailboxes,
          noSilence(),
          new Pipeline(
              List.of(new Deduplicate(), new Inhibit(), new Silenced()), Duration.ofMinutes(1)),
          channels,
          Map.of("in-app", 1),
          new SendGroups(
              mailboxes, inboxes, queue, channels, people, ids::removeFirst, DeliverySpans.off()));

  private static ConfiguredChannel one(String id, ChannelType type) {
    return new ConfiguredChannel(
        type, QuietChannelType.channel(id), new Coverage(Set.of()), OptionalInt.empty());
  }

  /** Nothing else is asked of the silences than those in force. */
  private static Silences noSilence() {
    return (Silences)
        Proxy.newProxyInstance(
            Silences.class.getClassLoader(),
            new Class<?>[] {Silences.class},
            (proxy, method, arguments) -> List.<Silence>of());
  }

  private void waits(String recipient, String channel, String... messages) {
    var pending = Arrays.stream(messages).map(id -> pending(id, recipient, channel)).toList();
    mailboxes.waits(new Mailbox(recipient, channel, pending, 0));
  }

  private static PendingMessage pending(String id, String recipient, String channel) {
    var names = new Names("示例", "Example");
    var message =
        new Message(
            id,
            MessageKind.BREACH,
            "D0102",
            "O1",
            "D-" + id,
            null,
            "A1",
            "case/A1",
            "filing-review",
            null,
            null,
            names,
            names,
            "serious",
            "breach",
            NOW,
            null);
    var row =
        new MessageRecipient(
            id,
            recipient,
            channel,
            "D0102",
            RecipientReason.RESPONSIBLE_OFFICER,
            false,
            false,
            List.of(),
            NOW,
            NOW);
    return new PendingMessage(message, row, List.of("D0102", "D01"), true, Reason.NEW);
  }

  private List<String> queued() {
    return queue.waiting().stream()
        .map(one -> one.id() + " to " + one.recipient() + " at " + one.address())
        .toList();
  }

  @Test
  void what_goes_into_an_inbox_is_entered_at_once_and_by_no_queue() {
    waits("O1", MessageRecipient.IN_APP, "A", "B");

    assertThat(process.run(10, NOW)).isEqualTo(1);

    assertThat(inboxes.entries())
        .singleElement()
        .satisfies(
            entry -> {
              assertThat(entry.person()).isEqualTo("O1");
              assertThat(entry.count()).isEqualTo(2);
              assertThat(entry.kind()).isEqualTo(MessageKind.BREACH);
            });
    assertThat(queue.waiting()).isEmpty();
    assertThat(mailboxes.log()).containsExactly("A sent as G1", "B sent as G1");
  }

  @Test
  void a_person_gets_one_delivery_at_the_address_of_the_directory() {
    waits("O1", "mail", "A", "B");

    process.run(10, NOW);

    assertThat(queued()).containsExactly("G1 to O1 at o1@police.example");
  }

  @Test
  void a_group_gets_one_delivery_without_an_address() {
    waits("group:group", "group", "A", "B");

    process.run(10, NOW);

    assertThat(queued()).containsExactly("G1 to group:group at null");
  }

  @Test
  void a_system_gets_each_message_by_itself_with_an_id_that_follows_from_it() {
    waits("group:watch", "watch", "A", "B");

    process.run(10, NOW);

    assertThat(queued())
        .containsExactly("watch:A to group:watch at null", "watch:B to group:watch at null");
    assertThat(queue.waiting()).extracting(Delivery::messageId).containsExactly("A", "B");
    assertThat(queue.waiting()).extracting(Delivery::caseId).containsOnly("A1");
  }

  @Test
  void whose_contact_is_gone_since_is_not_told_this_way_and_the_reason_stands_there() {
    waits("O2", "mail", "A");

    process.run(10, NOW);

    assertThat(queue.waiting()).isEmpty();
    assertThat(mailboxes.log()).containsExactly("A dropped undeliverable");
  }

  @Test
  void what_waits_for_a_channel_that_is_gone_is_dropped_with_its_reason() {
    waits("O1", "fax", "A");

    process.run(10, NOW);

    assertThat(mailboxes.log()).containsExactly("A dropped undeliverable");
  }

  @Test
  void the_budget_of_the_inbox_is_the_one_that_is_set() {
    var pending = List.of(pending("A", "O1", MessageRecipient.IN_APP));
    mailboxes.waits(new Mailbox("O1", MessageRecipient.IN_APP, pending, 1));

    process.run(10, NOW);

    assertThat(inboxes.entries()).isEmpty();
    assertThat(mailboxes.log()).containsExactly("A held budget");
  }
}
