package io.caseclock.notify.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class NoticeNumberTest {

  @Test
  void a_pattern_is_filled_with_unit_year_and_serial() {
    var number = new NoticeNumber("D0102", 2026, 12);

    assertThat(number.text("{unitName}整改〔{year}〕{number}号", "示例派出所")).isEqualTo("示例派出所整改〔2026〕12号");
    assertThat(number.text("{unit}/{year}/{number}", "示例派出所")).isEqualTo("D0102/2026/12");
  }

  @Test
  void serials_start_at_one() {
    assertThatThrownBy(() -> new NoticeNumber("D0102", 2026, 0))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
