package io.caseclock.notify.notice.panache;

import io.caseclock.batch.BatchCache;
import io.caseclock.jdbc.Sql;
import io.caseclock.notify.notice.StoredDocument;
import io.caseclock.notify.notice.document.DocumentForm;
import io.caseclock.notify.notice.document.DocumentStore;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Table {@code notice_paper}; the JSON of a notice stands in its own row. */
@ApplicationScoped
public class PanacheDocuments
    implements DocumentStore, PanacheRepositoryBase<NoticeDocumentRow, NoticeDocumentRow.Key> {

  private static final String KEEP =
      """
      insert into notice_paper (notice_id, form, bytes, sha256, made_at)
      select notice_id, form, bytes, sha256, made_at::timestamptz
      from unnest(?::text[], ?::text[], ?::bytea[], ?::text[], ?::text[])
        as p(notice_id, form, bytes, sha256, made_at)
      on conflict (notice_id, form) do nothing
      """;

  private static final List<Object> PENDING = List.of("papers to write");

  private final Sql sql;
  private final BatchCache batch;

  @Inject
  PanacheDocuments(Sql sql, BatchCache batch) {
    this.sql = sql;
    this.batch = batch;
  }

  private record Paper(String noticeId, DocumentForm form, StoredDocument document, Instant at) {}

  /**
   * Of two who make the same document at once the first one's stays. What is made long after the
   * issue is kept by itself, so that no transaction waits while it is made.
   */
  @Override
  public void keep(String noticeId, DocumentForm form, StoredDocument document, Instant at) {
    var paper = new Paper(noticeId, form, document, at);
    if (batch.isRunning()) {
      pending().add(paper);
    } else {
      write(List.of(paper));
    }
  }

  /** Written after the notices themselves. */
  private List<Paper> pending() {
    return batch.gathered(PENDING, ArrayList::new, this::write);
  }

  private void write(List<Paper> papers) {
    if (getEntityManager().isJoinedToTransaction()) {
      flush();
    }
    sql.update(
        KEEP,
        papers.stream().map(Paper::noticeId).toList(),
        papers.stream().map(paper -> paper.form().wire()).toList(),
        papers.stream().map(paper -> paper.document().bytes()).toList(),
        papers.stream().map(paper -> paper.document().sha256()).toList(),
        papers.stream().map(Paper::at).toList());
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
