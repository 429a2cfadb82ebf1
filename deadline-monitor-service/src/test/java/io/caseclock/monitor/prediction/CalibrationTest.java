package io.caseclock.monitor.prediction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.caseclock.monitor.prediction.Calibration.Bin;
import org.junit.jupiter.api.Test;

class CalibrationTest {

  /** 0.8 of two that were late and 0.1 of eight of which one was: by hand 1.69 over ten. */
  private static final Calibration TEN =
      Calibration.NOTHING.with(0.8, true, 2).with(0.1, true, 1).with(0.1, false, 7);

  @Test
  void the_score_is_the_mean_squared_error() {
    assertThat(TEN.cases()).isEqualTo(10);
    assertThat(TEN.late()).isEqualTo(3);
    assertThat(TEN.brier().orElseThrow())
        .isCloseTo((2 * 0.04 + 0.81 + 7 * 0.01) / 10, within(1e-12));
  }

  @Test
  void beside_it_stands_the_score_of_the_base_rate() {
    assertThat(TEN.baseRate().orElseThrow()).isCloseTo(0.3, within(1e-12));
    assertThat(TEN.baseBrier().orElseThrow()).isCloseTo(0.21, within(1e-12));
    assertThat(TEN.skill().orElseThrow()).isCloseTo(1 - 0.096 / 0.21, within(1e-12));
  }

  @Test
  void each_tenth_has_its_mean_and_what_was_observed() {
    assertThat(TEN.bins().get(1)).isEqualTo(new Bin(8, 0.1 + 7 * 0.1, 1));
    assertThat(TEN.bins().get(8).meanPredicted()).hasValue(0.8);
    assertThat(TEN.bins().get(8).observed()).hasValue(1);
    assertThat(TEN.bins().get(0).observed()).isEmpty();
    assertThat(Calibration.NOTHING.with(1, true, 1).bins().get(9).cases()).isEqualTo(1);
    assertThat(Calibration.NOTHING.with(0, true, 1).bins().get(0).cases()).isEqualTo(1);
  }

  @Test
  void of_nothing_there_is_nothing_to_say() {
    var nothing = Calibration.NOTHING.withUndecided(3).withUnpredicted(2);

    assertThat(nothing.cases()).isZero();
    assertThat(nothing.undecided()).isEqualTo(3);
    assertThat(nothing.unpredicted()).isEqualTo(2);
    assertThat(nothing.brier()).isEmpty();
    assertThat(nothing.baseBrier()).isEmpty();
    assertThat(nothing.skill()).isEmpty();
    assertThat(Calibration.NOTHING.with(0.5, false, 4).skill()).isEmpty();
  }

  @Test
  void months_add_up() {
    var twice = TEN.plus(TEN);

    assertThat(twice.cases()).isEqualTo(20);
    assertThat(twice.brier()).isEqualTo(TEN.brier());
    assertThat(twice.skill()).isEqualTo(TEN.skill());
  }
}
