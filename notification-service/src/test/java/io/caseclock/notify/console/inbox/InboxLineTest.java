package io.caseclock.notify.console.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.caseclock.contract.Names;
import io.caseclock.notify.console.frame.Language;
import io.caseclock.notify.inbox.InboxEntry;
import io.caseclock.notify.inbox.InboxEntry.Told;
import io.caseclock.notify.message.Message;
import io.caseclock.notify.message.MessageKind;
import io.caseclock.notify.message.MessageTexts;
import io.caseclock.notify.message.RecipientReason;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class InboxLineTest {

  private static final Instant NOW = Instant.parse("2026-03-12T04:00:00Z");

  private final MessageTexts texts = new MessageTexts(ZoneId.of("Asia/Shanghai"));

  @Test
  void a_single_message_speaks_for_itself_and_leads_to_what_it_is_about() {
    var line = InboxLine.of(entry(1, message(MessageKind.BREACH)), Language.EN, texts);

    assertThat(line.title()).isEqualTo("Breach: filing");
    assertThat(line.caseId()).isEqualTo("A1");
    assertThat(line.link()).isEqualTo("/breaches/D1%3A1%3Abreach");
    assertThat(line.page()).isEqualTo("/messages/E1");
  }

  @Test
  void a_message_about_nothing_that_has_a_page_leads_to_its_own() {
    var line = InboxLine.of(entry(1, message(MessageKind.WARNING)), Language.ZH, texts);

    assertThat(line.link()).isEqualTo(line.page());
  }

  @Test
  void of_several_messages_the_first_three_are_named_and_the_others_counted() {
    var told = message(MessageKind.WARNING);

    assertThat(InboxLine.of(entry(3, told, told, told), Language.EN, texts).more()).isZero();
    var line = InboxLine.of(entry(5, told, told, told, told), Language.EN, texts);
    assertThat(line.parts()).hasSize(3);
    assertThat(line.more()).isEqualTo(2);
    assertThat(line.title()).contains("5");
    assertThat(line.text()).isEmpty();
  }

  private static InboxEntry entry(int count, Message... messages) {
    var told =
        IntStream.range(0, messages.length)
            .mapToObj(it -> new Told(messages[it], RecipientReason.SUPERVISOR, null, null))
            .toList();
    return new InboxEntry(
        1, "E1", "O1", MessageKind.WARNING, "grave", count, NOW, null, List.copyOf(told));
  }

  private static Message message(MessageKind kind) {
    return new Message(
        "D1:1:breach",
        kind,
        "D0102",
        "O1",
        "D1",
        null,
        "A1",
        "A1",
        "filing",
        null,
        null,
        new Names("超期：立案", "Breach: filing"),
        new Names("立案", "filing"),
        "grave",
        null,
        null,
        null);
  }
}
