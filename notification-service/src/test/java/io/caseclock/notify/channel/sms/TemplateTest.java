package io.caseclock.notify.channel.sms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
  void a_template_that_reaches_nobody_or_names_what_there_is_not_is_refused() {
    assertThatThrownBy(() -> new Template("{\"c\":\"{text}\"}", "application/json"))
        .hasMessageContaining("{to}");
    assertThatThrownBy(() -> new Template("{to} {name}", "application/json"))
        .hasMessageContaining("{name}");
    assertThatThrownBy(() -> new Template("{to}", "text/plain"))
        .hasMessageContaining("content-type");
  }
}
