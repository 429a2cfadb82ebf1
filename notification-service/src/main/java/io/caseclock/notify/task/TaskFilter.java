package io.caseclock.notify.task;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Which tasks somebody looks for, whatever their state; every part that says something has to hold.
 *
 * @param kinds ids of kinds; empty for all
 * @param unit of the deadline, or a unit above it
 * @param officer who is responsible for the case
 * @param dueFrom exclusive: what is due at 24:00 of a day is due on that day
 * @param dueUntil inclusive, for the same reason
 * @param text a part of the number of its case or of the id of what it is about
 */
public record TaskFilter(
    List<String> kinds,
    Optional<String> unit,
    Optional<String> officer,
    Optional<Instant> dueFrom,
    Optional<Instant> dueUntil,
    Optional<String> text) {

  /** Every task. */
  public static final TaskFilter ALL =
      new TaskFilter(
          List.of(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty());

  public TaskFilter {
    kinds = List.copyOf(kinds);
  }
}
