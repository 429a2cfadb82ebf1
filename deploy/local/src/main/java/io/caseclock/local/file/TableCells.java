package io.caseclock.local.file;

import java.util.ArrayList;
import java.util.List;

/**
 * The cells of one row of a table, line by line, since a cell in quotes may hold line ends. Strict
 * where leniency would move a border between cells: a quote opens a cell or is doubled inside one.
 * Spaces at the edges of a cell that stands in no quotes do not count.
 */
final class TableCells {

  private static final char QUOTE = '"';

  private enum State {
    START,
    PLAIN,
    QUOTED,
    BEHIND_QUOTE
  }

  private final char delimiter;
  private final List<String> cells = new ArrayList<>();
  private final StringBuilder cell = new StringBuilder();
  private State state = State.START;
  private int begun; // where the present cell begins in the line that is read
  private long quoteLine;

  TableCells(char delimiter) {
    this.delimiter = delimiter;
  }

  /** Takes a line without its end; false where it holds a quote that has no place there. */
  boolean add(String line, long number) {
    if (state == State.QUOTED) {
      cell.append('\n');
    }
    begun = 0;
    for (var i = 0; i < line.length(); i++) {
      var one = line.charAt(i);
      var isEnd = one == '\r' && i == line.length() - 1 && state != State.QUOTED;
      if (!isEnd && !add(one, i, number)) {
        return false;
      }
    }
    return true;
  }

  private boolean add(char one, int at, long number) {
    switch (state) {
      case QUOTED -> {
        if (one == QUOTE) {
          state = State.BEHIND_QUOTE;
        } else {
          cell.append(one);
        }
      }
      case BEHIND_QUOTE -> {
        if (one == QUOTE) {
          cell.append(QUOTE);
          state = State.QUOTED;
        } else if (one == delimiter) {
          endCell(cell.toString(), at);
        } else {
          return one == ' ';
        }
      }
      case START, PLAIN -> {
        return addPlain(one, at, number);
      }
    }
    return true;
  }

  private boolean addPlain(char one, int at, long number) {
    if (one == delimiter) {
      endCell(stripped(cell), at);
    } else if (one == QUOTE) {
      if (state == State.PLAIN) {
        return false;
      }
      cell.setLength(0);
      state = State.QUOTED;
      quoteLine = number;
    } else {
      cell.append(one);
      state = state == State.START && one == ' ' ? State.START : State.PLAIN;
    }
    return true;
  }

  private void endCell(String text, int at) {
    cells.add(text);
    cell.setLength(0);
    state = State.START;
    begun = at + 1;
  }

  private static String stripped(CharSequence text) {
    var from = 0;
    var to = text.length();
    while (from < to && text.charAt(from) == ' ') {
      from++;
    }
    while (to > from && text.charAt(to - 1) == ' ') {
      to--;
    }
    return text.subSequence(from, to).toString();
  }

  /** Whether the row goes on behind the end of the line, since a quote is open. */
  boolean isOpen() {
    return state == State.QUOTED;
  }

  /** The line on which the quote stands that is open. */
  long quoteLine() {
    return quoteLine;
  }

  /** All cells of a row that is complete. */
  List<String> complete() {
    var all = new ArrayList<>(cells);
    all.add(state == State.BEHIND_QUOTE ? cell.toString() : stripped(cell));
    return all;
  }

  /** The cells before the one that is at fault or open, and the rest of the line as it stands. */
  List<String> sofar(String line) {
    var all = new ArrayList<>(cells);
    var rest = line.substring(begun);
    all.add(rest.endsWith("\r") ? rest.substring(0, rest.length() - 1) : rest);
    return all;
  }
}
