package io.caseclock.monitor.casefile;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Events of a day, week, month or year, as one mark on an axis of time.
 *
 * @param from the first day, in the zone of the law
 * @param first when the first of them happened
 * @param last when the last of them happened
 * @param kinds how many of each kind
 * @param types their types in the order in which they happened, each once, {@link #TYPES} at most
 */
public record EventGroup(
    LocalDate from,
    Instant first,
    Instant last,
    int events,
    Map<EventKind, Integer> kinds,
    List<String> types,
    int late,
    int withdrawn,
    int withoutEffect) {

  /** More marks nobody tells apart. */
  public static final int MOST = 400;

  public static final int TYPES = 8;

  /** How long the spans are whose events are one mark. */
  public enum Span {
    DAY(day -> day),
    WEEK(day -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY))),
    MONTH(day -> day.withDayOfMonth(1)),
    YEAR(day -> day.withDayOfYear(1));

    private final UnaryOperator<LocalDate> begin;

    Span(UnaryOperator<LocalDate> begin) {
      this.begin = begin;
    }

    LocalDate begin(LocalDate day) {
      return begin.apply(day);
    }
  }

  /** All events in groups of one span. */
  public record Grouped(Span by, List<EventGroup> groups) {}

  public EventGroup {
    kinds = Map.copyOf(kinds);
    types = List.copyOf(types);
  }

  /**
   * By day where that gives no more than {@link #MOST} groups, else by the shortest longer span.
   *
   * @param events oldest first
   */
  public static Grouped of(List<FiledEvent> events, EventTypes types, ZoneId zone) {
    for (var span : Span.values()) {
      Map<LocalDate, Collected> byDay = new LinkedHashMap<>();
      for (var event : events) {
        var day = event.event().occurredAt().atZone(zone).toLocalDate();
        byDay.computeIfAbsent(span.begin(day), any -> new Collected()).add(event, types);
      }
      if (byDay.size() <= MOST || span == Span.YEAR) {
        List<EventGroup> groups = new ArrayList<>();
        byDay.forEach((from, collected) -> groups.add(collected.group(from)));
        return new Grouped(span, groups);
      }
    }
    throw new AssertionError("years come last");
  }

  private static final class Collected {

    private final Map<EventKind, Integer> kinds = new EnumMap<>(EventKind.class);
    private final Set<String> typesSeen = new LinkedHashSet<>();
    private @Nullable Instant first;
    private Instant last = Instant.EPOCH;
    private int events;
    private int late;
    private int withdrawn;
    private int withoutEffect;

    void add(FiledEvent filed, EventTypes types) {
      var event = filed.event();
      first = first == null ? event.occurredAt() : first;
      last = event.occurredAt();
      events++;
      kinds.merge(types.kind(event.type()), 1, Integer::sum);
      if (typesSeen.size() < TYPES) {
        typesSeen.add(event.type());
      }
      late += filed.isLate() ? 1 : 0;
      withdrawn += filed.isWithdrawn() ? 1 : 0;
      withoutEffect += filed.isWithoutEffect() ? 1 : 0;
    }

    EventGroup group(LocalDate from) {
      return new EventGroup(
          from,
          first == null ? last : first,
          last,
          events,
          kinds,
          List.copyOf(typesSeen),
          late,
          withdrawn,
          withoutEffect);
    }
  }
}
