package io.caseclock.bench.statistics;

import io.caseclock.bench.statistics.Bureau.Level;
import io.caseclock.directory.jdbc.Subtree;
import io.caseclock.jdbc.Sql;
import io.caseclock.monitor.statistics.DeadlineStatistics;
import io.caseclock.monitor.statistics.Grouping;
import io.caseclock.monitor.statistics.Question;
import io.caseclock.monitor.statistics.Today;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import javax.sql.DataSource;

/** The same question answered in turn from the roll-ups and by counting the deadlines. */
final class WithoutRollUps {

  /**
   * What each row counts as, added up by the key; warnings, which stand in another table, are left
   * out.
   */
  private static final String COUNT =
      """
      select %s as key, count(*) filter (where phase not in ('cancelled') or due_at is not null) as due,
        count(*) filter (where phase = 'met') as met,
        count(*) filter (where phase = 'met-late') as met_late,
        count(*) filter (where phase = 'running' and late_from <= ?) as overdue,
        count(*) filter (where phase = 'running') as open,
        count(*) filter (where phase = 'lapsed') as lapsed,
        count(*) filter (where phase = 'cut-short') as cut_short,
        count(*) filter (where phase = 'cancelled') as cancelled,
        count(*) filter (where extended) as extended,
        count(*) filter (where late_cause = 'data') as late_data,
        count(*) filter (where late_cause = 'system') as late_system
      from deadline where phase <> 'paused' and counted_on between ? and ? and %s
      group by 1
      """;

  private static final int ROUNDS = 7;

  private final Bureau bureau;
  private final DeadlineStatistics statistics;
  private final Sql sql;
  private final Today today;
  private final List<List<String>> rows = new ArrayList<>();

  WithoutRollUps(Bureau bureau, DeadlineStatistics statistics, DataSource database) {
    this.bureau = bureau;
    this.statistics = statistics;
    this.sql = new Sql(database);
    this.today = new Today(bureau.now(), bureau.today(), bureau.today());
  }

  void measure() throws Exception {
    compare(Grouping.UNIT, Spans.YEAR, Level.ROOT);
    compare(Grouping.RULE, Spans.MONTH, Level.ROOT);
    compare(Grouping.OFFICER, Spans.QUARTER, Level.ROOT);
    compare(Grouping.MONTH, Spans.YEAR, Level.SUB_BUREAU);
    compare(Grouping.DAY, Spans.MONTH, Level.STATION);
  }

  private void compare(Grouping by, Spans span, Level level) throws Exception {
    var random = new Random(11);
    List<Long> rolledUp = new ArrayList<>();
    List<Long> counted = new ArrayList<>();
    for (var round = 0; round <= ROUNDS; round++) {
      var unit = bureau.any(level, random);
      var question = Question.now(unit, span.any(bureau.today(), random), by);
      var fast = Timings.nanosOf(() -> statistics.groups(question, today));
      var slow = Timings.nanosOf(() -> count(question));
      requireEqual(question);
      if (round > 0) {
        rolledUp.add(fast);
        counted.add(slow);
      }
    }
    rows.add(row(by, span, level, new Timings(rolledUp), new Timings(counted)));
  }

  private void requireEqual(Question question) {
    var told =
        statistics.groups(question, today).stream().mapToLong(group -> group.counts().due()).sum();
    var counted = count(question);
    if (told != counted) {
      throw new IllegalStateException(question + ": " + told + " told, " + counted + " counted");
    }
  }

  private long count(Question question) {
    var key =
        switch (question.by().getFirst()) {
          case DAY -> "counted_on";
          case WEEK -> "date_trunc('week', counted_on)::date";
          case MONTH -> "date_trunc('month', counted_on)::date";
          case UNIT, RULE, LIST, ELEMENT, OFFICER -> question.by().getFirst().wire();
        };
    var text = COUNT.formatted(key, Subtree.holds("unit"));
    return sql
        .query(
            text,
            row -> row.getLong("due"),
            today.now(),
            question.span().from(),
            question.span().to(),
            question.unit())
        .stream()
        .mapToLong(Long::longValue)
        .sum();
  }

  private static List<String> row(
      Grouping by, Spans span, Level level, Timings rolledUp, Timings counted) {
    return List.of(
        "%.0f times".formatted(counted.median() / rolledUp.median()),
        by.wire(),
        span.text(),
        level.text(),
        Report.millis(rolledUp.median()),
        Report.millis(counted.median()),
        Integer.toString(rolledUp.rounds()));
  }

  static final List<String> HEAD =
      List.of("faster by", "by", "span", "of", "with, median ms", "without, median ms", "rounds");

  List<List<String>> rows() {
    return rows;
  }
}
