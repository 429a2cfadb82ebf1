package io.caseclock.notify.channel.sms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TemplateTest {

  @Test
  void values_are_escaped_for_json() {
    assertThat(filled("{\"t\":\"{to}\",\"c\":\"{text}\"}", "application/json; charset=utf-8"))
        .isEqualTo("{\"t\":\"a\\\"b\\\\c\",\"c\":\"1\\n2 & {id} $1\"}");
  }

  @Test
  void values_are_escaped_for_a_form() {
    assertThat(filled("t={to}&c={text}", "application/x-www-form-urlencoded"))
        .isEqualTo("t=a%22b%5Cc&c=1%0A2+%26+%7Bid%7D+%241");
  }

  @Test
  void values_are_escaped_for_xml() {
    assertThat(filled("<t>{to}</t><c>{text}</c>", "text/xml"))
        .isEqualTo("<t>a&quot;b\\c</t><c>1\n2 &amp; {id} $1</c>");
  }

  private static String filled(String template, String contentType) {
    var values = Map.of("to", "a\"b\\c", "text", "1\n2 & {id} $1", "id", "never");
    return new String(new Template(template, contentType).fill(values), StandardCharsets.UTF_8);
  }

  @Test
  void a_charset_in_the_content_type_is_the_one_that_is_sent() {
    var gbk = Charset.forName("GBK");
    var values = Map.of("to", "1", "text", "案件时钟");

    assertThat(new Template("{to}{text}", "application/json; charset=GBK").fill(values))
        .isEqualTo("1案件时钟".getBytes(gbk));
    assertThat(new Template("{to}{text}", "text/xml;charset=\"gb18030\"").fill(values))
        .isEqualTo("1案件时钟".getBytes(Charset.forName("GB18030")));
    assertThat(
            new Template("t={to}&c={text}", "application/x-www-form-urlencoded; Charset = gbk")
                .fill(values))
        .isEqualTo("t=1&c=%B0%B8%BC%FE%CA%B1%D6%D3".getBytes(gbk));
    assertThat(new Template("{to}{text}", "application/json").fill(values))
        .isEqualTo("1案件时钟".getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void what_the_charset_lacks_is_escaped_or_named_and_never_replaced() {
    var values = Map.of("to", "1", "text", "?𠮷é?");
    var form = new Template("{to}{text}", "application/x-www-form-urlencoded;charset=GBK");

    assertThat(filledGbk("application/json;charset=GBK", values)).isEqualTo("1?\\ud842\\udfb7é?");
    assertThat(filledGbk("text/xml;charset=GBK", values)).isEqualTo("1?&#x20bb7;é?");
    assertThatThrownBy(() -> form.fill(values)).hasMessage("U+20BB7");
  }

  private static String filledGbk(String type, Map<String, String> values) {
    return new String(new Template("{to}{text}", type).fill(values), Charset.forName("GBK"));
  }

  @Test
  void a_charset_that_does_not_exist_or_does_not_hold_the_template_stops_the_start() {
    assertThatThrownBy(() -> new Template("{to}", "application/json; charset=GBX"))
        .hasMessageContaining("GBX");
    assertThatThrownBy(() -> new Template("{to}", "application/json; charset=UTF-16"))
        .hasMessageContaining("UTF-16");
    assertThatThrownBy(() -> new Template("{to} 𠮷", "application/json; charset=GBK"))
        .hasMessageContaining("U+20BB7");
  }

  @Test
  void a_template_that_reaches_nobody_or_names_what_there_is_not_is_refused() {
    assertThatThrownBy(() -> new Template("{\"c\":\"{text}\"}", "application/json"))
        .hasMessageContaining("{to}");
    assertThatThrownBy(() -> new Template("{to} {name}", "application/json"))
        .hasMessageContaining("{name}");
    assertThatThrownBy(() -> new Template("{to}", "text/plain"))
        .hasMessageContaining("content-type");
  }
}
