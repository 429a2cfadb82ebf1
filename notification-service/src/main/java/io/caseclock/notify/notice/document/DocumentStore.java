package io.caseclock.notify.notice.document;

import io.caseclock.notify.notice.StoredDocument;
import java.time.Instant;

/** Keeps the papers that are made after the issue; in the caller's transaction. */
@FunctionalInterface
public interface DocumentStore {

  /** Keeps it for good; where there is such a paper already, that one stays. */
  void keep(String noticeId, DocumentForm form, StoredDocument paper, Instant at);
}
