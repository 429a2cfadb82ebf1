package io.caseclock.local.file;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The rejected rows of a table as a table: the line and the reason in front, which a load passes
 * over, then the cells as they were, so that the table can be mended in place and loaded.
 */
final class RejectedTable implements RejectedRows {

  private static final List<String> FOR_PEOPLE = List.of("#行 line", "#原因", "#reason");

  private final SpreadsheetFile table;
  private final int ours; // how many columns in front an earlier list of the rejected put there

  private RejectedTable(SpreadsheetFile table, int ours) {
    this.table = table;
    this.ours = ours;
  }

  static RejectedTable beside(Path events, TableHead head) {
    var path = events.resolveSibling(events.getFileName() + ".rejected.csv");
    var count = FOR_PEOPLE.size();
    var isAgain = head.headings().stream().limit(count).toList().equals(FOR_PEOPLE);
    var ours = isAgain ? count : 0;
    var headings = Stream.concat(FOR_PEOPLE.stream(), head.headings().stream().skip(ours)).toList();
    return new RejectedTable(new SpreadsheetFile(path, head.delimiter(), headings), ours);
  }

  @Override
  public void add(Rejection rejection) {
    var reason = rejection.reason();
    List<String> cells = new ArrayList<>();
    cells.add(String.valueOf(rejection.original().line()));
    cells.add(SpreadsheetFile.shown(reason.zh()));
    cells.add(SpreadsheetFile.shown(reason.en()));
    if (rejection.original() instanceof OriginalRow.Cells original) {
      original.cells().stream().skip(ours).forEach(cells::add);
    }
    table.add(cells);
  }

  @Override
  public List<Path> files() {
    return table.hasRows() ? List.of(table.path()) : List.of();
  }

  @Override
  public void close() {
    table.close();
  }
}
