package io.caseclock.notify.console.frame;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StraightPageTest {

  @ParameterizedTest
  @CsvSource({
    "<h1>a\u202Eb</h1>, <h1>a[U+202E]b</h1>",
    "<title>a\u2067b</title>, <title>a[U+2067]b</title>",
    "<a href=\"/x?unit=\u200F\" title=\"\u061C\">, <a href=\"/x?unit=[U+200F]\""
        + " title=\"[U+061C]\">",
    "<option value=\"\u202E\">\u202E</option>, <option value=\"\u202E\">[U+202E]</option>",
    "<p>value=&quot;\u202E&quot;</p>, <p>value=&quot;[U+202E]&quot;</p>",
    "<i data-value=\"\u202E\">, <i data-value=\"[U+202E]\">",
    "<p>\u0007</p>, <p>[U+0007]</p>",
  })
  void a_mark_is_named_wherever_it_is_no_value_of_a_field(String html, String shown) {
    assertThat(StraightPage.of(html)).isEqualTo(shown);
  }

  @Test
  void what_was_typed_stays_in_its_field_and_is_named_behind_it() {
    assertThat(
            StraightPage.of(
                "<input name=\"a\" value=\"x\u202E\">\u202E<textarea"
                    + " rows=\"2\">\u202Ey</textarea>\u202E"))
        .isEqualTo(
            "<input name=\"a\" value=\"x\u202E\">[U+202E]<textarea"
                + " rows=\"2\">\u202Ey</textarea>[U+202E]");
  }

  @Test
  void a_page_without_marks_is_the_same_one() {
    var page = "<p>一二\n\t<b>three</b>\r\n</p>";

    assertThat(StraightPage.of(page)).isSameAs(page);
  }
}
