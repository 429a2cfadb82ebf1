package io.caseclock.notify.bulletin;

import io.caseclock.contract.Names;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A table of a bulletin, in both languages.
 *
 * @param head one for each column
 * @param rows each with a cell for each column
 * @param further how many rows were left out
 */
public record Table(Names title, List<Names> head, List<List<Cell>> rows, long further) {

  public Table {
    head = List.copyOf(head);
    rows = rows.stream().map(List::copyOf).toList();
    for (var row : rows) {
      if (row.size() != head.size()) {
        throw new IllegalArgumentException("a row of another width: " + row);
      }
    }
  }

  /**
   * A cell.
   *
   * @param number what is shown where it is one; null for a text
   * @param caseId of which case the text is the number; null for anything else
   */
  public record Cell(Names text, @Nullable Long number, @Nullable String caseId) {

    static Cell of(Names text) {
      return new Cell(text, null, null);
    }

    static Cell ofCase(String caseId) {
      return new Cell(new Names(caseId, caseId), null, caseId);
    }

    static Cell of(String text) {
      return of(new Names(text, text));
    }

    static Cell of(long number) {
      var text = Long.toString(number);
      return new Cell(new Names(text, text), number, null);
    }

    static Cell none() {
      return of("—");
    }
  }
}
