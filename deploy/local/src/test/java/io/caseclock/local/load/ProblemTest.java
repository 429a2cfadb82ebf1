package io.caseclock.local.load;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProblemTest {

  private static final String TWO_FAULTS =
      """
      {"type": "urn:caseclock:problem:invalid-event", "title": "Invalid event", "detail": "Mend it.",
       "violations": [
         {"pointer": "/data/unit", "message": "required property 'unit' not found"},
         {"pointer": "/time", "message": "lies more than 5 minutes in the future"}]}
      """;

  @Test
  void the_place_and_the_reason_are_told_in_both_languages() throws JsonProcessingException {
    var reason = Problem.reason(new ObjectMapper().readTree(TWO_FAULTS));

    assertThat(reason.zh()).isEqualTo("事件内容不符合要求：/data/unit 缺少；/time 在将来 5 分钟以后");
    assertThat(reason.en())
        .isEqualTo(
            "Invalid event; Mend it.; /data/unit required property 'unit' not found;"
                + " /time lies more than 5 minutes in the future");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "string found, integer expected | 类型为 string，应为 integer",
        "must be one of a, b | 须为以下之一：a, b",
        "must be urn:caseclock:person:x, since people post as themselves | 个人以本人身份提交，须为"
            + " urn:caseclock:person:x",
        "does not match the date pattern must be a valid RFC 3339 full-date | 不是有效日期，应如"
            + " 2026-01-31",
        "does not match the regex pattern ^[$1]+$ | 不符合格式 ^[$1]+$",
        "must be \"1.0\" | 须为 1.0",
      })
  void what_differs_stands_in_the_chinese_too(String english, String chinese) {
    assertThat(ChineseFault.of(english)).isEqualTo(chinese);
  }

  @Test
  void what_is_not_known_in_chinese_is_told_as_intake_says_it() {
    assertThat(ChineseFault.of("is not what it was")).isEqualTo("is not what it was");
  }
}
