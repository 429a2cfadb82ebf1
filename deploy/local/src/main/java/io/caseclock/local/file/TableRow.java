package io.caseclock.local.file;

/** A row of a table, as far as it can be cut into cells. */
sealed interface TableRow {

  Original.Cells original();

  /**
   * A row whose cells are told apart.
   *
   * @param isCut whether the file ends in it, without a line end
   */
  record Whole(Original.Cells original, boolean isCut) implements TableRow {}

  /** A row whose cells cannot be told apart. */
  record Broken(Original.Cells original, Reason reason) implements TableRow {}
}
