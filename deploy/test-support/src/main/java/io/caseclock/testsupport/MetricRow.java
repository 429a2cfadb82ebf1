package io.caseclock.testsupport;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * One row of {@code docs/metrics.md}.
 *
 * @param name as Prometheus shows it, a timer's without {@code _count}
 * @param tags their names, with all their values; without any where they are not a closed list
 * @param isThereFromTheStart or only after the first time
 * @param alerts names of those that read it
 */
public record MetricRow(
    String name,
    String type,
    Map<String, Set<String>> tags,
    boolean isThereFromTheStart,
    Set<String> alerts) {

  /** Modules of services lie beside docs. */
  private static final Path BESIDE = Path.of("../docs/metrics.md");

  private static final Pattern TAG = Pattern.compile("`(\\w+)`(?: \\(([^)]*)\\))?");
  private static final Pattern WORD = Pattern.compile("`([^`]+)`");

  /** All rows of the document. */
  public static List<MetricRow> of(Path document) {
    return rows(text(document));
  }

  /** The rows of a chapter, read from the module of a service; fails where there is none. */
  static List<MetricRow> ofChapter(String title) {
    return ofChapter(BESIDE, title);
  }

  /** The rows of a chapter of the document; fails where there is none. */
  public static List<MetricRow> ofChapter(Path document, String title) {
    var rows = rows(chapter(document, title));
    if (rows.isEmpty()) {
      throw new IllegalArgumentException("no metrics in the chapter " + title);
    }
    return rows;
  }

  private static String chapter(Path document, String title) {
    return Arrays.stream(text(document).split("\n## "))
        .filter(chapter -> chapter.startsWith(title + "\n"))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no chapter " + title));
  }

  private static List<MetricRow> rows(String text) {
    return text.lines().filter(line -> line.startsWith("| `")).map(MetricRow::ofLine).toList();
  }

  private static String text(Path document) {
    try {
      return Files.readString(document, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static MetricRow ofLine(String line) {
    var cells = Arrays.stream(line.split("\\|", -1)).map(String::strip).toList();
    return new MetricRow(
        cells.get(1).replace("`", ""),
        cells.get(2),
        tags(cells.get(3)),
        "start".equals(cells.get(5)),
        words(cells.get(7)));
  }

  private static Map<String, Set<String>> tags(String cell) {
    Map<String, Set<String>> tags = new LinkedHashMap<>();
    var tag = TAG.matcher(cell);
    while (tag.find()) {
      tags.put(tag.group(1), tag.group(2) == null ? Set.of() : words(tag.group(2)));
    }
    return tags;
  }

  private static Set<String> words(String text) {
    return WORD.matcher(text).results().map(word -> word.group(1)).collect(Collectors.toSet());
  }
}
