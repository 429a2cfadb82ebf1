package io.caseclock.notify.notice.panache;

import io.caseclock.notify.jdbc.NotHidden;
import io.caseclock.notify.level.HiddenCases.Hidden;
import java.util.HashMap;
import java.util.Map;

/**
 * The notices {@code n} that are seen from a unit by whoever asks, as HQL: none of a hidden case,
 * nor one that covers a fault of one, but those that they were told of.
 *
 * @param where the condition
 * @param parameters of it; more may be added
 */
record SeenNotices(String where, Map<String, Object> parameters) {

  private static final String NOT_HIDDEN =
      NotHidden.hql(
          NotHidden.holds("?")
              + " and not exists (select 1 from notice_fault f where f.notice_id = ?"
              + " and f.case_id = any (?::text[])) or "
              + NotHidden.wasTold("?", "m.notice_id"),
          "n.caseId, :hidden, n.id, :hidden, n.id, :person");

  static SeenNotices from(String root, Hidden hidden) {
    Map<String, Object> parameters = new HashMap<>();
    parameters.put("root", root);
    if (hidden.isNothing()) {
      return new SeenNotices(NoticeRow.isSeenFrom("root"), parameters);
    }
    parameters.put("hidden", hidden.cases().toArray(String[]::new));
    parameters.put("person", hidden.person());
    return new SeenNotices(NoticeRow.isSeenFrom("root") + " and " + NOT_HIDDEN, parameters);
  }

  SeenNotices with(String name, Object value) {
    parameters.put(name, value);
    return this;
  }
}
