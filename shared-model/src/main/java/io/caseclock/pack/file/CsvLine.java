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

  private CsvLine() {}
}
