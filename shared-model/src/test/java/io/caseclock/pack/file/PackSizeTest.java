package io.caseclock.pack.file;

import static org.assertj.core.api.Assertions.assertThat;

import io.caseclock.pack.Listeners;
import io.caseclock.pack.Listeners.Watched;
import io.caseclock.pack.Mistake;
import io.caseclock.pack.PackReading;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A pack that is too large for a pack is refused before it is read. */
class PackSizeTest {

  @ParameterizedTest
  @CsvSource({"19999, true", "20000, true", "20001, false"})
  void a_line_has_at_most_twenty_thousand_characters(int length, boolean allowed) {
    var start = "- {type: begun, names: {zh: 开始, en: '";
    var end = "'}, element: case}";
    var line = start + "x".repeat(length - start.length() - end.length()) + end;
    var mistakes = mistakesWith("events.yaml", line + "\n" + declared("done") + declared("ended"));

    assertThat(mistakes.isEmpty()).isEqualTo(allowed);
    assertThat(mistakes).allMatch(mistake -> mistake.line() == 1);
  }

  @Test
  void a_scalar_of_two_million_characters_is_refused_in_one_line_and_in_many() {
    assertThat(mistakesWith("facts.yaml", "- name: " + "x".repeat(2_000_000)))
        .extracting(Mistake::expected)
        .containsExactly("expected at most 1048576 characters in a file");
    assertThat(mistakesWith("facts.yaml", "- name: '" + "xxxxxxxx\n".repeat(230_000) + "'"))
        .extracting(Mistake::expected)
        .containsExactly("expected at most 1048576 characters in a file");
  }

  @Test
  void all_files_together_have_a_limit_and_so_has_their_number() {
    Map<String, String> texts = new TreeMap<>(InventedPack.good());
    for (var i = 0; i < 5; i++) {
      texts.put("documents/d" + i + ".html", "x".repeat(1_000_000));
    }
    assertThat(mistakes(texts))
        .extracting(Mistake::expected)
        .anyMatch(it -> it.contains("4194304"));

    Map<String, String> many = new TreeMap<>(InventedPack.good());
    for (var i = 0; i < 300; i++) {
      many.put("documents/d" + i + ".html", "x");
    }
    assertThat(mistakes(many)).extracting(Mistake::expected).contains("expected at most 300 files");
  }

  @Test
  void a_list_has_at_most_two_thousand_items() {
    assertThat(mistakesWith("lists.yaml", "- {id: closing, names: {zh: a, en: b}}\n".repeat(2_001)))
        .extracting(Mistake::expected)
        .anyMatch(it -> it.equals("expected at most 2000 items in a list"));
  }

  @Test
  void what_is_nested_deeply_or_repeated_by_a_mark_is_refused() {
    assertThat(mistakesWith("facts.yaml", "[".repeat(5_000) + "]".repeat(5_000))).isNotEmpty();
    assertThat(
            mistakesWith(
                "facts.yaml",
                "- &a [x, x]\n- &b [*a, *a]\n- &c [*b, *b]\n- &d [*c, *c]\n- [*d, *d]\n"))
        .extracting(Mistake::expected)
        .anyMatch(it -> it.startsWith("not YAML"));
  }

  @Test
  void a_thousand_mistakes_are_told_and_long_ones_are_cut() {
    var mistakes =
        mistakesWith("examples.csv", InventedPack.good().get("examples.csv") + "x\n".repeat(5_000));

    assertThat(mistakes).hasSize(Mistakes.MOST);
    assertThat(mistakesWith("facts.yaml", "- " + "y".repeat(15_000) + ": 1\n"))
        .allMatch(mistake -> mistake.expected().length() <= 601);
  }

  @Test
  void a_type_is_watched_while_a_rule_listens_to_it_and_is_in_force() {
    var pack = PackReader.require(new PackFiles("invented", InventedPack.good()));
    var listeners = new Listeners(List.of(pack));

    assertThat(listeners.watched("begun", Instant.parse("2025-12-31T15:59:59Z")))
        .isEqualTo(Watched.NOT_IN_FORCE);
    assertThat(listeners.watched("begun", Instant.parse("2025-12-31T16:00:00Z")))
        .isEqualTo(Watched.WATCHED);
    assertThat(listeners.watched("ended", Instant.parse("2026-03-02T02:00:00Z")))
        .isEqualTo(Watched.WATCHED);
    assertThat(listeners.watched("something", Instant.parse("2026-03-02T02:00:00Z")))
        .isEqualTo(Watched.NO_RULE_LISTENS);
    assertThat(listeners.watched("facts-stated", Instant.parse("1990-03-02T02:00:00Z")))
        .isEqualTo(Watched.WATCHED);
    assertThat(listeners.rules("done")).containsExactly("first");
  }

  private static String declared(String type) {
    return "- {type: " + type + ", names: {zh: 某, en: Some}, element: case}\n";
  }

  private static List<Mistake> mistakesWith(String file, String text) {
    Map<String, String> texts = new TreeMap<>(InventedPack.good());
    texts.put(file, text);
    return mistakes(texts);
  }

  private static List<Mistake> mistakes(Map<String, String> texts) {
    return switch (PackReader.read(new PackFiles("invented", texts))) {
      case PackReading.Read read -> List.of();
      case PackReading.Refused refused -> refused.mistakes();
    };
  }
}
