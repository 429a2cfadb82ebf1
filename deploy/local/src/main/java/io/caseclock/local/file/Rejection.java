package io.caseclock.local.file;

/**
 * An event that intake did not keep.
 *
 * @param source as the event says it; empty where that cannot be told
 * @param id as the event says it; empty where that cannot be told
 * @param status the HTTP status of the event; 0 where it was never sent
 */
public record Rejection(
    OriginalRow original, String source, String id, int status, RejectionReason reason) {

  public static Rejection of(EventRow.Readable row, int status, RejectionReason reason) {
    return new Rejection(row.original(), row.source(), row.id(), status, reason);
  }

  public static Rejection of(EventRow.Unreadable row) {
    return new Rejection(row.original(), "", "", 0, row.reason());
  }
}
