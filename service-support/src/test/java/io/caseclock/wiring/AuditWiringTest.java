package io.caseclock.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class AuditWiringTest {

  @Test
  void the_log_is_kept_half_a_year_at_least() {
    assertThat(AuditWiring.checked(Duration.ofDays(184))).isEqualTo(Duration.ofDays(184));
    assertThatThrownBy(() -> AuditWiring.checked(Duration.ofDays(183)))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("caseclock.audit-log.retention");
  }
}
