package io.caseclock.notify.notice.document;

import io.caseclock.notify.notice.StoredDocument;
import java.time.Instant;
import java.util.Optional;

/** Keeps the documents of notices byte for byte, in the caller's transaction. */
public interface DocumentStore {

  /** Keeps it for good; where there is a document of this form already, that one stays. */
  void keep(String noticeId, DocumentForm form, StoredDocument document, Instant at);

  /** Empty where it was never made, or there is no such notice. */
  Optional<StoredDocument> document(String noticeId, DocumentForm form);
}
