package io.caseclock.notify.notice.panache;

import io.caseclock.jdbc.Sql;
import io.caseclock.notify.jdbc.Zones;
import io.caseclock.notify.notice.NoticeDeadline;
import io.caseclock.notify.notice.NoticeDeadlines;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Table {@code notice_deadline}. */
@ApplicationScoped
public class PanacheNoticeDeadlines
    implements NoticeDeadlines, PanacheRepositoryBase<NoticeDeadlineRow, String> {

  private static final String KEEP =
      """
      insert into notice_deadline (deadline_id, notice_id, rule, due_at, zone, revision)
      select deadline_id, notice_id, rule, due_at::timestamptz, zone, revision::int
      from unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[])
        as d(deadline_id, notice_id, rule, due_at, zone, revision)
      on conflict (deadline_id) do update
      set due_at = excluded.due_at, zone = excluded.zone, revision = excluded.revision
      where notice_deadline.revision <= excluded.revision
      """;

  private final Sql sql;

  @Inject
  PanacheNoticeDeadlines(Sql sql) {
    this.sql = sql;
  }

  @Override
  public void keep(List<NoticeDeadline> deadlines) {
    if (deadlines.isEmpty()) {
      return;
    }
    sql.update(
        KEEP,
        deadlines.stream().map(NoticeDeadline::deadlineId).toList(),
        deadlines.stream().map(NoticeDeadline::noticeId).toList(),
        deadlines.stream().map(NoticeDeadline::rule).toList(),
        deadlines.stream().map(NoticeDeadline::dueAt).toList(),
        deadlines.stream().map(one -> Zones.text(one.zone())).toList(),
        deadlines.stream().map(NoticeDeadline::revision).toList());
  }

  @Override
  public void forget(List<String> deadlineIds) {
    if (!deadlineIds.isEmpty()) {
      sql.update("delete from notice_deadline where deadline_id = any (?)", deadlineIds);
    }
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
