package io.caseclock.local.file;

import org.jspecify.annotations.Nullable;

/** Rows one after the other. */
interface RowSource {

  /** Returns the next row; null behind the last. */
  @Nullable EventRow next();
}
