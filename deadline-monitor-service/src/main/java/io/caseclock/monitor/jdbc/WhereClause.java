package io.caseclock.monitor.jdbc;

import io.caseclock.directory.jdbc.Subtree;
import io.caseclock.jdbc.Sql;
import io.caseclock.monitor.prediction.Band;
import io.caseclock.monitor.report.ChangedSince;
import io.caseclock.monitor.report.DeadlineFilter;
import io.caseclock.monitor.report.DeadlinePage.Place;
import io.caseclock.monitor.report.DueSpan;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
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

  private static final String PREDICTED =
      " from prediction p where p.case_id = d.case_id and p.deadline_id = d.id"
          + " and p.revision = d.revision and p.unit = d.unit";

  /** The chance that is kept of the deadline as it stands. */
  static final String CHANCE = "select p.chance" + PREDICTED;

  /** Runs and is not late; takes now. */
  static final String HAS_CHANCE = "d.phase = 'running' and d.late_from > ?";

  private static final String ONE_OF = " = any (?)";

  /** Between the due instant and the day that it is in any zone. */
  private static final int DAYS_APART = 2;

  private final List<String> clauses = new ArrayList<>();
  private final List<Object> values = new ArrayList<>();

  /**
   * @param units those of the units asked for that may be seen; all that may where one case is
   *     asked for
   * @param hidden the cases that are left out
   */
  static WhereClause of(
      DeadlineFilter filter, Collection<String> units, Collection<String> hidden, Instant now) {
    var condition = new WhereClause();
    condition.visible(filter, units);
    condition.notHidden(hidden);
    condition.andIfAsked("d.case_id = ?", filter.caseId());
    condition.andIfAsked("d.rule = ?", filter.rule());
    condition.andIfAny("d.rule", texts(filter.rules()));
    condition.andIfAsked("d.list = ?", filter.list());
    condition.andIfAsked(DeadlineOrderSql.OFFICER + " = ?", filter.officer());
    condition.andIfAny("d.id", filter.ids().toArray(UUID[]::new));
    condition.andIfAny("d.severity", texts(filter.severities()));
    condition.andIfAny("d.element", texts(filter.elements()));
    condition.due(filter.due(), now);
    condition.risks(filter.risks(), now);
    condition.statuses(filter, now);
    condition.changed(filter.changed(), now);
    if (filter.asksForOpenOnes()) {
      condition.clauses.add("d.phase in ('running', 'paused')");
    }
    return condition;
  }

  private static String[] texts(Set<String> words) {
    return words.toArray(String[]::new);
  }

  /** Of one case, its present owner sees all; elsewhere everybody sees what is theirs. */
  private void visible(DeadlineFilter filter, Collection<String> units) {
    var theirs = units.toArray(String[]::new);
    if (filter.asksInsideOneCase()) {
      and(
          "("
              + UnitsBelow.holds("d.unit", UnitsBelow.areFew(theirs.length))
              + " or "
              + IS_OWNER
              + ")",
          theirs);
      values.add(filter.visibleUnit());
      andIfAsked(IN_SUBTREE, filter.unit());
    } else {
      and(UnitsBelow.holds("d.unit", UnitsBelow.areFew(theirs.length)), theirs);
    }
  }

  /** No condition where nothing is hidden: an index that lacks the case would not do any more. */
  private void notHidden(Collection<String> hidden) {
    if (!hidden.isEmpty()) {
      and(NotHidden.holds("d.case_id"), hidden.toArray(String[]::new));
    }
  }

  private void due(DueSpan due, Instant now) {
    andIfAsked(DeadlineOrderSql.DUE + " >= ?", due.from());
    andIfAsked(DeadlineOrderSql.DUE + " < ?", due.before());
    if (due.from() != null || due.firstOn() != null) {
      clauses.add("d.due_at is not null");
    }
    days(due.firstOn(), due.lastOn());
    if (due.overdue()) {
      and("d.phase = 'running' and d.late_from <= ?", now);
    }
  }

  /** The day decides; the instants are only for the index. */
  private void days(@Nullable LocalDate first, @Nullable LocalDate last) {
    if (first != null) {
      and("d.due_on >= ?", first);
      and(DeadlineOrderSql.DUE + " >= ?", start(first.minusDays(DAYS_APART)));
    }
    if (last != null) {
      and("d.due_on <= ?", last);
      and(DeadlineOrderSql.DUE + " < ?", start(last.plusDays(DAYS_APART + 1)));
    }
  }

  private static Instant start(LocalDate day) {
    return day.atStartOfDay(ZoneOffset.UTC).toInstant();
  }

  /**
   * Asked of each deadline in turn: a join would be made of all that run, however few rows a page
   * has.
   */
  private void risks(Set<Band> risks, Instant now) {
    if (risks.isEmpty()) {
      return;
    }
    and(HAS_CHANCE, now);
    List<String> alternatives = new ArrayList<>();
    for (var band : risks) {
      alternatives.add("p.chance >= ? and p.chance < ?");
      values.add(band.atLeast());
      values.add(band.below());
    }
    clauses.add("(select " + String.join(" or ", alternatives) + PREDICTED + ")");
  }

  private void changed(@Nullable ChangedSince changed, Instant now) {
    if (changed != null) {
      var condition =
          NamedSql.of(
              ChangedSql.of(changed.change()), Map.of("since", changed.since(), "now", now));
      clauses.add(condition.text());
      condition.values().forEach(value -> values.add(Objects.requireNonNull(value)));
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
        case CUT_SHORT -> alternatives.add("d.phase in ('cut-short', 'too-early')");
        case PAUSED, MET, MET_LATE, CANCELLED, LAPSED ->
            alternatives.add("d.phase = '" + status.wire() + "'");
      }
    }
    clauses.add("(" + String.join(" or ", alternatives) + ")");
  }

  /** Only what comes behind the place. */
  WhereClause after(@Nullable Place place) {
    if (place != null) {
      clauses.add(DeadlineOrderSql.behind(place.order()));
      values.addAll(DeadlineOrderSql.parameters(place));
    }
    return this;
  }

  private void andIfAny(String column, Object[] words) {
    if (words.length > 0) {
      and(column + ONE_OF, words);
    }
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

  /**
   * Binds everything; returns the next free parameter.
   *
   * @param first the first parameter to bind
   */
  int bind(PreparedStatement statement, int first) throws SQLException {
    var index = first;
    for (var value : values) {
      switch (value) {
        case Instant at -> statement.setObject(index++, Sql.utc(at));
        case UUID[] ids ->
            statement.setArray(index++, statement.getConnection().createArrayOf("uuid", ids));
        case String[] texts ->
            statement.setArray(index++, statement.getConnection().createArrayOf("text", texts));
        default -> statement.setObject(index++, value);
      }
    }
    return index;
  }
}
