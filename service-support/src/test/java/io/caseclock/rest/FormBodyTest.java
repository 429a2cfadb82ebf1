package io.caseclock.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FormBodyTest {

  @Test
  void fields_are_read_in_their_order_with_spaces_and_lines() {
    var form = read("text=a+b%0D%0Ac%09&text=&name=%E4%B8%AD%F0%A0%80%8B&ticked");

    assertThat(form.unreadable()).isEmpty();
    assertThat(form.fields())
        .isEqualTo(
            Map.of(
                "text", List.of("a b\r\nc\t", ""),
                "name", List.of("中𠀋"),
                "ticked", List.of("")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"%00", "a%", "%f", "%zz", "%ff", "%ED%A0%80", "%C0%80", "a\u0000b", "\u00ff"})
  void a_value_that_cannot_be_stored_names_its_field(String value) {
    assertThat(read("good=1&cause=" + value).unreadable()).containsExactly("cause");
  }

  @Test
  void a_name_that_cannot_be_stored_has_no_name() {
    assertThat(read("%00=1").unreadable()).containsExactly("");
  }

  @Test
  void an_empty_body_has_no_fields() {
    assertThat(read("")).isEqualTo(new FormBody(Map.of(), Set.of()));
    assertThat(read("&&").fields()).isEmpty();
  }

  private static FormBody read(String body) {
    return FormBody.read(body.getBytes(StandardCharsets.ISO_8859_1));
  }
}
