package io.caseclock.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.caseclock.local.secret.LocalRole;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * The certification of an installation elsewhere, as {@code docs/integration.md} has it typed. Its
 * suite is its own, since it goes by the time of this machine, which other stories move on.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CertifyOfTheDocumentIT {

  private static final Path DOCUMENT = Suite.repository().resolve("docs/integration.md");
  private static final Path LAUNCHER =
      Suite.repository().resolve("deploy/local/target/local-stack.jar");
  private static final String TYPED = "./caseclock certify http";
  private static final String INTAKE = "https://intake.example/";
  private static final String MONITOR = "https://monitor.example/";

  @TempDir private Path folder;
  private Suite suite;

  @BeforeAll
  void aSuite(@TempDir Path directory) {
    suite = Suite.start(directory, 1);
  }

  @AfterAll
  void stop() {
    suite.close();
  }

  /** The units are those of the document, and so is the name of the file. */
  @Test
  void the_command_of_the_document_passes() throws IOException, InterruptedException {
    var typed = typed();
    assertThat(typed)
        .contains(INTAKE, MONITOR)
        .containsSubsequence("--token-file", "token")
        .containsSubsequence("--unit", Roster.STATION)
        .containsSubsequence("--other-unit", Roster.OTHER_STATION);
    Files.writeString(
        folder.resolve("token"),
        suite.stack().token(LocalRole.PRECINCT_SYSTEM, Roster.STATION, null));

    var run = JavaProgram.run(folder, LAUNCHER, typed.stream().map(this::ofTheSuite).toList());

    assertThat(run.exit()).as(run.said()).isZero();
    assertThat(run.said())
        .contains("first-case/effects", "lie/other-unit", "Passed: all")
        .doesNotContain("FAILED", "was left out", "未检查");
    System.out.println(run.said().lines().reduce((before, last) -> last).orElse(""));
  }

  /** What is typed behind {@code ./caseclock}, word by word. */
  private static List<String> typed() throws IOException {
    var lines = Files.readString(DOCUMENT).lines().filter(line -> line.startsWith(TYPED)).toList();
    assertThat(lines).as("commands that certify an installation elsewhere").hasSize(1);
    var words = lines.getFirst().replaceFirst("\\s+#.*", "").split("\\s+");
    return Arrays.asList(words).subList(1, words.length);
  }

  private String ofTheSuite(String word) {
    return switch (word) {
      case INTAKE -> suite.stack().intakeUrl().toString();
      case MONITOR -> suite.stack().monitorUrl().toString();
      default -> word;
    };
  }
}
