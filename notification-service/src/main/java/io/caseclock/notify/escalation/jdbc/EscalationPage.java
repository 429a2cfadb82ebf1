package io.caseclock.notify.escalation.jdbc;

import io.caseclock.directory.jdbc.Subtree;
import io.caseclock.notify.escalation.EscalationFilter;
import io.caseclock.notify.escalation.EscalationOrder;
import io.caseclock.notify.escalation.EscalationQuery;
import io.caseclock.notify.escalation.EscalationQuery.Cursor;
import io.caseclock.notify.jdbc.NotHidden;
import io.caseclock.notify.level.HiddenCases.Hidden;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The SQL that finds escalations, built up with its parameters. Each row says at {@code place_rank}
 * and {@code place_at} where it stands in the list.
 */
final class EscalationPage {

  private static final String RANK =
      "case m.severity when 'grave' then 0 when 'serious' then 1 else 2 end";

  /** Takes the hidden cases and the person, who goes on seeing what they were told of. */
  static final String NOT_HIDDEN =
      "(" + NotHidden.holds("e.case_id") + " or " + NotHidden.wasTold("e.id", "m.id") + ")";

  private final StringBuilder text = new StringBuilder();
  private final List<Object> parameters = new ArrayList<>();

  private EscalationPage(String select, boolean isAboutTheMessage) {
    text.append(select).append(" from escalation e");
    if (isAboutTheMessage) {
      text.append(" left join message m on m.id = e.id");
    }
    text.append(" where ").append(Subtree.holds("e.unit"));
  }

  /** Behind the root unit, before all else. */
  private void leaveOut(Hidden hidden) {
    if (!hidden.isNothing()) {
      and(NOT_HIDDEN, hidden.cases());
      parameters.add(hidden.person());
    }
  }

  static EscalationPage of(EscalationQuery query, Hidden hidden) {
    var place = ", " + RANK + " as place_rank, " + key(query.order()) + " as place_at";
    var page = new EscalationPage("select e.*" + place, true);
    page.parameters.add(query.root());
    page.leaveOut(hidden);
    page.narrow(query.filter());
    query.state().ifPresent(state -> page.and("e.state = ?", state));
    page.sort(query);
    page.text.append(" limit ?");
    page.parameters.add(query.limit());
    return page;
  }

  static EscalationPage counting(String root, EscalationFilter filter, Hidden hidden) {
    var isAboutTheMessage =
        filter.severity().isPresent() || filter.rule().isPresent() || filter.list().isPresent();
    var page = new EscalationPage("select e.state, count(*) as found", isAboutTheMessage);
    page.parameters.add(root);
    page.leaveOut(hidden);
    page.narrow(filter);
    page.text.append(" group by e.state");
    return page;
  }

  String text() {
    return text.toString();
  }

  Object[] parameters() {
    return parameters.toArray();
  }

  private void narrow(EscalationFilter filter) {
    filter.unit().ifPresent(unit -> and(Subtree.holds("e.unit"), unit));
    filter.officer().ifPresent(officer -> and("e.officer = ?", officer));
    filter.severity().ifPresent(severity -> and("m.severity = ?", severity));
    filter.rule().ifPresent(rule -> and("m.rule = ?", rule));
    filter.list().ifPresent(list -> and("m.list = ?", list));
    filter
        .text()
        .ifPresent(
            part -> and("position(? in lower(e.case_id)) > 0", part.toLowerCase(Locale.ROOT)));
  }

  private static String key(EscalationOrder order) {
    return order == EscalationOrder.NEXT
        ? "coalesce(e.next_at, timestamptz '9999-12-31 00:00:00+00')"
        : "e.opened_at";
  }

  private void sort(EscalationQuery query) {
    var key = key(query.order());
    query.after().ifPresent(after -> behind(query.order(), key, after));
    text.append(
        switch (query.order()) {
          case NEWEST -> " order by e.opened_at desc, e.id";
          case OLDEST, NEXT -> " order by " + key + ", e.id";
          case SEVERITY -> " order by " + RANK + ", e.opened_at, e.id";
        });
  }

  private void behind(EscalationOrder order, String key, Cursor after) {
    switch (order) {
      case NEWEST -> {
        and("(e.opened_at < ? or e.opened_at = ? and e.id > ?)", after.at());
        parameters.addAll(List.of(after.at(), after.id()));
      }
      case OLDEST, NEXT -> {
        and("(" + key + ", e.id) > (?, ?)", after.at());
        parameters.add(after.id());
      }
      case SEVERITY -> {
        and("(" + RANK + ", e.opened_at, e.id) > (?, ?, ?)", after.rank());
        parameters.addAll(List.of(after.at(), after.id()));
      }
    }
  }

  private void and(String condition, Object value) {
    text.append(" and ").append(condition);
    parameters.add(value);
  }
}
