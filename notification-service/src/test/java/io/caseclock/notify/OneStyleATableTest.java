package io.caseclock.notify;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * A table that an entity stands for is named in no SQL outside the packages of the entities, but in
 * the archive of a case, which hands out the rows of all tables as they are.
 */
class OneStyleATableTest {

  private static final Path SOURCES = Path.of("src/main/java");
  private static final Pattern MAPPED = Pattern.compile("@Table\\(name = \"(\\w+)\"");
  private static final Pattern NAMED =
      Pattern.compile("\\b(?:from|join|into|update|truncate)\\s+(\\w+)");

  @Test
  void no_sql_outside_panache_names_a_table_of_an_entity() {
    var tables = tables();
    assertThat(tables).contains("notice", "notice_fault", "known_fault");
    assertThat(
            sources()
                .filter(file -> !isPanache(file) && !isArchive(file))
                .flatMap(file -> misuses(file, tables)))
        .isEmpty();
  }

  private static Set<String> tables() {
    return sources()
        .filter(OneStyleATableTest::isPanache)
        .flatMap(file -> words(MAPPED, file))
        .collect(Collectors.toSet());
  }

  private static Stream<String> misuses(Path file, Set<String> tables) {
    return words(NAMED, file).filter(tables::contains).map(table -> file + " names " + table);
  }

  private static boolean isPanache(Path file) {
    return file.getParent().endsWith("panache");
  }

  private static boolean isArchive(Path file) {
    return file.endsWith("archive/jdbc/NotificationParts.java");
  }

  private static Stream<String> words(Pattern pattern, Path file) {
    return pattern.matcher(text(file)).results().map((MatchResult found) -> found.group(1));
  }

  /** Without comments, which may speak of tables. */
  private static String text(Path file) {
    try {
      return Files.readString(file, UTF_8).replaceAll("(?s)/\\*.*?\\*/|//[^\\n]*", "");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Stream<Path> sources() {
    try (var files = Files.walk(SOURCES)) {
      return files.filter(file -> file.toString().endsWith(".java")).toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
