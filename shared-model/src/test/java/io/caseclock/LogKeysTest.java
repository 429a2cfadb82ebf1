package io.caseclock;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** {@code docs/logs.md} has every key that stands in a log of any module, and no other. */
class LogKeysTest {

  private static final Path REPOSITORY = Path.of("..");
  private static final Path DOCUMENT = REPOSITORY.resolve("docs/logs.md");
  private static final Pattern ROW = Pattern.compile("(?m)^\\| `(\\w+)` \\| \\S.* \\|$");
  private static final Pattern USE = Pattern.compile("\\.addKeyValue\\(\\s*([^,]*),");
  private static final Pattern KEY = Pattern.compile("\"([a-z][A-Za-z]*)\"");

  @Test
  void every_key_is_written_where_it_is_used() {
    assertThat(uses())
        .as("a key is a word in quotes, so that it can be found")
        .allMatch(use -> KEY.matcher(use).matches());
  }

  @Test
  void the_document_has_the_keys_that_are_used() throws IOException {
    var documented = new TreeSet<String>();
    ROW.matcher(Files.readString(DOCUMENT)).results().forEach(row -> documented.add(row.group(1)));

    assertThat(keys())
        .as("keys in the code; those of docs/logs.md with the same meaning go before a new one")
        .hasSizeGreaterThan(20)
        .isEqualTo(documented);
  }

  private static Set<String> keys() {
    return uses().stream()
        .map(use -> use.replace("\"", ""))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** What stands in the place of the key, wherever there is one. */
  private static List<String> uses() {
    List<String> uses = new ArrayList<>();
    for (var modules : List.of(REPOSITORY, REPOSITORY.resolve("deploy"))) {
      for (var module : listed(modules)) {
        var sources = module.resolve("src/main/java");
        if (Files.isDirectory(sources)) {
          uses.addAll(uses(sources));
        }
      }
    }
    return uses;
  }

  private static List<String> uses(Path sources) {
    try (var files = Files.walk(sources)) {
      return files
          .filter(file -> file.toString().endsWith(".java"))
          .flatMap(file -> USE.matcher(text(file)).results())
          .map(use -> use.group(1).strip())
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<Path> listed(Path folder) {
    try (var entries = Files.list(folder)) {
      return entries.filter(Files::isDirectory).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
