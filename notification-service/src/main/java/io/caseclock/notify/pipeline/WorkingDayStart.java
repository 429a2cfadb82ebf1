package io.caseclock.notify.pipeline;

import io.caseclock.notify.message.Message;
import io.caseclock.time.WorkingTime;
import java.time.Instant;
import java.time.LocalTime;
import java.util.function.Function;

/**
 * When the office opens, by the calendar and in the zone of the pack that a message belongs to.
 *
 * @param at the time of day, on every working day
 */
public record WorkingDayStart(Function<Message, WorkingTime> office, LocalTime at) {

  /** The first opening later than the instant. */
  public Instant after(Instant instant, Message message) {
    var work = office.apply(message);
    var local = instant.atZone(work.zone());
    var first =
        local.toLocalTime().isBefore(at) ? local.toLocalDate() : local.toLocalDate().plusDays(1);
    return work.calendar().firstWorkingDayFrom(first).atTime(at).atZone(work.zone()).toInstant();
  }
}
