package io.caseclock.notify.console.auditlog;

import static org.assertj.core.api.Assertions.assertThat;

import io.caseclock.notify.notice.step.Action;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What the log can hold are the operations that change something or show one thing, of the services
 * whose entries the page shows.
 */
class AuditWordsTest {

  private static final Path ACCESS = Path.of("../deploy/e2e/src/test/resources/access.md");
  private static final List<String> SERVICES = List.of("notification", "monitor");

  private static Stream<String> operations() throws IOException {
    return Files.readAllLines(ACCESS).stream()
        .map(line -> line.split("\\|"))
        .filter(cells -> cells.length > 2 && SERVICES.contains(cells[1].strip()))
        .map(cells -> cells[2].strip());
  }

  private static List<String> changes() throws IOException {
    return operations().filter(operation -> !operation.startsWith("GET ")).toList();
  }

  private static List<String> views() throws IOException {
    return operations()
        .filter(operation -> operation.startsWith("GET ") && operation.contains("{"))
        .filter(operation -> !operation.contains("{secret}"))
        .toList();
  }

  private static Properties texts(String language) throws IOException {
    var texts = new Properties();
    var file = Path.of("src/main/resources/messages/auditlog_" + language + ".properties");
    try (var reader = Files.newBufferedReader(file)) {
      texts.load(reader);
    }
    return texts;
  }

  @ParameterizedTest
  @ValueSource(strings = {"zh", "en"})
  void every_operation_that_changes_something_has_words(String language) throws IOException {
    var texts = texts(language);

    assertThat(changes())
        .hasSizeGreaterThan(50)
        .allSatisfy(
            operation -> {
              var words = AuditLine.words(operation);
              assertThat(texts.getProperty("area")).contains("'" + words.getFirst() + "'");
              if (words.size() > 1) {
                assertThat(texts.getProperty("step")).contains("'" + words.getLast() + "'");
              }
              var method = operation.substring(0, operation.indexOf(' '));
              assertThat(texts.getProperty("method")).contains("'" + method + "'");
            });
  }

  @ParameterizedTest
  @ValueSource(strings = {"zh", "en"})
  void every_operation_that_shows_one_thing_has_words(String language) throws IOException {
    var texts = texts(language);

    assertThat(views())
        .hasSizeGreaterThan(40)
        .allSatisfy(
            operation -> {
              var words = AuditLine.words(operation);
              assertThat(texts.getProperty("area")).contains("'" + words.getFirst() + "'");
              if (words.size() > 1) {
                assertThat(texts.getProperty("thing")).contains("'" + words.getLast() + "'");
              }
            });
  }

  @ParameterizedTest
  @ValueSource(strings = {"zh", "en"})
  void every_step_of_a_notice_has_words(String language) throws IOException {
    assertThat(Arrays.stream(Action.values()).map(Action::path))
        .allSatisfy(
            step -> assertThat(texts(language).getProperty("step")).contains("'" + step + "'"));
  }

  @Test
  void what_stands_in_braces_is_no_word() {
    assertThat(AuditLine.words("POST /api/v1/silences/{id}/approve"))
        .containsExactly("silences", "approve");
  }
}
