package io.caseclock.local.file;

import java.util.List;

/** How a row stood in its file, kept until it is clear whether somebody has to mend it. */
public sealed interface OriginalRow {

  /** The line on which it begins, from 1. */
  long line();

  /** How many lines it takes up. */
  long lines();

  /** About how much memory it takes up, in bytes. */
  long size();

  /** A line, byte for byte, without its end; empty where it was too long to be kept. */
  record Bytes(long line, byte[] text) implements OriginalRow {
    @Override
    public long lines() {
      return 1;
    }

    @Override
    public long size() {
      return text.length;
    }
  }

  /** The cells of a row of a table. */
  record Cells(long line, long lines, List<String> cells) implements OriginalRow {
    public Cells {
      cells = List.copyOf(cells);
    }

    @Override
    public long size() {
      return cells.stream().mapToLong(String::length).sum();
    }
  }
}
