package io.caseclock.notify.console.casepage;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LabelTextTest {

  @Test
  void a_text_that_fits_is_one_line() {
    assertThat(LabelText.lines("立案审查期限", 16, 2)).containsExactly("立案审查期限");
  }

  @Test
  void a_long_chinese_name_goes_on_in_the_next_line() {
    assertThat(LabelText.lines("一二三四五六七八九十", 6, 2)).containsExactly("一二三四五六", "七八九十");
  }

  @Test
  void what_does_not_fit_the_last_line_is_shortened() {
    assertThat(LabelText.lines("一二三四五六七八九十一二三四五", 6, 2)).containsExactly("一二三四五六", "七八九十一…");
  }

  @Test
  void english_is_cut_between_words() {
    assertThat(LabelText.lines("Filing review period of a whole case", 8, 2))
        .containsExactly("Filing review", "period of a…");
  }

  @Test
  void a_word_that_is_longer_than_a_line_is_cut_all_the_same() {
    assertThat(LabelText.lines("abcdefghijklmnop", 4, 2)).containsExactly("abcdefgh", "ijklmnop");
  }

  @Test
  void nothing_is_no_line() {
    assertThat(LabelText.lines(" ", 8, 2)).isEmpty();
  }
}
