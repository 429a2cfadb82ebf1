package io.caseclock.local.secondengine;

import io.caseclock.contract.CaseEvent;
import io.caseclock.pack.CalendarYear;
import io.caseclock.pack.Pack;
import io.caseclock.pack.RuleVersion;
import java.time.Instant;
import java.util.List;
import java.util.TreeMap;

/** A pack with one rule, what happened in one case, and a moment at which somebody asks. */
record RandomCase(Pack pack, List<CaseEvent> events, Instant now) {

  /** The rule in short, each event on a line, and the days of the notices: to count by hand. */
  @Override
  public String toString() {
    var rule = pack.rules().getFirst();
    var text = new StringBuilder();
    line(text, "%s %s %s", rule.direction(), rule.bound(), rule.breach());
    line(text, "starts %s, stops %s, cancels %s", rule.starts(), rule.stops(), rule.cancels());
    line(text, "%s, when %s", rule.transition(), rule.when());
    rule.versions().forEach(version -> version(text, version));
    for (var event : events) {
      var at = event.occurredAt().atZone(pack.zone());
      line(
          text,
          "%s %s %s %s %s",
          event.eventId().id(),
          at,
          event.type(),
          event.subject(),
          event.data());
    }
    line(text, "asked at %s", now.atZone(pack.zone()));
    pack.calendar().forEach(year -> year(text, year));
    return text.toString();
  }

  private static void version(StringBuilder text, RuleVersion version) {
    line(text, "version %s from %s", version.id(), version.from());
    line(text, "%s, %s, roll %s", version.period(), version.monthEnd(), version.roll());
    line(text, "start day counts: %s", version.startDayCounts());
    if (version.term() != null) {
      line(text, "%s", version.term());
    }
    if (version.alternative() != null) {
      line(text, "%s", version.alternative());
    }
    version.tolling().forEach(pair -> line(text, "pause %s to %s", pair.from(), pair.to()));
    version.restarts().forEach(restart -> line(text, "restart %s", restart.trigger()));
    version.extensions().forEach(extension -> line(text, "%s", extension));
  }

  private static void year(StringBuilder text, CalendarYear year) {
    line(text, "%d%s", year.year(), year.provisional() ? ", provisional" : "");
    new TreeMap<>(year.days())
        .forEach((day, named) -> line(text, "  %s %s", day, named.isWorkingDay() ? "work" : "off"));
  }

  private static void line(StringBuilder text, String format, Object... values) {
    text.append(format.formatted(values)).append('\n');
  }
}
