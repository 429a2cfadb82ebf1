package io.caseclock.notify.console.deadletter;

import static org.assertj.core.api.Assertions.assertThat;

import io.caseclock.consume.rest.DeadLetterView;
import io.caseclock.consume.rest.DeadLetterView.Content;
import io.caseclock.consume.rest.DeadLetterView.HeaderView;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What came in a record turns, hides and floods nothing of the page. */
class ContentTextTest {

  @Test
  void what_turns_or_works_a_terminal_stands_by_its_name() {
    var content = content("a\u202Eb\u001Bc\nd");

    assertThat(ContentText.shown(content)).isEqualTo("a[U+202E]b[U+001B]c\nd");
    assertThat(ContentText.brief(content)).isEqualTo("a[U+202E]b[U+001B]c\nd");
    assertThat(ContentText.brief(new HeaderView("x\u2066", null))).isEqualTo("x[U+2066]");
    assertThat(ContentText.briefCase(letter("A\u202E1"))).isEqualTo("A[U+202E]1");
  }

  @Test
  void what_is_long_is_shown_by_its_beginning() {
    assertThat(ContentText.brief(content("a".repeat(200)))).isEqualTo("a".repeat(200));
    assertThat(ContentText.brief(content("a".repeat(201)))).isEqualTo("a".repeat(200) + "…");
    assertThat(ContentText.brief(content("a".repeat(199) + "😀"))).isEqualTo("a".repeat(199) + "…");
    assertThat(ContentText.briefCase(letter("a".repeat(100_000)))).isEqualTo("a".repeat(200) + "…");
    assertThat(ContentText.shown(content("a".repeat(100_000)))).hasSize(8_000);
    assertThat(ContentText.isCut(content("a".repeat(8_000)))).isFalse();
  }

  @Test
  void only_what_may_be_the_number_of_a_case_leads_to_one() {
    assertThat(ContentText.mayBeCase(letter("案件 A990001"))).isTrue();
    assertThat(ContentText.mayBeCase(letter("a".repeat(250)))).isTrue();
    assertThat(ContentText.mayBeCase(letter("a".repeat(251)))).isFalse();
    assertThat(ContentText.mayBeCase(letter("A\u202E1"))).isFalse();
    assertThat(ContentText.mayBeCase(letter(null))).isFalse();
    assertThat(ContentText.briefCase(letter(null))).isEmpty();
  }

  private static Content content(String text) {
    return new Content(text, null, text.length());
  }

  private static DeadLetterView letter(@Nullable String caseId) {
    return new DeadLetterView(
        1,
        "case-events",
        "case-events-0@1",
        "malformed",
        "x",
        caseId,
        Instant.EPOCH,
        1,
        "open",
        null,
        null,
        null);
  }
}
