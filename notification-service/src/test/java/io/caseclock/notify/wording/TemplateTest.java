package io.caseclock.notify.wording;

import static org.assertj.core.api.Assertions.assertThat;

import io.caseclock.contract.Names;
import io.caseclock.notify.message.MessageTexts;
import io.caseclock.notify.wording.TemplateKind.Part;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class TemplateTest {

  private static final Template OWN =
      new Template(
          new TemplateText("请注意：{事项}", "Mind: {name}"),
          new TemplateText("{事项}到{期限}为止。", "It's {name}, until {due}."));

  @ParameterizedTest
  @EnumSource(TemplateKind.class)
  void every_shipped_text_is_a_template_without_faults(TemplateKind kind) {
    var shipped = Template.shipped(kind);

    assertThat(CheckTemplate.faults(kind, shipped)).isEmpty();
    for (var part : Part.values()) {
      assertThat(TextPattern.of(kind, part, shipped.of(part)))
          .isEqualTo(MessageTexts.shipped(kind.key(part)));
    }
    assertThat(shipped.example(kind).text().zh()).doesNotContain("{", "}");
  }

  @Test
  void what_an_installation_says_is_filled_in_as_the_shipped_text_is() {
    var patterns =
        Map.of(
            "warning.title", TextPattern.of(TemplateKind.WARNING, Part.TITLE, OWN.title()),
            "warning.text", TextPattern.of(TemplateKind.WARNING, Part.TEXT, OWN.text()));
    var texts =
        new MessageTexts(
            ZoneId.of("Asia/Shanghai"), Set.of(), key -> Optional.ofNullable(patterns.get(key)));
    var name = new Names("立案审查", "Filing review");

    assertThat(texts.say("warning.title", name))
        .isEqualTo(new Names("请注意：立案审查", "Mind: Filing review"));
    assertThat(texts.say("warning.text", name, new Names("明日", "tomorrow")))
        .isEqualTo(new Names("立案审查到明日为止。", "It's Filing review, until tomorrow."));
    assertThat(texts.say("breach.title", name).en()).isEqualTo("Breach: Filing review");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ''                        | must not be empty
          {事项}{期限}{              | has a brace that does not belong to a pair
          {事项}}{期限}              | has a brace that does not belong to a pair
          {事项}                     | lacks {期限}, without which nobody is told it
          {事项}{期限}{0}            | knows no {0}; known are {事项}, {期限}
          {事项}{期限}{name}         | knows no {name}; known are {事项}, {期限}
          {事项}{期限}<b>急</b>      | is plain text of one line, without < and >
          """)
  void what_a_text_may_not_say_is_named(String text, String message) {
    var faults = CheckTemplate.faults(TemplateKind.WARNING, withText(text));

    assertThat(faults).hasSize(1);
    assertThat(faults.getFirst().place()).isEqualTo("text/zh");
    assertThat(faults.getFirst().message()).isEqualTo(message);
  }

  @Test
  void line_breaks_hidden_characters_and_more_than_is_read_are_refused() {
    assertThat(messages("{事项}\n{期限}"))
        .containsExactly("is plain text of one line, without < and >");
    assertThat(messages("{事项}\u202e{期限}")).hasSize(1);
    assertThat(messages("{事项}{期限}" + "长".repeat(493)))
        .containsExactly("has at most 500 characters");
    assertThat(messages("{事项}{期限}" + "长".repeat(492))).isEmpty();
  }

  private static List<String> messages(String text) {
    return CheckTemplate.faults(TemplateKind.WARNING, withText(text)).stream()
        .map(TemplateFault::message)
        .toList();
  }

  private static Template withText(String zh) {
    return new Template(OWN.title(), new TemplateText(zh, OWN.text().en()));
  }
}
