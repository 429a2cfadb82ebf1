package io.caseclock.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.caseclock.pack.Pack;
import io.caseclock.pack.file.PackFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChosenPacksTest {

  @TempDir Path folder;

  @Test
  void without_a_word_the_usual_three_are_chosen() {
    var packs = ChosenPacks.of(null, folder);

    assertThat(packs.value())
        .isEqualTo("cn-public-security,cn-court-mediation,cn-guardianship-supervision");
    assertThat(packs.understandSample()).isTrue();
  }

  @Test
  void a_folder_is_looked_for_from_where_the_caller_stands() throws IOException {
    copy("my-pack", "severity: serious", "severity: grave");

    var packs = ChosenPacks.of(" cn-court-mediation , my-pack", folder);

    assertThat(packs.value()).isEqualTo("cn-court-mediation," + folder.resolve("my-pack"));
    assertThat(packs.packs()).extracting(Pack::id).contains("cn-guardianship-supervision");
    assertThat(packs.understandSample()).isFalse();
  }

  @Test
  void a_comma_in_a_folders_name_is_escaped_for_the_services() throws IOException {
    var inside = Files.createDirectories(folder.resolve("a,b"));
    copy("a,b/my-pack", "severity: serious", "severity: grave");

    assertThat(ChosenPacks.of("my-pack", inside).value()).isEqualTo(folder + "/a\\,b/my-pack");
  }

  @Test
  void a_wrong_pack_is_refused_with_its_mistakes() throws IOException {
    copy("my-pack", "severity: serious", "severity: severe");

    assertThatThrownBy(() -> ChosenPacks.of("my-pack", folder))
        .isInstanceOf(StackException.class)
        .hasMessageContaining("CASECLOCK_PACKS")
        .hasMessageContaining("rules/visits.yaml:9: 'severity' should be one of");
  }

  @Test
  void packs_that_clash_are_refused_with_the_reason() throws IOException {
    copy("my-pack", "severity: serious", "severity: grave");

    assertThatThrownBy(() -> ChosenPacks.of("cn-guardianship-supervision,my-pack", folder))
        .isInstanceOf(StackException.class)
        .hasMessageContaining("stands twice");
  }

  @Test
  void what_is_neither_a_folder_nor_shipped_is_named() {
    assertThatThrownBy(() -> ChosenPacks.of("nowhere", folder))
        .isInstanceOf(StackException.class)
        .hasMessageContaining("there is no folder nowhere");
    assertThatThrownBy(() -> ChosenPacks.of("cn-court-mediation,", folder))
        .isInstanceOf(StackException.class)
        .hasMessageContaining("empty entry");
  }

  private void copy(String name, String right, String other) throws IOException {
    for (var text : PackFiles.shipped("cn-guardianship-supervision").texts().entrySet()) {
      var file = folder.resolve(name).resolve(text.getKey());
      Files.createDirectories(Objects.requireNonNull(file.getParent()));
      Files.writeString(file, text.getValue().replaceFirst(right, other));
    }
  }
}
