package io.caseclock.notify.notice.document;

import io.caseclock.notify.notice.StoredDocument;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Documents in memory. */
public final class DocumentsInMemory implements DocumentStore {

  private final Map<String, StoredDocument> kept = new HashMap<>();

  @Override
  public void keep(String noticeId, DocumentForm form, StoredDocument document, Instant at) {
    kept.putIfAbsent(noticeId + form, document);
  }

  @Override
  public Optional<StoredDocument> document(String noticeId, DocumentForm form) {
    return Optional.ofNullable(kept.get(noticeId + form));
  }
}
