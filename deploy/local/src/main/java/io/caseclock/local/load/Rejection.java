package io.caseclock.local.load;

/**
 * An event that intake did not keep.
 *
 * @param status the HTTP status of the event; 0 where it was never sent
 */
record Rejection(long line, String source, String id, int status, String reason) {

  static Rejection of(EventRow.Readable row, int status, String reason) {
    return new Rejection(row.line(), row.source(), row.id(), status, reason);
  }
}
