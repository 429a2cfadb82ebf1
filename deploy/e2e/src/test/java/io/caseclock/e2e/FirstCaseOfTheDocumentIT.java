package io.caseclock.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The commands of {@code docs/integration.md}, copied line by line as it tells its readers to. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@ExtendWith(SharedSuite.class)
class FirstCaseOfTheDocumentIT {

  private static final Path DOCUMENT = Suite.repository().resolve("docs/integration.md");
  private static final Pattern FENCED = Pattern.compile("(?ms)^```bash\\n(.*?)^```$");
  private static final String CASE = "A9901000000888001";
  private static final String RULE = "public-security-case-handling";

  private Suite suite;

  @BeforeAll
  void theSuite(Suite shared) {
    suite = shared;
  }

  @Test
  void each_command_does_what_the_document_says(@TempDir Path folder) throws IOException {
    assumeTrue(SampleClient.isThere("curl"), "curl is not on the path");
    assumeTrue(SampleClient.isThere("python3"), "python3 is not on the path");
    var commands = commands();
    assertThat(commands).as("blocks of commands, without the certification").hasSize(7);

    try (var shell = TypedCommands.in(folder, suite)) {
      var filed = shell.type(commands.get(0));
      assertThat(filed).singleElement().satisfies(FirstCaseOfTheDocumentIT::isAccepted);
      suite.until(() -> suite.effects("888001-filed"), effects -> effects.status() == 200);

      isAnsweredBy(shell.type(commands.get(1)));

      assertThat(shell.type(commands.get(2)))
          .singleElement()
          .satisfies(FirstCaseOfTheDocumentIT::isAccepted);
      suite.untilDeadline(CASE, RULE, "met");

      assertThat(shell.type(commands.get(3))).singleElement().satisfies(has("duplicate"));
      assertThat(shell.type(commands.get(4)))
          .hasSize(2)
          .allSatisfy(FirstCaseOfTheDocumentIT::isAccepted);
      suite.until(() -> suite.effects("888001-decided-2"), effects -> effects.status() == 200);
      suite.untilDeadline(CASE, RULE, "met");

      var batch = shell.type(commands.get(5)).getFirst().path("results");
      assertThat(batch).satisfiesExactly(has("duplicate"), has("refused"));
      assertThat(batch.path(1).path("problem").path("violations")).isNotEmpty();

      assertThat(shell.type(commands.get(6))).singleElement().satisfies(has("duplicate"));
    }
  }

  /** Receipt, effects and deadlines. */
  private static void isAnsweredBy(List<JsonNode> answers) {
    assertThat(answers).hasSize(3);
    assertThat(answers.get(0).path("id").asText()).isEqualTo("888001-filed");
    assertThat(answers.get(1).toString()).contains(RULE);
    assertThat(answers.get(2).path("deadlines").findValuesAsText("rule")).contains(RULE);
  }

  private static void isAccepted(JsonNode answer) {
    has("accepted").accept(answer);
    assertThat(answer.path("caseId").asText()).isEqualTo(CASE);
    assertThat(answer.path("receipt").asText()).startsWith("/api/v1/receipts?");
  }

  private static org.assertj.core.api.ThrowingConsumer<JsonNode> has(String status) {
    return answer -> assertThat(answer.path("status").asText()).isEqualTo(status);
  }

  /** What stands in the document to be copied; the certification has a test of its own. */
  private static List<String> commands() throws IOException {
    return FENCED
        .matcher(Files.readString(DOCUMENT))
        .results()
        .map(block -> block.group(1))
        .filter(block -> !block.contains("certify"))
        .toList();
  }
}
