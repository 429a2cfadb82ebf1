package io.caseclock.time;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;

/**
 * When an office works on a working day.
 *
 * @param spans at least one, in order and without touching each other; none passes midnight
 */
public record OfficeHours(List<Span> spans) {

  /** Where a pack says nothing: nine to five. */
  public static final OfficeHours USUAL = parse(List.of("09:00-17:00"));

  /** From, inclusive, to, exclusive. */
  public record Span(LocalTime from, LocalTime to) {

    /** Refuses a span that does not end later on the same day. */
    public Span {
      if (!from.isBefore(to)) {
        throw new IllegalArgumentException("office hours end later than they begin: " + from);
      }
    }

    Duration length() {
      return Duration.between(from, to);
    }

    boolean contains(LocalTime time) {
      return !time.isBefore(from) && time.isBefore(to);
    }
  }

  /** Refuses no span, and spans that overlap, touch or are out of order. */
  public OfficeHours {
    spans = List.copyOf(spans);
    if (spans.isEmpty()) {
      throw new IllegalArgumentException("office hours have at least one span like 09:00-17:00");
    }
    for (var i = 1; i < spans.size(); i++) {
      if (!spans.get(i).from().isAfter(spans.get(i - 1).to())) {
        throw new IllegalArgumentException("office hours stand in order and do not touch");
      }
    }
  }

  /** Reads {@code 08:30-12:00}, {@code 14:00-17:30}. */
  public static OfficeHours parse(List<String> texts) {
    return new OfficeHours(texts.stream().map(OfficeHours::span).toList());
  }

  private static Span span(String text) {
    var ends = text.strip().split("-", -1);
    try {
      if (ends.length == 2) {
        return new Span(LocalTime.parse(ends[0].strip()), LocalTime.parse(ends[1].strip()));
      }
    } catch (DateTimeException e) {
      throw new IllegalArgumentException("expected hours like 08:30-12:00, not '" + text + "'", e);
    }
    throw new IllegalArgumentException("expected hours like 08:30-12:00, not '" + text + "'");
  }

  LocalTime opening() {
    return spans.getFirst().from();
  }
}
