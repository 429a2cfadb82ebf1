package io.caseclock.pack.file;

import java.util.ArrayList;
import java.util.List;

/** A line of a CSV file: a cell with a comma stands in quotes, and a quote inside it is doubled. */
final class CsvLine {

  /** The cells as they stand, without the quotes around them; at least one. */
  static List<String> cells(String line) {
    List<String> cells = new ArrayList<>();
    var cell = new StringBuilder();
    var isQuoted = false;
    for (var at = 0; at < line.length(); at++) {
      var letter = line.charAt(at);
      if (letter == '"' && isQuoted && line.startsWith("\"", at + 1)) {
        cell.append(letter);
        at++;
      } else if (letter == '"') {
        isQuoted = !isQuoted;
      } else if (letter == ',' && !isQuoted) {
        cells.add(cell.toString());
        cell.setLength(0);
      } else {
        cell.append(letter);
      }
    }
    cells.add(cell.toString());
    return cells;
  }

  /**
   * Whether a file is plain CSV by its first line. What a spreadsheet program writes by default is
   * named as what it is: a byte order mark before the first letter, or semicolons or tabs between
   * the cells.
   */
  static boolean isPlain(String file, String text, Mistakes mistakes) {
    var before = mistakes.count();
    if (text.startsWith("\uFEFF")) {
      mistakes.add(file, 1, "begins with a byte order mark (BOM); save it as UTF-8 without a BOM");
    }
    var first = text.lines().findFirst().orElse("");
    if (!first.contains(",") && first.contains(";")) {
      mistakes.add(file, 1, "the cells are separated by semicolons; expected commas");
    } else if (!first.contains(",") && first.contains("\t")) {
      mistakes.add(file, 1, "the cells are separated by tabs; expected commas");
    }
    return mistakes.count() == before;
  }

  private CsvLine() {}
}
