package io.caseclock.bench.scale;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A site: what comes in a year, and on the first working day after a long holiday. */
record Site(String name, Inputs inputs) {

  static final int DAY = 24 * 60 * 60;
  static final int OFFICE_OPENS = 8 * 60 * 60 + 30 * 60;
  static final int OFFICE_CLOSES = 17 * 60 * 60 + 30 * 60;
  private static final int HOUR = 60 * 60;
  private static final int CAUGHT_UP = OFFICE_OPENS + 2 * HOUR;
  private static final double OFFICE_HOURS = (double) (OFFICE_CLOSES - OFFICE_OPENS) / HOUR;
  private static final double KILOBYTES_A_GIGABYTE = 1_000_000;
  private static final double DAYS_A_YEAR = 365;

  Site {
    if (!Inputs.SITES.contains(name)) {
      throw new IllegalArgumentException(name + " is none of " + Inputs.SITES);
    }
  }

  double eventsAYear() {
    return of("incidents") * of("events-an-incident") + of("cases") * of("events-a-case");
  }

  double deadlinesAYear() {
    return of("incidents") * of("deadlines-an-incident") + of("cases") * of("deadlines-a-case");
  }

  double gigabytesAYear() {
    return eventsAYear() * of("kilobytes-an-event") / KILOBYTES_A_GIGABYTE;
  }

  /** The rest of a day's events comes evenly over its other hours. */
  List<Flow> events() {
    var aDay = eventsAYear() / of("working-days");
    var atWork = aDay * of("in-office-hours");
    var firstHour = atWork / OFFICE_HOURS * of("peak-factor");
    var caughtUp = eventsAYear() / DAYS_A_YEAR * of("days-off") * of("entered-afterwards");
    List<Flow> flows = new ArrayList<>();
    flows.add(new Flow(Kind.EVENT, 0, DAY, aDay - atWork));
    flows.add(new Flow(Kind.EVENT, OFFICE_OPENS, OFFICE_OPENS + HOUR, firstHour));
    flows.add(new Flow(Kind.EVENT, OFFICE_OPENS + HOUR, OFFICE_CLOSES, atWork - firstHour));
    flows.add(new Flow(Kind.EVENT, OFFICE_OPENS, CAUGHT_UP, caughtUp));
    return flows;
  }

  /**
   * Of deadlines in hours people are told all day long; those in days are warned of, and end, at
   * midnight. What was put off over the holiday is warned of when the office opens, and late at the
   * end of the day.
   */
  List<Flow> alarms() {
    var aDay = deadlinesAYear() / DAYS_A_YEAR;
    var inHours = aDay * of("in-hours");
    var inDays = aDay - inHours;
    var putOff = inDays * of("days-off");
    var warned = of("still-open-when-warned");
    var missed = of("missed");
    List<Flow> flows = new ArrayList<>();
    flows.add(new Flow(Kind.WARNING, 0, DAY, inHours * warned));
    flows.add(new Flow(Kind.BREACH, 0, DAY, inHours * missed));
    flows.add(new Flow(Kind.WARNING, 0, 1, inDays * warned));
    flows.add(new Flow(Kind.WARNING, OFFICE_OPENS, OFFICE_OPENS + 1, putOff * warned));
    flows.add(new Flow(Kind.WARNING, DAY, DAY + 1, inDays * warned));
    flows.add(new Flow(Kind.BREACH, DAY, DAY + 1, (putOff + inDays) * missed));
    return flows;
  }

  Line lineOfEvents() {
    return new Line(
        List.of(
            new Line.Stop("intake", Map.of(Kind.EVENT, of("intake"))),
            new Line.Stop("monitor, events", Map.of(Kind.EVENT, of("take-in")))),
        events());
  }

  Line lineOfAlarms() {
    return new Line(
        List.of(
            new Line.Stop(
                "monitor, alarms",
                Map.of(Kind.WARNING, of("sweep-warnings"), Kind.BREACH, of("sweep-breaches"))),
            new Line.Stop(
                "notification",
                Map.of(Kind.WARNING, of("tell-warnings"), Kind.BREACH, of("tell-breaches")))),
        alarms());
  }

  private double of(String input) {
    return inputs.of(input, name);
  }
}
