package io.caseclock.notify.channel.email;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a mail can be sent to stands in its head as it is. */
class EmailContactTest {

  @ParameterizedTest
  @ValueSource(strings = {"a@police.example", "a.b+c='{d}@police.example", "示例𠮷@police.example"})
  void what_is_seen_as_it_is_can_be_sent_to(String address) {
    assertThat(EmailChannelType.CONTACT.fitting(address)).contains(address);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a\u202Eb@police.example",
        "a\u2066b@police.example",
        "a\u200Bb@police.example",
        "a\u0000b@police.example",
        "a\u001Bb@police.example",
        "a\u0085b@police.example",
        "a\u2028b@police.example",
        "a\u3000b@police.example",
        "a\r\nBcc: b@police.example",
        "a\uD840@police.example"
      })
  void what_breaks_a_line_hides_or_turns_text_cannot(String address) {
    assertThat(EmailChannelType.CONTACT.fitting(address)).isEmpty();
  }
}
