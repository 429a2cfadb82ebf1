package io.caseclock.local.file;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a table. A quote that is not closed costs its own line only: the lines behind it are
 * read again as rows of their own, and none is swallowed.
 */
final class TableRows {

  private final FileLines lines;
  private final TextEncoding encoding;
  private final char delimiter;
  private final Deque<FileLines.Line> givenBack = new ArrayDeque<>();

  TableRows(FileLines lines, TextEncoding encoding, char delimiter) {
    this.lines = lines;
    this.encoding = encoding;
    this.delimiter = delimiter;
  }

  /** Returns the next row; null behind the last. */
  @Nullable TableRow next() {
    var line = nextLine();
    if (line == null) {
      return null;
    }
    if (line.isTooLong()) {
      return broken(line, List.of(), RejectionReason.tooLong());
    }
    var text = encoding.text(line.bytes());
    return text.isPresent() ? row(line, text.get()) : notInTheEncoding(line);
  }

  /** With its cells as they were most likely meant, so that they can be mended in the list. */
  private TableRow notInTheEncoding(FileLines.Line line) {
    var likely =
        encoding.unit() == 1 ? TextEncoding.likely(line.bytes()).orElse(encoding) : encoding;
    var text = likely.shown(line.bytes());
    var cells = new TableCells(delimiter);
    var isWhole = cells.add(text, line.number()) && !cells.isOpen();
    return broken(
        line,
        isWhole ? cells.complete() : cells.sofar(text),
        RejectionReason.notIn(encoding, likely));
  }

  private FileLines.@Nullable Line nextLine() {
    return givenBack.isEmpty() ? lines.next() : givenBack.pop();
  }

  private TableRow row(FileLines.Line first, String text) {
    var cells = new TableCells(delimiter);
    if (!cells.add(text, first.number())) {
      return broken(first, cells.sofar(text), misplacedQuote());
    }
    var sofar = cells.sofar(text);
    List<FileLines.Line> more = new ArrayList<>();
    var size = (long) first.bytes().length;
    var last = first;
    while (cells.isOpen()) {
      var quoteLine = cells.quoteLine();
      var line = nextLine();
      if (line != null) {
        more.add(line);
        size += line.bytes().length;
        last = line;
      }
      if (line == null || size > FileLines.LONGEST || !isTaken(line, cells)) {
        more.reversed().forEach(givenBack::push);
        return broken(first, sofar, openQuote(quoteLine));
      }
    }
    var original = new OriginalRow.Cells(first.number(), more.size() + 1L, cells.complete());
    return new TableRow.Whole(original, !last.isEnded());
  }

  private boolean isTaken(FileLines.Line line, TableCells cells) {
    return !line.isTooLong()
        && encoding.text(line.bytes()).filter(text -> cells.add(text, line.number())).isPresent();
  }

  private static TableRow broken(FileLines.Line line, List<String> cells, RejectionReason reason) {
    return new TableRow.Broken(new OriginalRow.Cells(line.number(), 1, cells), reason);
  }

  private static RejectionReason misplacedQuote() {
    return new RejectionReason(
        "引号位置不对：引号须包住整格，格内的引号要写两个",
        "a quote is out of place: quotes enclose a whole cell, and one inside is doubled");
  }

  private static RejectionReason openQuote(long line) {
    return new RejectionReason(
        "第 " + line + " 行开始的引号没有结束", "the quote that begins on line " + line + " is not closed");
  }
}
