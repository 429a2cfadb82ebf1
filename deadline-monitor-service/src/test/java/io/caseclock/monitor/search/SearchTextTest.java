package io.caseclock.monitor.search;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SearchTextTest {

  @Test
  void small_letters_mean_capital_ones_too() {
    assertThat(SearchText.of("a990001").caseNumbers()).containsExactly("a990001", "A990001");
    assertThat(SearchText.of("A990001").caseNumbers()).containsExactly("A990001");
  }

  @Test
  void full_width_characters_are_read_as_narrow_ones() {
    assertThat(SearchText.of(" Ａ９９ ").caseNumbers()).containsExactly("A99");
  }

  @Test
  void without_a_kind_every_kind_of_subject_is_meant() {
    assertThat(SearchText.of("P-7").subjects())
        .containsExactly(
            "person/P-7", "property/P-7", "venue/P-7", "case-file/P-7", "incident/P-7");
  }

  @Test
  void without_a_kind_the_text_may_be_the_end_of_an_identifier() {
    assertThat(SearchText.of("recorder-5").subjectEnds())
        .containsExactly("recorder-5", "RECORDER-5");
    assertThat(SearchText.of("venue/recorder-5").subjectEnds()).isEmpty();
  }

  @Test
  void with_a_kind_only_that_one_is_meant() {
    assertThat(SearchText.of("Person/P-7").subjects()).contains("person/P-7");
    assertThat(SearchText.of("Person/P-7").subjects())
        .allMatch(beginning -> beginning.startsWith("person/"));
    assertThat(SearchText.of("case/A99").caseNumbers()).contains("A99");
    assertThat(SearchText.of("officer/O-1").officer()).isEqualTo("O-1");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a\u0000b", "a\nb", "\u200b\u200b", "a\uD800"})
  void what_can_be_no_part_of_a_name_finds_nothing(String typed) {
    assertThat(SearchText.of(typed).isEmpty()).isTrue();
  }
}
