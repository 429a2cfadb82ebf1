package io.caseclock.monitor.statistics;

import io.caseclock.monitor.law.Law;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;

/**
 * Which day it is; where packs of several zones are in force it may be two.
 *
 * @param earliest the earliest day that it is in the zone of any pack
 * @param latest the latest
 */
public record Today(Instant now, LocalDate earliest, LocalDate latest) {

  public static Today of(Law law, Instant now) {
    var days =
        law.packs().stream().map(pack -> LocalDate.ofInstant(now, pack.pack().zone())).toList();
    return new Today(
        now,
        days.stream().min(Comparator.naturalOrder()).orElseThrow(),
        days.stream().max(Comparator.naturalOrder()).orElseThrow());
  }

  /** Whether a span is over everywhere. */
  public boolean isAfter(Span span) {
    return earliest.isAfter(span.to());
  }
}
