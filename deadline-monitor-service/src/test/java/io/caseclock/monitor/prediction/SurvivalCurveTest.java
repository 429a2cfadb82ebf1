package io.caseclock.monitor.prediction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.caseclock.monitor.prediction.SurvivalCurve.Observed;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The weeks in remission of the 21 patients on 6-mercaptopurine, in Freireich et al., Blood 21
 * (1963), as most textbooks of survival analysis print them. The expected figures are computed by
 * hand: at 6 weeks 18/21, at 7 of that 16/17, at 10 14/15, at 13 11/12, at 16 10/11, at 22 6/7, at
 * 23 5/6.
 */
class SurvivalCurveTest {

  private static final SurvivalCurve REMISSION =
      SurvivalCurve.of(
          Stream.concat(
                  done(6, 6, 6, 7, 10, 13, 16, 22, 23),
                  left(6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35))
              .toList());

  @ParameterizedTest
  @CsvSource({
    "0, 21, 1",
    "5, 21, 1",
    "6, 21, 0.857142857",
    "7, 17, 0.806722689",
    "9, 16, 0.806722689",
    "10, 15, 0.752941176",
    "13, 12, 0.690196078",
    "16, 11, 0.627450980",
    "22, 7, 0.537815126",
    "23, 6, 0.448179272",
    "35, 1, 0.448179272",
    "36, 0, 0.448179272"
  })
  void the_textbook_example_comes_out_as_by_hand(long week, long atRisk, double survival) {
    assertThat(REMISSION.atRisk(week)).isEqualTo(atRisk);
    assertThat(REMISSION.survival(week)).isCloseTo(survival, within(1e-9));
  }

  /** 0.8571² · 3/(21·18); then plus 1/(17·16), and so on. */
  @ParameterizedTest
  @CsvSource({
    "6, 0.0764",
    "7, 0.0869",
    "10, 0.0963",
    "13, 0.1068",
    "16, 0.1141",
    "22, 0.1282",
    "23, 0.1346"
  })
  void so_do_the_standard_errors_of_greenwood(long week, double standardError) {
    assertThat(Math.sqrt(REMISSION.variance(week))).isCloseTo(standardError, within(5e-5));
  }

  /** By hand at week 10: ln 0.75294 = -0.28377, spread 1.96 · 0.1279 / 0.28377 = 0.8837. */
  @Test
  void the_bounds_follow_the_logarithm_of_the_hazard() {
    var share = REMISSION.survivalShare(10);

    assertThat(share.atLeast()).isCloseTo(0.5032, within(5e-4));
    assertThat(share.atMost()).isCloseTo(0.8894, within(5e-4));
  }

  /**
   * Of 15 open at week 10, those at 13, 16, 22 were done before 23; 10, 11, 17, 19, 20 are lost.
   */
  @Test
  void those_still_open_at_an_age_are_followed_to_the_limit() {
    var open = REMISSION.openAt(23, 10).orElseThrow();

    assertThat(open.atRisk()).isEqualTo(13);
    assertThat(open.late()).isEqualTo(6);
    assertThat(open.unknown()).isEqualTo(4);
    assertThat(open.beyondObserved()).isFalse();
    assertThat(open.share().value())
        .isCloseTo(REMISSION.survival(22) / REMISSION.survival(10), within(1e-9))
        .isBetween(open.share().atLeast(), open.share().atMost());
  }

  @Test
  void what_is_done_at_the_limit_is_late() {
    var three = SurvivalCurve.of(List.of(new Observed(9, 1, 0), new Observed(10, 2, 0)));

    assertThat(three.openAt(10, 0).orElseThrow().late()).isEqualTo(2);
    assertThat(three.openAt(10, 0).orElseThrow().share().value()).isCloseTo(2.0 / 3, within(1e-9));
    assertThat(three.openAt(9, 0).orElseThrow().share().value()).isEqualTo(1);
    assertThat(three.openAt(11, 0).orElseThrow().share().value()).isZero();
  }

  @Test
  void an_age_that_nobody_was_seen_at_says_nothing() {
    assertThat(REMISSION.openAt(40, 35)).isEmpty();
    assertThat(REMISSION.openAt(40, 34)).isPresent();
    assertThat(SurvivalCurve.of(List.of()).openAt(1, 0)).isEmpty();
    assertThat(SurvivalCurve.of(List.of()).longest()).isEmpty();
  }

  @Test
  void a_limit_beyond_all_that_was_seen_is_named_unless_all_were_done() {
    assertThat(REMISSION.openAt(35, 30).orElseThrow().beyondObserved()).isFalse();
    assertThat(REMISSION.openAt(36, 30).orElseThrow().beyondObserved()).isTrue();
    assertThat(
            SurvivalCurve.of(List.of(new Observed(5, 3, 0)))
                .openAt(9, 1)
                .orElseThrow()
                .beyondObserved())
        .isFalse();
  }

  @Test
  void at_both_ends_the_bounds_still_leave_room() {
    var none = REMISSION.openAt(5, 0).orElseThrow().share();
    var all = SurvivalCurve.of(List.of(new Observed(5, 4, 0))).openAt(6, 0).orElseThrow().share();

    assertThat(none.value()).isEqualTo(1);
    assertThat(none.atLeast()).isCloseTo(21 / (21 + 3.8415), within(1e-4));
    assertThat(all.value()).isZero();
    assertThat(all.atMost()).isCloseTo(3.8415 / (4 + 3.8415), within(1e-4));
  }

  @Test
  void a_long_curve_is_shortened_and_stays_nearly_the_same() {
    var thousand = SurvivalCurve.of(LongStream.range(0, 10_000).mapToObj(day -> at(day)).toList());

    var short400 = thousand.compressed(400);

    assertThat(short400.observed()).hasSizeLessThanOrEqualTo(401);
    assertThat(short400.total()).isEqualTo(thousand.total());
    assertThat(short400.finished()).isEqualTo(thousand.finished());
    for (var age = 0; age < 9_000; age += 7) {
      assertThat(short400.survival(age)).isCloseTo(thousand.survival(age), within(0.005));
    }
    assertThat(REMISSION.compressed(400)).isSameAs(REMISSION);
  }

  private static Observed at(long age) {
    return age % 3 == 0 ? new Observed(age, 0, 1) : new Observed(age, 1, 0);
  }

  private static Stream<Observed> done(long... weeks) {
    return LongStream.of(weeks).mapToObj(week -> new Observed(week, 1, 0));
  }

  private static Stream<Observed> left(long... weeks) {
    return LongStream.of(weeks).mapToObj(week -> new Observed(week, 0, 1));
  }
}
