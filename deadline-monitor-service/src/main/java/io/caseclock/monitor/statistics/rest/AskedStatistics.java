package io.caseclock.monitor.statistics.rest;

import io.caseclock.monitor.rest.AskedUnit;
import io.caseclock.monitor.rest.Parameters;
import io.caseclock.monitor.statistics.Grouping;
import io.caseclock.monitor.statistics.Knowledge;
import io.caseclock.monitor.statistics.Question;
import io.caseclock.monitor.statistics.Span;
import io.caseclock.monitor.statistics.Today;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The parameters of a count. */
public class AskedStatistics {

  /** How many days may be asked for at once: a leap year. */
  static final int MOST_DAYS = 366;

  /** A unit of the caller's; their own where none is named. */
  @QueryParam("unit")
  @Nullable String unit;

  /** The first day, inclusive; the first of this month where none is named. */
  @QueryParam("from")
  @Nullable String from;

  /** The last day, inclusive; today where none is named. */
  @QueryParam("to")
  @Nullable String to;

  /** unit, rule, list, element, officer, day, week or month. */
  @QueryParam("by")
  @DefaultValue("unit")
  String by = "unit";

  /** now, or then: as known at the end of the span; by day, week and month at the end of each. */
  @QueryParam("view")
  @DefaultValue("now")
  String view = "now";

  Question question(AskedUnit units, Today today) {
    return new Question(
        units.of(unit), span(from, to, today.latest()), List.of(grouping()), knowledge(), Set.of());
  }

  private Grouping grouping() {
    Parameters.oneOf("by", by, Arrays.stream(Grouping.values()).map(Grouping::wire).toList());
    return Grouping.ofWire(by);
  }

  private Knowledge knowledge() {
    Parameters.oneOf("view", view, Arrays.stream(Knowledge.values()).map(Knowledge::wire).toList());
    return Knowledge.ofWire(view);
  }

  /**
   * The month of the last day up to it where none is named; refuses what is no span or a longer
   * one.
   */
  static Span span(@Nullable String from, @Nullable String to, LocalDate lastDay) {
    var last = Objects.requireNonNullElse(Parameters.optionalDay("to", to), lastDay);
    var first =
        Objects.requireNonNullElse(Parameters.optionalDay("from", from), last.withDayOfMonth(1));
    if (last.isBefore(first)) {
      throw Parameters.refused("to", "a day that is not before 'from'");
    }
    var span = new Span(first, last);
    if (span.days() > MOST_DAYS) {
      throw Parameters.refused("to", "a day at most " + MOST_DAYS + " days after 'from'");
    }
    return span;
  }
}
