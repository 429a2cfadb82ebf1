package io.caseclock.intake.activity;

import io.caseclock.time.WorkingCalendar;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How many events a source usually sends within an hour: by the hour of the day, and by the weekday
 * of a working day or for all days off together, by the working calendar. Of each such hour the
 * fullest one is left out, so that one bulk load says nothing about what is usual.
 */
public final class UsualRate {

  /** What falls silent for longer than this at its usual rate sends too rarely to be judged. */
  static final Duration FARTHEST = Duration.ofDays(30);

  private static final Duration HOUR = Duration.ofHours(1);
  private static final int ENOUGH_TO_LEAVE_ONE_OUT = 3;

  private final Map<Slot, Double> perHour = new HashMap<>();
  private final Map<Integer, Double> onWorkingDays = new HashMap<>();
  private final WorkingCalendar calendar;
  private final ZoneId zone;

  /**
   * Hours that are alike.
   *
   * @param weekday null on a day off
   * @param hour of the day, 0 to 23
   */
  private record Slot(@Nullable DayOfWeek weekday, int hour) {}

  /**
   * @param events by the beginning of the hour; no entry where none came
   * @param from only hours that began then or later count
   * @param until only hours that ended then or before count
   * @param zone in which days and hours are meant
   */
  public UsualRate(
      Map<Instant, Long> events,
      Instant from,
      Instant until,
      WorkingCalendar calendar,
      ZoneId zone) {
    this.calendar = calendar;
    this.zone = zone;
    Map<Slot, List<Long>> seen = new HashMap<>();
    var hour = from.truncatedTo(ChronoUnit.HOURS);
    if (hour.isBefore(from)) {
      hour = hour.plus(HOUR);
    }
    for (; !hour.plus(HOUR).isAfter(until); hour = hour.plus(HOUR)) {
      seen.computeIfAbsent(slot(hour), key -> new ArrayList<>()).add(events.getOrDefault(hour, 0L));
    }
    seen.forEach((slot, counts) -> perHour.put(slot, usual(counts)));
    learnWorkingDays();
  }

  /**
   * For working days of a weekday that none was seen of, such as a Saturday that makes up for one.
   */
  private void learnWorkingDays() {
    for (var hour = 0; hour < 24; hour++) {
      var ofDay = hour;
      perHour.entrySet().stream()
          .filter(each -> each.getKey().hour() == ofDay && each.getKey().weekday() != null)
          .mapToDouble(Map.Entry::getValue)
          .average()
          .ifPresent(mean -> onWorkingDays.put(ofDay, mean));
    }
  }

  /**
   * When a number of events would usually have come.
   *
   * @return empty where that takes longer than a month
   */
  public Optional<Instant> expects(double events, Instant since) {
    var missing = events;
    var farthest = since.plus(FARTHEST);
    for (var at = since; at.isBefore(farthest); ) {
      var hour = at.truncatedTo(ChronoUnit.HOURS);
      var next = hour.plus(HOUR);
      var rate = rate(hour);
      var usual = rate * Duration.between(at, next).toMillis() / HOUR.toMillis();
      if (rate > 0 && usual >= missing) {
        return Optional.of(at.plusMillis(Math.round(missing / rate * HOUR.toMillis())));
      }
      missing -= usual;
      at = next;
    }
    return Optional.empty();
  }

  /** A day off that none was seen like expects nothing. */
  private double rate(Instant hour) {
    var slot = slot(hour);
    var other = slot.weekday() == null ? 0.0 : onWorkingDays.getOrDefault(slot.hour(), 0.0);
    return perHour.getOrDefault(slot, other);
  }

  private Slot slot(Instant hour) {
    var local = hour.atZone(zone);
    var day = local.toLocalDate();
    return new Slot(calendar.isWorkingDay(day) ? day.getDayOfWeek() : null, local.getHour());
  }

  private static double usual(List<Long> counts) {
    var sum = counts.stream().mapToLong(Long::longValue).sum();
    if (counts.size() < ENOUGH_TO_LEAVE_ONE_OUT) {
      return (double) sum / counts.size();
    }
    var fullest = counts.stream().mapToLong(Long::longValue).max().orElse(0);
    return (double) (sum - fullest) / (counts.size() - 1);
  }
}
