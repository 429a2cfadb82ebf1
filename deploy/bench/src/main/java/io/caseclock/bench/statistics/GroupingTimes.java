package io.caseclock.bench.statistics;

import io.caseclock.bench.statistics.Bureau.Level;
import io.caseclock.monitor.statistics.DeadlineStatistics;
import io.caseclock.monitor.statistics.Grouping;
import io.caseclock.monitor.statistics.Knowledge;
import io.caseclock.monitor.statistics.Question;
import io.caseclock.monitor.statistics.Today;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;

/** Statistics by each grouping, of each level and length, as known now and then. */
final class GroupingTimes {

  record Cell(Grouping by, Spans span, Level level, Knowledge knowledge, Timings timings) {}

  private final Bureau bureau;
  private final DeadlineStatistics statistics;
  private final Today today;
  private final int rounds;
  private final List<Cell> cells = new ArrayList<>();

  GroupingTimes(Bureau bureau, DeadlineStatistics statistics, int rounds) {
    this.bureau = bureau;
    this.statistics = statistics;
    this.today = new Today(bureau.now(), bureau.today(), bureau.today());
    this.rounds = rounds;
  }

  void measure() throws Exception {
    for (var by : Grouping.values()) {
      for (var span : Spans.values()) {
        for (var level : Level.values()) {
          for (var knowledge : Knowledge.values()) {
            cells.add(new Cell(by, span, level, knowledge, timed(by, span, level, knowledge)));
          }
        }
      }
    }
  }

  /** The first round is not counted: it reads from the disk what later ones find in memory. */
  private Timings timed(Grouping by, Spans span, Level level, Knowledge knowledge)
      throws Exception {
    var random = new Random(7);
    List<Long> nanos = new ArrayList<>();
    for (var round = 0; round <= rounds; round++) {
      var question =
          new Question(
              bureau.any(level, random),
              span.any(bureau.today(), random),
              List.of(by),
              knowledge,
              Set.of());
      var took = Timings.nanosOf(() -> statistics.groups(question, today));
      if (round > 0) {
        nanos.add(took);
      }
    }
    return new Timings(nanos);
  }

  Timings all() {
    return Timings.all(cells.stream().map(Cell::timings));
  }

  /** One row for each grouping and length: the 95th percentile by level, now and then. */
  List<List<String>> rows() {
    return Stream.of(Grouping.values())
        .flatMap(by -> Stream.of(Spans.values()).map(span -> row(by, span)))
        .toList();
  }

  private List<String> row(Grouping by, Spans span) {
    List<String> row = new ArrayList<>(List.of(by.wire(), span.text()));
    for (var knowledge : Knowledge.values()) {
      for (var level : Level.values()) {
        cells.stream()
            .filter(cell -> cell.by() == by && cell.span() == span)
            .filter(cell -> cell.level() == level && cell.knowledge() == knowledge)
            .forEach(cell -> row.add(Report.millis(cell.timings().percentile(95))));
      }
    }
    return row;
  }
}
