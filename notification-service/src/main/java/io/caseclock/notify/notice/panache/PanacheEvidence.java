package io.caseclock.notify.notice.panache;

import io.caseclock.notify.notice.evidence.Evidence;
import io.caseclock.notify.notice.evidence.EvidenceStore;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/** Table {@code notice_evidence}. */
@ApplicationScoped
public class PanacheEvidence
    implements EvidenceStore, PanacheRepositoryBase<NoticeEvidenceRow, String> {

  @Override
  public void add(Evidence evidence, byte[] content) {
    persist(NoticeEvidenceRow.of(evidence, content));
  }

  @Override
  public List<Evidence> ofNotice(String noticeId) {
    return list("noticeId = ?1 order by seq", noticeId).stream()
        .map(NoticeEvidenceRow::evidence)
        .toList();
  }

  @Override
  public Optional<Evidence.File> file(String noticeId, String id) {
    return find("noticeId = ?1 and id = ?2", noticeId, id)
        .firstResultOptional()
        .map(NoticeEvidenceRow::file);
  }
}
