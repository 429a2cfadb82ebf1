package io.caseclock.monitor.prediction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.caseclock.monitor.prediction.SurvivalCurve.Observed;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.LongRange;

/** The curve against the definition, for any observations. */
class AnyCurveTest {

  private static final Instant START = Instant.parse("2026-03-02T02:00:00Z");

  /** One case: how old it was seen, and whether it was done then. */
  record Seen(long age, boolean done) {
    Observed observed() {
      return new Observed(age, done ? 1 : 0, done ? 0 : 1);
    }
  }

  @Property(tries = 300)
  void equals_a_naive_product(
      @ForAll("cases") List<Seen> cases, @ForAll @LongRange(max = 40) long age) {
    assertThat(curve(cases).survival(age)).isCloseTo(naive(cases, 0, age + 1), within(1e-9));
  }

  @Property(tries = 300)
  void the_share_of_those_open_at_an_age_equals_a_naive_one(
      @ForAll("cases") List<Seen> cases,
      @ForAll @LongRange(max = 40) long age,
      @ForAll @LongRange(max = 40) long limit) {
    var open = curve(cases).openAt(limit, age);

    assertThat(open.isPresent()).isEqualTo(cases.stream().anyMatch(one -> one.age() > age));
    open.ifPresent(
        found -> {
          assertThat(found.share().value()).isCloseTo(naive(cases, age + 1, limit), within(1e-9));
          assertThat(found.share().atLeast()).isBetween(0.0, found.share().value());
          assertThat(found.share().atMost()).isBetween(found.share().value(), 1.0);
        });
  }

  @Property(tries = 300)
  void the_longer_it_is_open_the_likelier_it_is_missed(
      @ForAll("cases") List<Seen> cases, @ForAll @LongRange(min = 1, max = 40) long limit) {
    var curve = curve(cases);
    var before = 0.0;
    for (var age = 0L; age < limit; age++) {
      var open = curve.openAt(limit, age);
      if (open.isPresent()) {
        assertThat(open.get().share().value()).isGreaterThanOrEqualTo(before - 1e-12);
        before = open.get().share().value();
      }
    }
  }

  @Property(tries = 200)
  void paused_the_whole_time_it_grows_no_older_and_no_likelier(
      @ForAll("cases") List<Seen> cases, @ForAll @LongRange(max = 4_000_000) long later) {
    var paused = new CountedTime(START, Duration.ZERO, START);
    var now = START.plusSeconds(later);
    var resumed = new CountedTime(START, Duration.ofSeconds(later), null);

    assertThat(paused.ageAt(now)).isZero();
    assertThat(resumed.ageAt(now)).isZero();
    assertThat(curve(cases).openAt(20, paused.ageAt(now))).isEqualTo(curve(cases).openAt(20, 0));
  }

  @Provide
  Arbitrary<List<Seen>> cases() {
    return Combinators.combine(Arbitraries.longs().between(0, 35), Arbitraries.of(true, false))
        .as(Seen::new)
        .list()
        .ofMaxSize(60);
  }

  private static SurvivalCurve curve(List<Seen> cases) {
    return SurvivalCurve.of(cases.stream().map(Seen::observed).toList());
  }

  /** At each age by itself: of those seen so long, the share that is not done then. */
  private static double naive(List<Seen> cases, long from, long until) {
    var product = 1.0;
    for (var age = from; age < until; age++) {
      var at = age;
      var atRisk = cases.stream().filter(one -> one.age() >= at).count();
      var done = cases.stream().filter(one -> one.age() == at && one.done()).count();
      if (atRisk > 0) {
        product *= (double) (atRisk - done) / atRisk;
      }
    }
    return product;
  }
}
