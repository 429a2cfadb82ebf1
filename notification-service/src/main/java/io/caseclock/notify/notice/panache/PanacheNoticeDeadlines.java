package io.caseclock.notify.notice.panache;

import io.caseclock.notify.notice.NoticeDeadline;
import io.caseclock.notify.notice.NoticeDeadlines;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/** Table {@code notice_deadline}. */
@ApplicationScoped
public class PanacheNoticeDeadlines
    implements NoticeDeadlines, PanacheRepositoryBase<NoticeDeadlineRow, String> {

  @Override
  public void keep(NoticeDeadline deadline) {
    var isOlder =
        findByIdOptional(deadline.deadlineId())
            .filter(kept -> kept.revision > deadline.revision())
            .isPresent();
    if (!isOlder) {
      getEntityManager().merge(NoticeDeadlineRow.of(deadline));
    }
  }

  @Override
  public void forget(String deadlineId) {
    deleteById(deadlineId);
  }

  @Override
  public Map<String, NoticeDeadline> nextOf(Collection<String> noticeIds) {
    Map<String, NoticeDeadline> first = new HashMap<>();
    if (!noticeIds.isEmpty()) {
      find("noticeId in ?1 and dueAt is not null order by dueAt, deadlineId", noticeIds).stream()
          .map(NoticeDeadlineRow::deadline)
          .forEach(due -> first.putIfAbsent(due.noticeId(), due));
    }
    return first;
  }
}
