package io.caseclock.notify.notice.jdbc;

import io.caseclock.jdbc.Sql;
import io.caseclock.notify.notice.StoredDocument;
import io.caseclock.notify.notice.document.DocumentForm;
import java.time.Instant;

/** Table {@code notice_paper}: the first to make a paper makes it for good. */
final class PaperRows {

  private static final String INSERT =
      """
      insert into notice_paper (notice_id, form, bytes, sha256, made_at) values (?, ?, ?, ?, ?)
      on conflict (notice_id, form) do nothing
      """;

  static void add(Sql sql, String noticeId, DocumentForm form, StoredDocument paper, Instant at) {
    sql.update(INSERT, noticeId, form.wire(), paper.bytes(), paper.sha256(), at);
  }

  private PaperRows() {}
}
