package io.caseclock.monitor.jdbc;

import io.caseclock.directory.jdbc.Subtree;
import io.caseclock.jdbc.Sql;
import io.caseclock.monitor.statistics.Grouping;
import io.caseclock.monitor.statistics.Knowledge;
import io.caseclock.monitor.statistics.Question;
import io.caseclock.monitor.statistics.Span;
import io.caseclock.monitor.statistics.Today;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * One statement that adds up: whole months, single days where no whole month will do, what is not
 * added up yet, what is late since today, and, for what was known then, all that came later taken
 * away again. One statement sees one state of the tables.
 */
final class CountQuery {

  private static final String IN_SUBTREE = Subtree.holds("unit");
  private static final String KEYS = "counted_on, unit, officer, rule, list, element";
  private static final String KEYS_OF_CHANGE =
      "counted_on, unit, coalesce(officer, '') as officer, rule, list, element";

  private final Question question;
  private final Today today;
  private final CountFamily family;
  private final List<String> parts = new ArrayList<>();
  private final List<Object> values = new ArrayList<>();

  CountQuery(Question question, Today today) {
    this.question = question;
    this.today = today;
    this.family = CountFamily.of(question);
  }

  /** Columns: the keys, the sums, and {@code overdue}. */
  String text() {
    for (var piece : pieces()) {
      fromRollUp(piece.table(), piece.span());
    }
    changes("count_change", "sign", "counted_on between ? and ?");
    values.add(question.span().from());
    values.add(question.span().to());
    restOfConditions();
    lateSinceToday();
    if (question.knowledge() == Knowledge.THEN) {
      laterKnown("count_change");
      if (family == CountFamily.TREE) {
        laterKnownOfTree();
      } else {
        laterKnown("count_correction");
      }
    }
    values.add(today.earliest());
    var inner =
        question.by().stream().map(CountQuery::column).distinct().collect(Collectors.joining(", "));
    var summed =
        "select "
            + (inner.isEmpty() ? "" : inner + ", ")
            + CountColumns.SUMMED
            + ", coalesce(sum(running) filter (where counted_on < ?), 0) + sum(late_today)"
            + " as overdue from ("
            + String.join(" union all ", parts)
            + ") as counted"
            + (inner.isEmpty() ? "" : " group by " + inner);
    return question.by().stream().anyMatch(Grouping::isTime) ? byStretch(summed) : summed;
  }

  /** Days are put together once they are added up, so that each day is named once, not each row. */
  private String byStretch(String summed) {
    var keys = question.by().stream().map(CountQuery::key).toList();
    return "select "
        + String.join(", ", keys)
        + ", "
        + CountColumns.SUMMED
        + ", sum(overdue) as overdue from ("
        + summed
        + ") as days group by "
        + (keys.size() == 1 ? "1" : "1, 2");
  }

  void bind(PreparedStatement statement) throws SQLException {
    var index = 1;
    // the one of the outer select stands before those of the parts
    statement.setObject(index++, values.getLast());
    for (var value : values.subList(0, values.size() - 1)) {
      switch (value) {
        case Instant at -> statement.setObject(index++, Sql.utc(at));
        case String[] texts ->
            statement.setArray(index++, statement.getConnection().createArrayOf("text", texts));
        default -> statement.setObject(index++, value);
      }
    }
  }

  private record Piece(String table, Span span) {}

  /** Whole months where the groups allow it, but not the month of today, which is late in part. */
  private List<Piece> pieces() {
    List<Piece> pieces = new ArrayList<>();
    var span = question.span();
    var byDay = question.by().contains(Grouping.DAY) || question.by().contains(Grouping.WEEK);
    var from = span.from();
    while (!from.isAfter(span.to())) {
      var month = YearMonth.from(from);
      var end = min(month.atEndOfMonth(), span.to());
      var isWhole = from.equals(month.atDay(1)) && end.equals(month.atEndOfMonth());
      var table = isWhole && !byDay && !holdsToday(month) ? "count_month" : "count_day";
      append(pieces, new Piece(table, new Span(from, end)));
      from = end.plusDays(1);
    }
    return pieces;
  }

