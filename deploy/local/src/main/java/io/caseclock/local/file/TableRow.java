package io.caseclock.local.file;

/** A row of a table, as far as it can be cut into cells. */
sealed interface TableRow {

  OriginalRow.Cells original();

  /**
   * A row whose cells are told apart.
   *
   * @param isCut whether the file ends in it, without a line end
   */
  record Whole(OriginalRow.Cells original, boolean isCut) implements TableRow {}

  /** A row whose cells cannot be told apart. */
  record Broken(OriginalRow.Cells original, RejectionReason reason) implements TableRow {}
}
