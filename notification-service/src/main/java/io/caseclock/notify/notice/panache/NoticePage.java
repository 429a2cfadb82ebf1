package io.caseclock.notify.notice.panache;

import io.caseclock.notify.jdbc.Subtree;
import io.caseclock.notify.level.HiddenCases.Hidden;
import io.caseclock.notify.notice.NoticeFilter;
import io.caseclock.notify.notice.NoticeOrder;
import io.caseclock.notify.notice.NoticeQuery;
import io.caseclock.notify.notice.NoticeStage;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The HQL that finds notices, built up with its parameters. */
final class NoticePage {

  /** Sorts what is not due behind all others; no deadline reaches as far. */
  static final Instant NEVER = Instant.parse("9999-12-31T00:00:00Z");

  /** The gravest first. */
  static final List<String> GRAVEST_FIRST = List.of("grave", "serious");

  private static final String RANK =
      "(case n.severity when 'grave' then 0 when 'serious' then 1 else 2 end)";
  private static final String DUE =
      "coalesce((select min(d.dueAt) from NoticeDeadlineRow d where d.noticeId = n.id), :never)";
  private static final String LATE =
      "exists (select 1 from NoticeDeadlineRow d where d.noticeId = n.id and d.dueAt <= :late)";
  private static final String COVERING =
      "n.id in (select f.noticeId from NoticeFaultRow f where f.deadlineId = :deadline)";
  private static final String NAMED =
      "(lower(n.number) like :text escape '!' or lower(n.caseId) like :text escape '!')";

  private final StringBuilder text;
  private final Map<String, Object> parameters;

  private NoticePage(SeenNotices seen) {
    text = new StringBuilder(seen.where());
    parameters = seen.parameters();
  }

  /** Everything that fits, in no order. */
  static NoticePage of(String root, NoticeFilter filter, Hidden hidden) {
    var page = new NoticePage(SeenNotices.from(root, hidden));
    page.states(filter);
    filter.lateAt().ifPresent(at -> page.and(LATE, "late", at));
    filter.unit().ifPresent(it -> page.and(Subtree.holds("n.unit", "below"), "below", it));
    filter
        .issuer()
        .ifPresent(it -> page.and("coalesce(n.issuingUnit, n.unit) = :issuer", "issuer", it));
    filter.rules().ifPresent(it -> page.and("n.rule in :rules", "rules", it));
    filter.severity().ifPresent(it -> page.and("n.severity = :severity", "severity", it));
    filter.officer().ifPresent(it -> page.and("n.officer = :officer", "officer", it));
    filter.issuedFrom().ifPresent(at -> page.and("n.issuedAt >= :from", "from", at));
    filter.issuedUntil().ifPresent(at -> page.and("n.issuedAt < :until", "until", at));
    filter.text().ifPresent(part -> page.and(NAMED, "text", containing(part)));
    filter.deadlineId().ifPresent(it -> page.and(COVERING, "deadline", it));
    return page;
  }

  /** One page of it, in its order. */
  static NoticePage of(NoticeQuery query, Hidden hidden) {
    var page = of(query.root(), query.filter(), hidden);
    page.sort(query);
    return page;
  }

  String where() {
    return text.toString();
  }

  Map<String, Object> parameters() {
    return parameters;
  }

  private void states(NoticeFilter filter) {
    if (!filter.stages().isEmpty()) {
      var states = filter.stages().stream().map(NoticeStage::states).flatMap(List::stream).toList();
      and("n.state in :stages", "stages", states);
    }
    if (!filter.states().isEmpty()) {
      and("n.state in :states", "states", filter.states());
    }
  }

  private static String containing(String part) {
    var plain = part.replace("!", "!!").replace("%", "!%").replace("_", "!_");
    return "%" + plain.toLowerCase(Locale.ROOT) + "%";
  }

  private void sort(NoticeQuery query) {
    switch (query.order()) {
      case NEWEST -> behind(query, "n.issuedAt", "<", " order by n.issuedAt desc, n.id desc");
      case OLDEST -> behind(query, "n.issuedAt", ">", " order by n.issuedAt, n.id");
      case DUE -> {
        parameters.put("never", NEVER);
        behind(query, DUE, ">", " order by " + DUE + ", n.id");
      }
      case SEVERITY -> {
        parameters.put("never", NEVER);
        behindRank(query);
        text.append(" order by ").append(RANK).append(", ").append(DUE).append(", n.id");
      }
    }
  }

  private void behind(NoticeQuery query, String key, String beyond, String order) {
    query
        .after()
        .ifPresent(
            after -> {
              var same = "(%1$s %2$s :at or %1$s = :at and n.id %2$s :id)".formatted(key, beyond);
              and(same, "at", after.at());
              parameters.put("id", after.id());
            });
    text.append(order);
  }

  private void behindRank(NoticeQuery query) {
    query
        .after()
        .ifPresent(
            after -> {
              var due = "(%1$s > :at or %1$s = :at and n.id > :id)".formatted(DUE);
              and(
                  "(" + RANK + " > :rank or " + RANK + " = :rank and " + due + ")",
                  "at",
                  after.at());
              parameters.put("rank", after.rank());
              parameters.put("id", after.id());
            });
  }

  private void and(String condition, String name, Object value) {
    text.append(" and ").append(condition);
    parameters.put(name, value);
  }

  /** The place of a severity in {@link NoticeOrder#SEVERITY}. */
  static int rank(String severity) {
    var place = GRAVEST_FIRST.indexOf(severity);
    return place < 0 ? GRAVEST_FIRST.size() : place;
  }
}
