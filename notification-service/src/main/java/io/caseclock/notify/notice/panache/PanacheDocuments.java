package io.caseclock.notify.notice.panache;

import io.caseclock.notify.notice.StoredDocument;
import io.caseclock.notify.notice.document.DocumentForm;
import io.caseclock.notify.notice.document.DocumentStore;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;

/** Table {@code notice_paper}; the JSON of a notice stands in its own row. */
@ApplicationScoped
public class PanacheDocuments
    implements DocumentStore, PanacheRepositoryBase<NoticeDocumentRow, NoticeDocumentRow.Key> {

  /** Of two who make the same document at once the first one's stays. */
  @Override
  public void keep(String noticeId, DocumentForm form, StoredDocument document, Instant at) {
    getEntityManager()
        .createNativeQuery(
            """
            insert into notice_paper (notice_id, form, bytes, sha256, made_at)
            values (:notice, :form, :bytes, :sha256, :at)
            on conflict (notice_id, form) do nothing
            """)
        .setParameter("notice", noticeId)
        .setParameter("form", form.wire())
        .setParameter("bytes", document.bytes())
        .setParameter("sha256", document.sha256())
        .setParameter("at", at)
        .executeUpdate();
  }

  @Override
  public Optional<StoredDocument> document(String noticeId, DocumentForm form) {
    return switch (form) {
      case JSON ->
          Optional.ofNullable(getEntityManager().find(NoticeRow.class, noticeId))
              .map(NoticeRow::json);
      case HTML, PDF ->
          findByIdOptional(new NoticeDocumentRow.Key(noticeId, form.wire()))
              .map(NoticeDocumentRow::document);
    };
  }
}
