package io.caseclock.monitor.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CronTest {

  private final Cron cron = new Cron();

  @ParameterizedTest
  @ValueSource(strings = {"0 30 3 * * ?", "0 0/5 * ? * MON-FRI", "off", "Disabled"})
  void what_the_scheduler_understands_is_taken_as_it_stands(String text) {
    assertThat(cron.convert(text)).isEqualTo(text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"30 3 * * *", "0 61 3 * * ?", "nightly", "5m"})
  void what_it_does_not_understand_is_refused(String text) {
    assertThatThrownBy(() -> cron.convert(text)).isInstanceOf(IllegalArgumentException.class);
  }
}
