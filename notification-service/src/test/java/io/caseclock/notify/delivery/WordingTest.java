package io.caseclock.notify.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.caseclock.contract.Names;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class WordingTest {

  private final Wording wording = new Wording(ZoneId.of("Asia/Shanghai"));

  @Test
  void a_day_that_ends_at_midnight_is_named_with_24_hours() {
    var due = wording.due(Instant.parse("2026-03-12T16:00:00Z"));

    assertThat(due).isEqualTo(new Names("2026年3月12日 24:00", "12 Mar 2026 24:00"));
  }

  @Test
  void an_hour_period_is_named_with_its_minute() {
    var due = wording.due(Instant.parse("2026-03-12T15:59:00Z"));

    assertThat(due).isEqualTo(new Names("2026年3月12日 23:59", "12 Mar 2026 23:59"));
  }

  @Test
  void a_text_puts_each_name_in_its_own_language() {
    var text = wording.say("breach.title", new Names("立案审查", "Filing review"));

    assertThat(text).isEqualTo(new Names("超期：立案审查", "Breach: Filing review"));
  }
}
