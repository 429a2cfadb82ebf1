package io.caseclock.monitor.jdbc;

import io.caseclock.directory.jdbc.Subtree;
import io.caseclock.jdbc.Sql;
import io.caseclock.monitor.report.DeadlineFilter;
import io.caseclock.monitor.report.Page;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Builds a where clause and remembers what to bind, in order. */
final class WhereClause {

  /** The unit itself and all below it. */
  static final String IN_SUBTREE = Subtree.holds("d.unit");

  /** The case belongs to the unit, or to one below it. */
  static final String IS_OWNER =
      "exists (select 1 from watched_case w where w.case_id = d.case_id and "
          + Subtree.holds("w.unit")
          + ")";

  /**
   * An event is of the unit, was posted by it, or is of its case; whoever had the case before sees
   * what happened until then. Takes the unit's id four times.
   */
  static final String MAY_SEE_EVENT =
      "("
          + IN_SUBTREE
          + " or "
          + Subtree.holds("d.posted_by")
          + " or "
          + IS_OWNER
          + " or exists (select 1 from former_owner f where f.case_id = d.case_id"
          + " and d.occurred_at < f.until_at and "
          + Subtree.holds("f.unit")
          + "))";

  private final List<String> clauses = new ArrayList<>();
  private final List<Object> values = new ArrayList<>();

  static WhereClause of(DeadlineFilter filter, Instant now) {
    var condition = new WhereClause();
    condition.visible(filter);
    condition.andIfAsked(IN_SUBTREE, filter.unit());
    condition.andIfAsked("d.case_id = ?", filter.caseId());
    condition.andIfAsked("d.rule = ?", filter.rule());
    condition.andIfAsked("d.list = ?", filter.list());
    condition.andIfAsked("d.officer = ?", filter.officer());
    condition.andIfAsked("d.due_at >= ?", filter.dueFrom());
    condition.andIfAsked("d.due_at < ?", filter.dueBefore());
    if (!filter.severities().isEmpty()) {
      condition.and("d.severity = any (?)", filter.severities().toArray(String[]::new));
    }
    condition.statuses(filter, now);
    return condition;
  }

  /** Of one case, its present owner sees all; elsewhere everybody sees what is theirs. */
  private void visible(DeadlineFilter filter) {
    if (filter.caseId() == null) {
      and(IN_SUBTREE, filter.visibleUnit());
    } else {
      and("(" + IN_SUBTREE + " or " + IS_OWNER + ")", filter.visibleUnit());
      values.add(filter.visibleUnit());
    }
  }

  private void statuses(DeadlineFilter filter, Instant now) {
    if (filter.statuses().isEmpty()) {
      return;
    }
    List<String> alternatives = new ArrayList<>();
    for (var status : filter.statuses()) {
      switch (status) {
        case RUNNING -> {
          alternatives.add("(d.phase = 'running' and (d.late_from is null or d.late_from > ?))");
          values.add(now);
        }
        case BREACHED -> {
          alternatives.add("(d.phase = 'running' and d.late_from <= ?)");
          values.add(now);
        }
        case PAUSED, MET, MET_LATE, CANCELLED, LAPSED, CUT_SHORT ->
            alternatives.add("d.phase = '" + status.wire() + "'");
      }
    }
    clauses.add("(" + String.join(" or ", alternatives) + ")");
  }

  /** Rows behind the cursor in the order by due instant (nulls last) and id. */
  WhereClause after(Page.@Nullable Cursor cursor) {
    if (cursor != null && cursor.dueAt() != null) {
      clauses.add("(d.due_at > ? or (d.due_at = ? and d.id > ?) or d.due_at is null)");
      values.addAll(List.of(cursor.dueAt(), cursor.dueAt(), cursor.id()));
    } else if (cursor != null) {
      and("d.due_at is null and d.id > ?", cursor.id());
    }
    return this;
  }

  private void andIfAsked(String clause, @Nullable Object value) {
    if (value != null) {
      and(clause, value);
    }
  }

  private void and(String clause, Object value) {
    clauses.add(clause);
    values.add(value);
  }

  String where() {
    return " where " + String.join(" and ", clauses);
  }

  /** Binds everything; returns the next free parameter. */
  int bind(PreparedStatement statement) throws SQLException {
    var index = 1;
    for (var value : values) {
      switch (value) {
        case Instant at -> statement.setObject(index++, Sql.utc(at));
        case String[] texts ->
            statement.setArray(index++, statement.getConnection().createArrayOf("text", texts));
        default -> statement.setObject(index++, value);
      }
    }
    return index;
  }
}
