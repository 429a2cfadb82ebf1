package io.caseclock.notify.console.indicator;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class SparklineTest {

  @Test
  void all_is_at_the_top_and_nothing_at_the_bottom() {
    var line = Sparkline.of(List.of(new BigDecimal("100.0"), BigDecimal.ZERO));

    assertThat(line.lines()).containsExactly("3.0,3.0 116.0,29.0");
    assertThat(line.lastX()).isEqualTo("116.0");
    assertThat(line.lastY()).isEqualTo("29.0");
  }

  @Test
  void a_period_of_which_nothing_is_known_leaves_a_gap() {
    var line = Sparkline.of(Arrays.asList(BigDecimal.TEN, null, BigDecimal.TEN));

    assertThat(line.lines()).hasSize(2);
  }

  @Test
  void without_anything_known_there_is_no_line() {
    var line = Sparkline.of(Arrays.asList(null, null));

    assertThat(line.lines()).isEmpty();
    assertThat(line.lastX()).isNull();
  }
}
