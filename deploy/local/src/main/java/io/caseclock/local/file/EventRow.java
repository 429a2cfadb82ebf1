package io.caseclock.local.file;

/** One row of a file of events: an event, a fault, or nothing. */
public sealed interface EventRow {

  OriginalRow original();

  /** Where it begins in its file, counted from 1. */
  default long line() {
    return original().line();
  }

  /**
   * An event to be sent.
   *
   * @param json one complete JSON object in UTF-8, as it is to be sent
   * @param source as the event says it; empty where it does not
   * @param id as the event says it; empty where it does not
   */
  record Readable(OriginalRow original, byte[] json, String source, String id)
      implements EventRow {}

  /** A row that is no event at all. */
  record Unreadable(OriginalRow original, RejectionReason reason) implements EventRow {}

  /** A row that says nothing: blank, or the head of a table. */
  record Skipped(OriginalRow original) implements EventRow {}
}
