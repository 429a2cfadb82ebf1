package io.caseclock.monitor.prediction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.caseclock.contract.Names;
import io.caseclock.monitor.prediction.Observations.OfUnit;
import io.caseclock.monitor.prediction.SurvivalCurve.Observed;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PredictorTest {

  private static final String RULE = "case-filing";
  private static final List<String> LINE = List.of("X0101", "X01");
  private static final Names STATION = new Names("甲所", "Station A");
  private static final long DAY = 86_400;

  private final Map<CurveKey, SurvivalCurve> curves = new HashMap<>();
  private final Predictor predictor = new Predictor(curves::get);

  @Test
  void the_unit_itself_is_asked_first() {
    learn("X0101", 1, 40);
    learn("X01", 1, 90);
    learn(CurveKey.ALL, 1, 200);

    var prediction = predict(22, 30);

    assertThat(prediction.level()).isEqualTo("X0101");
    assertThat(prediction.open().atRisk()).isEqualTo(18);
    assertThat(prediction.open().late()).isEqualTo(11);
    assertThat(prediction.chance()).isCloseTo(11.0 / 18, within(1e-9));
    assertThat(prediction.band()).isEqualTo(Band.HIGH);
  }

  /** Of forty days, ten are left after day 30 and nine after day 31. */
  @ParameterizedTest
  @CsvSource({"30, X0101", "31, X01", "80, X01", "81, ''", "190, ''"})
  void where_too_few_were_open_as_long_the_unit_above_is_asked(long age, String level) {
    learn("X0101", 1, 40);
    learn("X01", 1, 90);
    learn(CurveKey.ALL, 1, 200);

    assertThat(predict(age, 200).level()).isEqualTo(level);
  }

  @Test
  void where_too_few_are_known_anywhere_nothing_is_said() {
    learn(CurveKey.ALL, 1, 200);

    assertThat(predictor.predict(RULE, LINE, 191, 300)).isEmpty();
    assertThat(predictor.predict("case-closing", LINE, 1, 2)).isEmpty();
  }

  /** At day 22 it is 11 of 18; one more done, it is 11 of 17, and so 0.03 more. */
  @Test
  void it_says_until_when_the_figure_holds() {
    learn("X0101", 1, 40);

    var outlook = predictor.predict(RULE, LINE, 22, 30).orElseThrow();

    assertThat(outlook.changesAt()).hasValue(23);
    assertThat(predict(23, 30).chance()).isCloseTo(11.0 / 17, within(1e-9));
  }

  @Test
  void a_kept_chance_is_never_a_step_too_low_and_its_band_never_wrong() {
    learn(CurveKey.ALL, 1, 1_000);
    for (var age = 0L; age < 700; ) {
      var outlook = predictor.predict(RULE, LINE, age, 700).orElseThrow();
      var until = outlook.changesAt().orElse(700);
      assertThat(until).isGreaterThan(age);
      var last = predict(until - 1, 700);
      assertThat(last.chance() - outlook.prediction().chance()).isLessThan(Predictor.STEP);
      assertThat(last.band()).isEqualTo(outlook.prediction().band());
      age = until;
    }
  }

  @Test
  void curves_of_units_are_added_up_and_those_with_too_little_left_out() {
    Map<String, Map<String, SurvivalCurve>> kept = new HashMap<>();
    var levels =
        new LevelCurves(
            unit -> unit.equals("X0101") ? LINE : List.of(unit, "X01"),
            (rule, byUnit) -> kept.put(rule, Map.copyOf(byUnit)));

    levels.accept(new OfUnit("a", "X0101", days(1, 20)));
    levels.accept(new OfUnit("a", "X0102", days(1, 19)));
    levels.accept(new OfUnit("b", "X0102", days(1, 19)));
    levels.finish();

    assertThat(kept.get("a")).containsOnlyKeys("X0101", "X01", CurveKey.ALL);
    assertThat(kept.get("a")).extractingByKey("X01").hasToString("SurvivalCurve[39 of 39]");
    assertThat(kept.get("b")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"0, LOW", "0.19999, LOW", "0.2, MEDIUM", "0.49999, MEDIUM", "0.5, HIGH", "1, HIGH"})
  void bands_begin_at_one_in_five_and_one_in_two(double chance, Band band) {
    assertThat(Band.of(chance)).isEqualTo(band);
  }

  @Test
  void the_reason_says_how_many_of_how_many_were_late() {
    learn("X0101", 1, 40);
    var prediction = predictor.predict(RULE, LINE, 22, 30).orElseThrow().prediction();
    var inDays = new Prediction(prediction.open(), prediction.level(), 22 * DAY + 5, 30 * DAY);
    var inHours = new Prediction(prediction.open(), CurveKey.ALL, 7_300, DAY);

    assertThat(Reason.of(inDays, STATION))
        .isEqualTo(
            new Names(
                "同类事项满22天仍未办结的18件中，11件超期（甲所及下级）。",
                "Of 18 such cases still open at day 22, 11 were late (Station A and below)."));
    assertThat(Reason.of(inHours, Reason.ALL_UNITS))
        .isEqualTo(
            new Names(
                "同类事项满2小时仍未办结的18件中，11件超期（全部单位）。",
                "Of 18 such cases still open at hour 2, 11 were late (all units)."));
  }

  @Test
  void the_reason_names_what_is_not_known() {
    curves.put(
        new CurveKey(RULE, CurveKey.ALL),
        SurvivalCurve.of(List.of(new Observed(1, 20, 4), new Observed(2, 0, 6))));

    var open = predictor.predict(RULE, LINE, 0, 3).orElseThrow().prediction();

    assertThat(Reason.of(open, Reason.ALL_UNITS).en())
        .isEqualTo(
            "Of 30 such cases, 0 were late (all units); of 10 the outcome is not known; none was"
                + " seen for as long as this one may take.");
    assertThat(Reason.of(open, Reason.ALL_UNITS).zh())
        .isEqualTo("同类事项30件中，0件超期（全部单位），10件结果未知；尚无观察到如此长久的事项。");
  }

  private Prediction predict(long age, long limit) {
    return predictor.predict(RULE, LINE, age, limit).orElseThrow().prediction();
  }

  /** One is done a day, from one day to another. */
  private void learn(String unit, long first, long last) {
    curves.put(new CurveKey(RULE, unit), days(first, last));
  }

  private static SurvivalCurve days(long first, long last) {
    return SurvivalCurve.of(
        LongStream.rangeClosed(first, last).mapToObj(day -> new Observed(day, 1, 0)).toList());
  }
}