  private static void append(List<Piece> pieces, Piece next) {
    var last = pieces.isEmpty() ? null : pieces.getLast();
    if (last != null && last.table().equals(next.table())) {
      pieces.removeLast();
      pieces.add(new Piece(next.table(), new Span(last.span().from(), next.span().to())));
    } else {
      pieces.add(next);
    }
  }

  private boolean holdsToday(YearMonth month) {
    return !month.isBefore(YearMonth.from(today.earliest()))
        && !month.isAfter(YearMonth.from(today.latest()));
  }

  private void fromRollUp(String table, Span span) {
    parts.add(
        "select "
            + KEYS
            + ", "
            + CountColumns.NAMES
            + ", 0 as late_today from "
            + table
            + " where family = '"
            + family.wire()
            + "' and counted_on between ? and ?"
            + family.leftOut()
            + conditions(family.isTree() ? "unit = ?" : IN_SUBTREE));
    values.add(span.from());
    values.add(span.to());
    restOfConditions();
  }

  private void changes(String table, String factor, String condition) {
    parts.add(
        "select "
            + KEYS_OF_CHANGE
            + ", "
            + CountColumns.ofChange(factor)
            + ", 0 from "
            + table
            + " where "
            + condition
            + conditions(IN_SUBTREE));
  }

  private void laterKnown(String table) {
    changes(table, "-sign", "counted_on between ? and ? and known_on > " + endOfGroup());
    values.add(question.span().from());
    values.add(question.span().to());
    values.add(question.span().to());
    restOfConditions();
  }

  /** Of a whole subtree what became known later is added up, too. */
  private void laterKnownOfTree() {
    parts.add(
        "select counted_on, unit, '', '', '', '', "
            + CountColumns.NEGATIVE
            + ", 0 from count_later where counted_on between ? and ? and known_on > "
            + endOfGroup()
            + " and unit = ?");
    values.add(question.span().from());
    values.add(question.span().to());
    values.add(question.span().to());
    values.add(question.unit());
  }

  /** The last day of the group that a day belongs to, as far as the span reaches. */
  private String endOfGroup() {
    return question.by().stream()
        .filter(Grouping::isTime)
        .findFirst()
        .map(
            by ->
                switch (by) {
                  case DAY -> "least(counted_on, ?::date)";
                  case WEEK ->
                      "least(date_trunc('week', counted_on::timestamp)::date + 6, ?::date)";
                  case MONTH ->
                      "least((date_trunc('month', counted_on::timestamp) + interval '1"
                          + " month')::date - 1, ?::date)";
                  case UNIT, RULE, LIST, ELEMENT, OFFICER -> "?::date";
                })
        .orElse("?::date");
  }

  /** Of today some are late already; all other days are late as a whole, or not at all. */
  private void lateSinceToday() {
    parts.add(
        "select "
            + KEYS_OF_CHANGE
            + ", "
            + CountColumns.ZEROS
            + ", 1 from deadline where phase = 'running' and late_from <= ?"
            + " and counted_on between ? and ? and counted_on between ? and ?"
            + conditions(IN_SUBTREE));
    values.add(today.now());
    values.add(today.earliest());
    values.add(today.latest());
    values.add(question.span().from());
    values.add(question.span().to());
    restOfConditions();
  }

  private String conditions(String ofUnit) {
    return " and " + ofUnit + (question.rules().isEmpty() ? "" : " and rule = any (?)");
  }

  private void restOfConditions() {
    values.add(question.unit());
    if (!question.rules().isEmpty()) {
      values.add(question.rules().toArray(String[]::new));
    }
  }

  /** What the rows are added up by first. */
  private static String column(Grouping by) {
    return switch (by) {
      case UNIT -> "unit";
      case RULE -> "rule";
      case LIST -> "list";
      case ELEMENT -> "element";
      case OFFICER -> "officer";
      case DAY, WEEK, MONTH -> "counted_on";
    };
  }

  private static String key(Grouping by) {
    return switch (by) {
      case UNIT, RULE, LIST, ELEMENT, OFFICER -> column(by);
      case DAY -> "counted_on::text";
      case WEEK -> "date_trunc('week', counted_on::timestamp)::date::text";
      case MONTH -> "date_trunc('month', counted_on::timestamp)::date::text";
    };
  }

  private static LocalDate min(LocalDate one, LocalDate other) {
    return one.isBefore(other) ? one : other;
  }
}
