package io.caseclock.notify.history;

import static org.assertj.core.api.Assertions.assertThat;

import io.caseclock.contract.DeadlineSnapshot;
import io.caseclock.contract.DeadlineStatus;
import io.caseclock.contract.Subject;
import io.caseclock.notify.Office;
import io.caseclock.notify.message.MessageKind;
import io.caseclock.notify.message.MessageTexts;
import io.caseclock.notify.message.Recipient;
import io.caseclock.notify.message.RecipientReason;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DigestMessagesTest {

  private static final Recipient O1 =
      new Recipient("O1", "D0102", RecipientReason.RESPONSIBLE_OFFICER);
  private final DigestMessages messages =
      new DigestMessages(new MessageTexts(ZoneId.of("Asia/Shanghai")));

  @Test
  void twenty_breaches_are_all_named() {
    var message = messages.of("R1", O1, breaches(20));

    assertThat(message.kind()).isEqualTo(MessageKind.DIGEST);
    assertThat(message.id()).isEqualTo("digest:R1:O1");
    assertThat(message.text().zh()).contains("共20项").doesNotContain("另有");
    assertThat(message.text().en().split("; ")).hasSize(20);
  }

  @Test
  void of_more_their_number_is_told() {
    var message = messages.of("R1", O1, breaches(21));

    assertThat(message.title().zh()).contains("共21项");
    assertThat(message.text().zh()).contains("；另有1项");
    assertThat(message.text().en()).contains("; and 1 more");
  }

  @Test
  void what_is_not_the_case_itself_is_named_with_its_case() {
    var person =
        Office.deadline(
            "D1",
            1,
            DeadlineStatus.BREACHED,
            "O1",
            new Subject("person", "P-1"),
            "person",
            "notice");

    assertThat(messages.of("R1", O1, List.of(person)).text().en()).contains("P-1", "A1");
  }

  private static List<DeadlineSnapshot> breaches(int count) {
    return IntStream.range(0, count)
        .mapToObj(n -> Office.deadline("D" + n, 1, DeadlineStatus.BREACHED, "O1"))
        .toList();
  }
}
