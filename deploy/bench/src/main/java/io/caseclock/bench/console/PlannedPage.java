package io.caseclock.bench.console;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * A page to be measured.
 *
 * @param path with {@code {name}} where each round puts another value in
 */
record PlannedPage(Aim aim, Visitor visitor, String path) {

  /** Reads the list of pages; lines that begin with {@code #} are comments. */
  static List<PlannedPage> all() throws IOException {
    try (var file = PlannedPage.class.getResourceAsStream("pages.txt")) {
      var text = Objects.requireNonNull(file, "pages.txt").readAllBytes();
      return new String(text, StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .map(PlannedPage::of)
          .toList();
    }
  }

  private static PlannedPage of(String line) {
    var words = line.split(" +");
    if (words.length != 3) {
      throw new IllegalArgumentException("three words expected: " + line);
    }
    return new PlannedPage(
        Aim.valueOf(words[0].toUpperCase(Locale.ROOT)),
        Visitor.valueOf(words[1].toUpperCase(Locale.ROOT)),
        words[2]);
  }

  /** The page without its values and parameters, as the navigation links to it. */
  String place() {
    return path.replaceAll("[?{].*", "");
  }
}
