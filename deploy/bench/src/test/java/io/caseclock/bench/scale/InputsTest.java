package io.caseclock.bench.scale;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class InputsTest {

  private static final List<String> LINES =
      List.of(
          "# Title",
          "| name | number | what |",
          "| --- | --- | --- |",
          "| `missed` | 0.02 | share, of 100 |",
          "| `cases` | 1 | 20 | 300 | 4,000 | a year |",
          "| what `cases` are | 5 |");

  @Test
  void one_number_holds_for_all_sites_and_four_for_each_its_own() {
    var inputs = Inputs.of(LINES);

    assertThat(inputs.names()).containsExactly("missed", "cases");
    assertThat(inputs.of("missed", "county")).isEqualTo(0.02);
    assertThat(inputs.of("missed", "country")).isEqualTo(0.02);
    assertThat(Inputs.SITES.stream().map(site -> inputs.of("cases", site)))
        .containsExactly(1.0, 20.0, 300.0, 4_000.0);
  }

  @Test
  void another_number_takes_the_place_of_all_of_a_row() {
    var inputs = Inputs.of(LINES).with(Map.of("cases", 7.0));

    assertThat(inputs.of("cases", "county")).isEqualTo(7);
    assertThat(inputs.of("cases", "country")).isEqualTo(7);
    assertThat(inputs.of("missed", "country")).isEqualTo(0.02);
  }

  @Test
  void what_is_no_input_is_refused() {
    var inputs = Inputs.of(LINES);

    assertThatThrownBy(() -> inputs.with(Map.of("cased", 7.0))).hasMessageContaining("cased");
    assertThatThrownBy(() -> inputs.of("cased", "country")).hasMessageContaining("cased");
  }

  @Test
  void a_row_with_two_numbers_or_that_comes_twice_is_refused() {
    assertThatThrownBy(() -> Inputs.of(List.of("| `cases` | 1 | 2 | a year |")))
        .hasMessageContaining("cases");
    assertThatThrownBy(() -> Inputs.of(List.of("| `cases` | none | a year |")))
        .hasMessageContaining("cases");
    assertThatThrownBy(() -> Inputs.of(List.of("| `cases` | 1 | a |", "| `cases` | 1 | a |")))
        .hasMessageContaining("twice");
  }
}
