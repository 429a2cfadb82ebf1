package io.caseclock.kubernetes;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** Files of the repository that tests read as text. */
final class RepositoryText {

  private RepositoryText() {}

  static String of(Path file) {
    try {
      return Files.readString(file, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Every source of Java in a folder and below it. */
  static List<Path> javaIn(Path folder) {
    return filesIn(folder).stream().filter(file -> file.toString().endsWith(".java")).toList();
  }

  /** All templates of the chart, one after the other. */
  static String ofTemplates() {
    return filesIn(Chart.FOLDER.resolve("templates")).stream()
        .map(RepositoryText::of)
        .collect(Collectors.joining("\n"));
  }

  private static List<Path> filesIn(Path folder) {
    try (var files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
