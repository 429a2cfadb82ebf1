package io.caseclock.notify.bulletin;

import io.caseclock.contract.PeriodNumbers;
import io.caseclock.contract.PeriodNumbers.Rate;
import io.caseclock.contract.Words;
import io.caseclock.notify.bulletin.BulletinContent.OwnNumbers;
import io.caseclock.notify.indicator.OwnIndicators;
import io.caseclock.notify.indicator.Period;
import io.caseclock.notify.indicator.Stretches;
import java.util.List;

/** Counts what this service knows of the period of a bulletin and of the one before. */
public final class CountOwnNumbers {

  /** Counts notices. */
  @FunctionalInterface
  public interface IssuedNotices {
    /** How many were issued in each stretch. */
    List<Long> count(String unit, Stretches stretches);
  }

  private final OwnIndicators indicators;
  private final IssuedNotices issued;

  public CountOwnNumbers(OwnIndicators indicators, IssuedNotices issued) {
    this.indicators = indicators;
    this.issued = issued;
  }

  /** As known now. */
  public OwnNumbers of(PeriodNumbers numbers) {
    var periods = new Period(numbers.kind(), numbers.from()).upToHere(2);
    var notices = issued.count(numbers.unit(), Period.stretches(periods, numbers.zone()));
    return new OwnNumbers(
        notices.getLast(),
        notices.getFirst(),
        indicators.rates(numbers.unit(), periods, numbers.zone()).stream()
            .map(CountOwnNumbers::rate)
            .toList());
  }

  private static Rate rate(OwnIndicators.Rate rate) {
    var before = rate.counts().getFirst();
    var now = rate.last();
    var indicator = rate.indicator();
    var target = indicator.target();
    return new Rate(
        indicator.id(),
        indicator.names(),
        now.met(),
        now.of(),
        before.met(),
        before.of(),
        target == null ? null : target.toString(),
        indicator.colour(now.met(), now.of()).map(Words::of).orElse(null));
  }
}
