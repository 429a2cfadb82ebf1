package io.caseclock.monitor.deadline;

import io.caseclock.contract.Names;
import io.caseclock.pack.Term;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One step of the way to a due instant.
 *
 * @param provision what the step rests on; null where it is plain counting
 * @param before the last day (or instant) before the step, null for the first
 * @param after the last day (or instant) after it
 * @param change what the step did to the period, for those who draw it; null where it did nothing
 */
public record TraceStep(
    Kind kind,
    Names sentence,
    @Nullable String provision,
    @Nullable String before,
    @Nullable String after,
    @Nullable Change change) {

  /** What a step does to a period, in figures. */
  public sealed interface Change {

    /**
     * The period as the rule has it.
     *
     * @param first the day from which it is counted: day one or day zero
     */
    record Counts(Term term, LocalDate first, boolean startDayCounts) implements Change {}

    /** Time that was approved on top. */
    record Adds(Term term) implements Change {}

    /** The days after {@code after}, up to and including {@code until}, do not count. */
    record LeavesOut(Names what, LocalDate after, LocalDate until) implements Change {}

    /** The last day was no working day and was carried to one. */
    record Carries(LocalDate from, LocalDate to) implements Change {}
  }

  /** What a step does. */
  public enum Kind {
    START,
    RESTART,
    PERIOD,
    TOLLING,
    TOLLING_IGNORED,
    EXTENSION,
    EXTENSION_REFUSED,
    ROLL,
    NO_ROLL,
    PROVISIONAL,
    END,
    ALTERNATIVE
  }
}
