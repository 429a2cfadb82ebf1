package io.caseclock.local.load;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProblemTest {

  private static final Pattern REASON =
      Pattern.compile(
          "\"((?:is|has|holds|looks|begins|must|lies|differs|serves|no rule|the caller|the"
              + " directory|events of) (?:[^\"\\\\]|\\\\.)*)\"");

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
            "Invalid event: /data/unit required property 'unit' not found;"
                + " /time lies more than 5 minutes in the future");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "string found, integer expected | 类型为文本，应为整数",
        "must be one of a, b | 须为以下之一：a, b",
        "must be urn:caseclock:person:x, since people post as themselves | 个人以本人身份提交，须为"
            + " urn:caseclock:person:x",
        "does not match the date pattern must be a valid RFC 3339 full-date | 不是有效日期，应如"
            + " 2026-01-31",
        "does not match the regex pattern ^[$1]+$ | 不符合格式 ^[$1]+$",
        "must be \"1.0\" | 须为 1.0",
        "holds a control character (U+000A) | 含有控制字符（U+000A）",
        "must be one line of 1 to 1,000 characters | 须为一行，1 至 1,000 个字符",
        "must be valid to one and only one schema, but 0 are valid | 不符合此类事件的格式",
        "must be the constant value 'a' | 须为 a",
        "has a missing property 'a' which is dependent required because 'b' is present | 有 b 时须有 a",
      })
  void what_differs_stands_in_the_chinese_too(String english, String chinese) {
    assertThat(ChineseFault.of(english)).isEqualTo(chinese);
  }

  /**
   * What the code of intake says of a member, and what the forms of identifiers, times, sources and
   * texts say, so that no reason is added that would be told in English alone.
   */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "shared-model/src/main/java/io/caseclock/attribute",
        "case-intake-service/src/main/java/io/caseclock/intake/accept"
      })
  void every_reason_in_the_code_has_a_chinese_sentence(String folder) throws IOException {
    var reasons = reasons(Path.of("..", "..").resolve(folder));

    assertThat(reasons).hasSizeGreaterThan(2);
    assertThat(reasons).filteredOn(reason -> !isChinese(ChineseFault.of(reason))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a control character",
        "half of a surrogate pair",
        "a character of private use",
        "a code point without a character",
        "a line break",
        "white space other than U+0020 and U+3000",
        "a character that is not shown",
        "a character that turns the direction of text"
      })
  void every_kind_of_character_that_is_refused_is_named_in_chinese(String kind) {
    assertThat(ChineseFault.of("holds " + kind + " (U+200B)")).doesNotContain(kind);
  }

  private static List<String> reasons(Path folder) throws IOException {
    try (var files = Files.list(folder)) {
      return files
          .filter(file -> file.toString().endsWith(".java"))
          .flatMap(file -> reasonsIn(text(file)))
          .distinct()
          .toList();
    }
  }

  /** Literals that complete a sentence about a member; what differs in them is some value. */
  private static Stream<String> reasonsIn(String code) {
    var whole =
        code.replaceAll("(?s)/\\*.*?\\*/", "")
            .replaceAll("\"\\s*\\+\\s*\"", "")
            .replaceAll("\"\\s*\\+\\s*[A-Za-z_.()]+\\s*\\+\\s*\"", "12")
            .replaceAll("%,?d|%04X", "12")
            .replace("holds %s", "holds a line break")
            .replace("must be %s of", "must be one line of");
    return REASON
        .matcher(whole)
        .results()
        .map(found -> found.group(1).replace("\\\"", "\""))
        .map(reason -> reason.endsWith(" ") ? reason + "X" : reason);
  }

  private static boolean isChinese(String text) {
    return text.codePoints().anyMatch(Character::isIdeographic);
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void what_is_not_known_in_chinese_is_told_as_intake_says_it() {
    assertThat(ChineseFault.of("is not what it was")).isEqualTo("is not what it was");
  }
}
