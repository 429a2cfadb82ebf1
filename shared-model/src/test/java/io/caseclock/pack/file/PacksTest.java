package io.caseclock.pack.file;

import static io.caseclock.pack.file.InventedPack.RULES;
import static io.caseclock.pack.file.InventedPack.good;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.caseclock.pack.Pack;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PacksTest {

  @TempDir Path home;

  @Test
  void the_shipped_packs_go_together() {
    var ids = PackFiles.shippedIds();

    assertThat(ids)
        .contains("cn-public-security", "cn-court-mediation", "cn-guardianship-supervision");
    assertThat(Packs.load(ids)).extracting(Pack::id).containsExactlyElementsOf(ids);
  }

  @Test
  void a_folder_and_a_shipped_pack_go_together() {
    assertThat(Packs.load(List.of("cn-court-mediation", folder("invented", good()))))
        .extracting(Pack::id)
        .containsExactly("cn-court-mediation", "invented");
  }

  @Test
  void a_rule_in_two_packs_is_refused_with_both_names_and_the_key() {
    var names = List.of(folder("one", renamed("one")), folder("two", renamed("two")));

    assertThatThrownBy(() -> Packs.load(names))
        .hasMessageContaining("caseclock.packs")
        .hasMessageContaining("the rule first is in one and in two");
  }

  @Test
  void an_event_type_with_two_schemas_is_refused_with_both_names() {
    var other = renamed("two");
    other.replaceAll((file, text) -> text.replace("first", "second"));
    var same = List.of(folder("one", renamed("one")), folder("two", other));
    assertThat(Packs.load(same)).hasSize(2);

    other.put(
        "events.yaml",
        Objects.requireNonNull(other.get("events.yaml"))
            .replace(
                "en: Begun}, element: case",
                "en: Begun}, element: case, data: {properties: {on: {type: string}}}"));
    var clashing = List.of(same.getFirst(), folder("two", other));

    assertThatThrownBy(() -> Packs.load(clashing))
        .hasMessageContaining("the event type begun has another schema in one and in two");
  }

  @Test
  void a_pack_that_is_named_twice_is_refused() {
    assertThatThrownBy(() -> Packs.load(List.of("cn-court-mediation", "cn-court-mediation")))
        .hasMessageContaining("the pack cn-court-mediation stands twice");
  }

  @Test
  void every_mistake_of_a_pack_is_told_with_file_line_and_key() {
    var wrong = renamed("one");
    wrong.computeIfPresent(
        RULES, (file, text) -> text.replace("serious", "severe").replace("[begun]", "[begin]"));

    assertThatThrownBy(() -> Packs.load(List.of(folder("one", wrong))))
        .hasMessageContaining("caseclock.packs")
        .hasMessageContaining(RULES + ":7:")
        .hasMessageContaining(RULES + ":14: the event 'begin' is not declared");
  }

  private static Map<String, String> renamed(String id) {
    var texts = good();
    texts.computeIfPresent("pack.yaml", (file, text) -> text.replace("id: invented", "id: " + id));
    return texts;
  }

  private String folder(String name, Map<String, String> texts) {
    try {
      for (var text : texts.entrySet()) {
        var file = home.resolve(name).resolve(text.getKey());
        Files.createDirectories(Objects.requireNonNull(file.getParent()));
        Files.writeString(file, text.getValue());
      }
      return home.resolve(name).toString();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
