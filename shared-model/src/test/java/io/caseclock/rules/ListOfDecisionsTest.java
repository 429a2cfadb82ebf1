package io.caseclock.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * The list of decisions tells each of them once, with its title and status as its page has them.
 */
class ListOfDecisionsTest {

  private static final Path FOLDER = Path.of("../docs/adr");
  private static final String LIST = "README.md";

  private static final Pattern HEAD =
      Pattern.compile(
          "# (?<number>\\d{4}) (?<title>.+)\n\nStatus: (?<status>.+(?:\n.+)*?)\nDate: [\\d-]+\n");

  @Test
  void the_list_is_what_the_pages_say() throws IOException {
    var rows =
        Files.readString(FOLDER.resolve(LIST))
            .lines()
            .filter(line -> line.startsWith("| 0"))
            .toList();

    assertThat(rows)
        .hasSizeGreaterThan(20)
        .isEqualTo(pages().stream().map(ListOfDecisionsTest::row).toList());
  }

  private static List<Path> pages() throws IOException {
    try (var files = Files.list(FOLDER)) {
      return files.filter(file -> !file.endsWith(LIST)).sorted().toList();
    }
  }

  private static String row(Path page) {
    var file = page.getFileName().toString();
    var head = HEAD.matcher(text(page));
    assertThat(head.lookingAt()).as("%s begins with its title and status", file).isTrue();
    assertThat(file).startsWith(head.group("number") + "-");
    return "| %s | [%s](%s) | %s |"
        .formatted(
            head.group("number"),
            head.group("title"),
            file,
            head.group("status").replace("\n", " "));
  }

  private static String text(Path page) {
    try {
      return Files.readString(page);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
