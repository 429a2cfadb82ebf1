package io.caseclock.local.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.caseclock.pack.file.PackFiles;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class PackCheckCommandTest {

  @TempDir Path folder;

  private final StringWriter printed = new StringWriter();

  @ParameterizedTest
  @ValueSource(
      strings = {"cn-public-security", "cn-court-mediation", "cn-guardianship-supervision"})
  void a_shipped_pack_is_right(String pack) {
    assertThat(check(pack)).isZero();
    assertThat(printed.toString()).startsWith(pack + " ").contains("come out:");
  }

  @Test
  void a_right_folder_tells_how_many_examples_came_out_by_mechanism() throws IOException {
    copy("", "");

    assertThat(check(folder.toString())).isZero();
    assertThat(printed.toString())
        .contains("4 rules, 6 event types")
        .contains("12 of 12 examples come out:")
        .containsPattern("recurring +3\\R");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/no/such/folder", "../nowhere", "packs/Mine"})
  void a_folder_that_is_not_there_is_no_id(String pack) {
    assertThatThrownBy(() -> PackFiles.named(pack)).hasMessage("there is no folder " + pack);
    assertThatThrownBy(() -> PackFiles.named("my-pack"))
        .hasMessage("no pack of that id is shipped, and there is no such folder: my-pack");
  }

  @Test
  void every_mistake_is_told_with_file_and_line() throws IOException {
    copy("severity: serious", "severity: severe");

    assertThat(check(folder.toString())).isEqualTo(1);
    assertThat(printed.toString())
        .contains("rules/visits.yaml:9: 'severity' should be one of")
        .contains("1 mistake in ");
  }

  @Test
  void an_example_that_does_not_come_out_is_told_with_its_line_and_sentence() throws IOException {
    copy("2026-06-02T23:59:59+08:00", "2026-06-01T23:59:59+08:00");

    assertThat(check(folder.toString())).isEqualTo(1);
    assertThat(printed.toString())
        .contains(
            "examples.csv:2: GS01 guardianship-next-visit: expected 2026-06-01T23:59:59+08:00")
        .contains("11 of 12 examples come out:");
  }

  @Test
  void what_no_rule_uses_is_a_note() throws IOException {
    copy(
        "- type: commitment-ended",
        "- {type: idle, names: {zh: 闲置, en: Idle}, element: case}\n\n- type: commitment-ended");

    assertThat(check(folder.toString())).isZero();
    assertThat(printed.toString()).contains("note: events.yaml:24: no rule uses the event 'idle'");
  }

  private int check(String pack) {
    return new CommandLine(new PackCommand())
        .setOut(new PrintWriter(printed, true))
        .execute("check", pack);
  }

  private void copy(String right, String wrong) throws IOException {
    for (var text : PackFiles.shipped("cn-guardianship-supervision").texts().entrySet()) {
      var file = folder.resolve(text.getKey());
      Files.createDirectories(Objects.requireNonNull(file.getParent()));
      Files.writeString(
          file,
          right.isEmpty()
              ? text.getValue()
              : text.getValue().replaceFirst(right.replace("+", "\\+"), wrong));
    }
  }
}
