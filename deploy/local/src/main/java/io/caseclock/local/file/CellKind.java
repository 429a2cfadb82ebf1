package io.caseclock.local.file;

/** What a cell may be, once it is part of an event. */
enum CellKind {
  TEXT,
  TRUTH,
  NUMBER,
  /** An object or an array in JSON. */
  JSON,
  /** A day, written as text. */
  DAY,
  /** An instant, written as text. */
  INSTANT
}
