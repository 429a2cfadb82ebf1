package io.caseclock.local.file;

import io.caseclock.local.StackException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The head of a table: what separates its cells, and what each column is.
 *
 * @param rows the rows that the head takes up, with blank ones before it
 */
record TableHead(char delimiter, List<String> headings, List<Column> columns, List<EventRow> rows) {

  private static final char[] DELIMITERS = {',', ';', '\t'};
  private static final String EXCEL = "sep=";

  TableHead {
    headings = List.copyOf(headings);
    columns = List.copyOf(columns);
    rows = List.copyOf(rows);
  }

  /** Reads the head; throws {@link StackException} where a table with it would be misread. */
  static TableHead read(FileLines lines, TextEncoding encoding) {
    List<EventRow> rows = new ArrayList<>();
    Character said = null;
    for (var line = lines.next(); line != null; line = lines.next()) {
      var text = text(line, encoding);
      rows.add(new EventRow.Skipped(new OriginalRow.Bytes(line.number(), line.bytes())));
      var separator = said == null ? separator(text) : null;
      if (separator != null) {
        said = separator;
      } else if (!BlankLine.is(text)) {
        return of(text, said == null ? likeliest(text) : said, rows);
      }
    }
    return new TableHead(',', List.of(), List.of(), rows);
  }

  private static String text(FileLines.Line line, TextEncoding encoding) {
    return encoding
        .text(line.bytes())
        .filter(text -> !line.isTooLong())
        .orElseThrow(
            () ->
                new StackException(
                    ("第 %d 行（表头）不是有效的 %s 文字，请用 --encoding 指明编码：%s。%n"
                            + "Line %d (the head of the table) is not valid %s; say --encoding and"
                            + " one of %s.")
                        .formatted(
                            line.number(),
                            encoding,
                            TextEncoding.NAMES,
                            line.number(),
                            encoding,
                            TextEncoding.NAMES)));
  }

  /** The first line by which some programs tell Excel what separates the cells. */
  private static @Nullable Character separator(String line) {
    var text = line.replace("\"", "").replace("\r", "");
    var isSaid = text.length() == EXCEL.length() + 1;
    return isSaid && text.toLowerCase(Locale.ROOT).startsWith(EXCEL)
        ? Character.valueOf(text.charAt(EXCEL.length()))
        : null;
  }

  /** The one that tells the most headings apart that are known. */
  private static char likeliest(String line) {
    var best = DELIMITERS[0];
    var most = -1L;
    for (var delimiter : DELIMITERS) {
      var known = cells(line, delimiter).stream().filter(one -> Column.of(one).isOfEvent()).count();
      if (known > most) {
        best = delimiter;
        most = known;
      }
    }
    return best;
  }

  private static TableHead of(String line, char delimiter, List<EventRow> rows) {
    var headings = cells(line, delimiter);
    var columns = headings.stream().map(Column::of).toList();
    if (columns.stream().noneMatch(Column::isOfEvent)) {
      throw new StackException(
          """
          第一行应是表头，但没有认识的列名（id、source、type、subject、time、unit……）。
          The first row should be the head of the table, but has no heading that is known \
          (id, source, type, subject, time, unit, …).\
          """);
    }
    refuseDoubled(headings, columns);
    return new TableHead(delimiter, headings, columns, rows);
  }

  private static List<String> cells(String line, char delimiter) {
    var cells = new TableCells(delimiter);
    if (!cells.add(line, 1) || cells.isOpen()) {
      return List.of();
    }
    return cells.complete().stream().map(String::strip).toList();
  }

  private static void refuseDoubled(List<String> headings, List<Column> columns) {
    Set<Column> seen = new HashSet<>();
    for (var i = 0; i < columns.size(); i++) {
      var column = columns.get(i);
      var isTwice = column.isOfEvent() && !seen.add(column);
      var isFactsToo = column instanceof Column.Fact && seen.contains(new Column.Data("facts"));
      if (isTwice || isFactsToo) {
        throw doubled(headings.get(i));
      }
    }
    if (seen.contains(new Column.Data("facts"))
        && columns.stream().anyMatch(Column.Fact.class::isInstance)) {
      throw doubled("data.facts");
    }
  }

  private static StackException doubled(String heading) {
    return new StackException(
        "表头里列 %s 出现两次，不知道以哪一列为准，整个文件未读取。%nThe column %s stands twice in the head; nothing was read."
            .formatted(heading, heading));
  }
}
