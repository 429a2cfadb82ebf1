package io.caseclock.monitor.standing;

import static org.assertj.core.api.Assertions.assertThat;

import io.caseclock.contract.DeadlineCounts;
import io.caseclock.contract.Names;
import io.caseclock.monitor.standing.Appraisal.Judged;
import io.caseclock.monitor.standing.Appraisal.LineResult;
import io.caseclock.monitor.standing.Appraisal.Result;
import io.caseclock.monitor.standing.Appraisal.TooLittle;
import io.caseclock.monitor.standing.Ranking.Rank;
import io.caseclock.monitor.statistics.Rate;
import io.caseclock.pack.Indicator;
import io.caseclock.pack.Percent;
import io.caseclock.pack.Standing;
import io.caseclock.pack.Standing.Effect;
import io.caseclock.pack.Standing.Line;
import io.caseclock.pack.Standing.Measure;
import io.caseclock.pack.Standing.Number;
import io.caseclock.pack.Standing.Per;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AppraisalTest {

  private static final String FILED = "filed-in-time";
  private static final Indicator INDICATOR =
      new Indicator(
          FILED,
          new Names("立案及时率", "Filed in time"),
          Indicator.Reads.DEADLINES,
          Percent.parse("98"),
          List.of());
  private static final Standing STANDING =
      new Standing(
          100,
          20,
          List.of(
              counted("late", Number.BREACHED, Effect.TAKES, "1", Per.HUNDRED_DUE, "30"),
              counted("findings", Number.FINDINGS, Effect.TAKES, "0.5", Per.COUNT, "10"),
              new Line(
                  "filing",
                  new Names("立案", "Filing"),
                  new Measure.Rate(FILED),
                  Effect.TAKES,
                  new BigDecimal("0.5"),
                  Per.PERCENT_BELOW_TARGET,
                  new BigDecimal("10")),
              counted("safe", Number.SAFE_DAYS, Effect.GIVES, "0.1", Per.DAY, "5")));

  private final Appraisal appraisal = new Appraisal(STANDING, Map.of(FILED, INDICATOR));

  @ParameterizedTest
  @CsvSource({
    // due, breached, findings, met, of, safe days, late, findings, filing, safe, points
    "200, 0, 0, 50, 50, 0, 0.00, 0.00, 0.00, 0.00, 100.00",
    "200, 6, 3, 48, 50, 12, -3.00, -1.50, -1.00, 1.20, 95.70",
    "200, 100, 90, 0, 50, 365, -30.00, -10.00, -10.00, 5.00, 55.00",
    "20, 1, 0, 5, 5, 49, -5.00, 0.00, 0.00, 4.90, 99.90",
    "300, 1, 0, 49, 50, 50, -0.33, 0.00, 0.00, 5.00, 104.67"
  })
  void the_points_are_where_it_started_with_what_each_line_gives_and_takes(
      long due,
      long breached,
      long findings,
      long met,
      long of,
      long safeDays,
      String late,
      String found,
      String filing,
      String safe,
      String points) {
    var result = appraisal.of(numbers(due, breached, findings, met, of, safeDays));

    assertThat(result)
        .isInstanceOfSatisfying(
            Judged.class,
            judged -> {
              assertThat(judged.lines())
                  .extracting(line -> line.points().toPlainString())
                  .containsExactly(late, found, filing, safe);
              assertThat(judged.points()).isEqualTo(points);
            });
  }

  @Test
  void a_line_says_what_it_counted_and_whether_it_was_capped() {
    var judged = (Judged) appraisal.of(numbers(200, 100, 1, 48, 50, 3));

    assertThat(judged.lines().getFirst())
        .extracting(LineResult::number, LineResult::of, LineResult::amount, LineResult::capped)
        .containsExactly(100L, 200L, new BigDecimal("50.00"), true);
    assertThat(judged.lines().get(2))
        .extracting(LineResult::number, LineResult::of, LineResult::amount, LineResult::capped)
        .containsExactly(48L, 50L, new BigDecimal("2.00"), false);
  }

  @Test
  void with_fewer_due_than_the_pack_wants_it_is_not_judged() {
    assertThat(appraisal.of(numbers(19, 0, 0, 19, 19, 0))).isEqualTo(new TooLittle(19));
    assertThat(appraisal.of(numbers(20, 0, 0, 20, 20, 0))).isInstanceOf(Judged.class);
  }

  @Test
  void a_rate_of_fewer_than_five_gives_and_takes_nothing() {
    var judged = (Judged) appraisal.of(numbers(200, 0, 0, 0, 4, 0));

    assertThat(judged.lines().get(2))
        .extracting(LineResult::judged, line -> line.points().signum())
        .containsExactly(false, 0);
  }

  @Test
  void it_is_never_judged_by_one_number_alone() {
    var standing =
        new Standing(
            100,
            20,
            List.of(
                counted("late", Number.BREACHED, Effect.TAKES, "1", Per.HUNDRED_DUE, "30"),
                STANDING.lines().get(2)));
    var only = new Appraisal(standing, Map.of(FILED, INDICATOR));

    assertThat(only.of(numbers(200, 7, 0, 1, 4, 0))).isEqualTo(new TooLittle(200));
    assertThat(only.of(numbers(200, 7, 0, 1, 5, 0))).isInstanceOf(Judged.class);
  }

  @Test
  void two_units_together_are_counted_as_one_with_the_shorter_safety() {
    var both = numbers(20, 1, 2, 3, 4, 9).plus(numbers(30, 2, 3, 4, 5, 7));

    assertThat(both).isEqualTo(numbers(50, 3, 5, 7, 9, 7));
  }

  @Test
  void equal_points_share_a_rank_among_their_own_kind_and_the_unjudged_have_none() {
    Map<String, Result> results =
        Map.of(
            "A", judged("97.5"),
            "B", judged("99"),
            "C", judged("97.50"),
            "D", judged("80"),
            "E", new TooLittle(3),
            "F", judged("1"));
    var kinds =
        Map.of(
            "A", "station", "B", "station", "C", "station", "D", "station", "E", "station", "F",
            "brigade");

    assertThat(Ranking.of(results, kinds))
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                "B", new Rank(1, 4),
                "A", new Rank(2, 4),
                "C", new Rank(2, 4),
                "D", new Rank(4, 4),
                "F", new Rank(1, 1)));
  }

  private static Judged judged(String points) {
    return new Judged(new BigDecimal(points), List.of());
  }

  private static Line counted(
      String id, Number number, Effect effect, String points, Per per, String most) {
    return new Line(
        id,
        new Names(id, id),
        new Measure.Counted(number),
        effect,
        new BigDecimal(points),
        per,
        new BigDecimal(most));
  }

  private static UnitNumbers numbers(
      long due, long breached, long findings, long met, long of, long safeDays) {
    var counts =
        new DeadlineCounts(
            due, due - breached, breached, breached, 0, 0, 0, 0, 0, 0, breached, 0, 0);
    return new UnitNumbers(counts, findings, safeDays, Map.of(FILED, Rate.of(met, of)));
  }
}
