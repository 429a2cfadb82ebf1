package io.caseclock.notify.console.frame;

import static org.assertj.core.api.Assertions.assertThat;

import io.caseclock.notify.channel.DeliveryOutcome;
import io.caseclock.pack.Match;
import io.caseclock.pack.Step;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The build itself refuses a text that is missing in Chinese, or that no page knows. */
class TextsTest {

  private static final Path FILES = Path.of("src/main/resources/messages");

  static List<String> pages() throws IOException {
    try (var files = Files.list(FILES)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith("_zh.properties"))
          .map(name -> name.substring(0, name.indexOf('_')))
          .toList();
    }
  }

  private static Properties texts(String page, String language) throws IOException {
    var texts = new Properties();
    try (var file = Files.newBufferedReader(FILES.resolve(page + "_" + language + ".properties"))) {
      texts.load(file);
    }
    return texts;
  }

  @ParameterizedTest
  @MethodSource("pages")
  void both_languages_say_the_same_things(String page) throws IOException {
    assertThat(texts(page, "en").keySet()).isEqualTo(texts(page, "zh").keySet()).isNotEmpty();
  }

  /** The build reads these files by its own rules and knows no such escape. */
  @ParameterizedTest
  @MethodSource("pages")
  void no_text_has_an_escape_that_would_be_shown(String page) throws IOException {
    for (var language : List.of("zh", "en")) {
      assertThat(Files.readString(FILES.resolve(page + "_" + language + ".properties")))
          .doesNotContain("\\u");
    }
  }

  @Test
  void there_is_a_word_for_every_word_of_the_packs_in_both_languages() throws IOException {
    assertWords("common", "level", Match.SEVERITIES);
    assertWords("common", "policyKind", Match.KINDS);
    assertWords("common", "tell", Step.ROLES);
    assertWords("channel", "reason", lower(DeliveryOutcome.Reason.values()));
  }

  private static void assertWords(String page, String key, Collection<String> words)
      throws IOException {
    for (var language : List.of("zh", "en")) {
      var text = texts(page, language).getProperty(key);
      assertThat(words).allSatisfy(word -> assertThat(text).contains("{#case '" + word + "'}"));
    }
  }

  private static List<String> lower(Enum<?>... all) {
    return Arrays.stream(all).map(one -> one.name().toLowerCase(Locale.ROOT)).toList();
  }

  @Test
  void the_selects_offer_all_kinds_and_severities() {
    assertThat(Choices.KINDS).containsExactlyInAnyOrderElementsOf(Match.KINDS);
    assertThat(Choices.SEVERITIES).containsExactlyInAnyOrderElementsOf(Match.SEVERITIES);
  }
}
