package io.caseclock.notify.notice.evidence;

import io.caseclock.notify.notice.Actor;
import java.time.Instant;

/**
 * A file that proves what was done, or why there is no fault; never changed, and removed only where
 * it was kept long enough.
 *
 * @param seq from 1, without gaps in a notice
 * @param name as sent, made harmless
 * @param size in bytes
 * @param sha256 of the content, hexadecimal
 */
public record Evidence(
    String id,
    String noticeId,
    int seq,
    String name,
    EvidenceType type,
    long size,
    String sha256,
    Actor by,
    Instant at) {

  /** Leaves out the name. */
  @Override
  public String toString() {
    return "Evidence[" + noticeId + ":" + seq + " " + type + " " + size + "]";
  }

  /** A file as stored. */
  public record File(Evidence evidence, byte[] content) {

    /** Leaves out the content. */
    @Override
    public String toString() {
      return "File[" + evidence + "]";
    }
  }
}
