package io.caseclock.monitor.statistics;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Reads what was counted. */
public interface DeadlineStatistics {

  /** The groups that hold anything, by their keys; one without keys where no grouping is asked. */
  List<Group> groups(Question question, Today today);

  /**
   * What became known after the end of the span of deadlines that count to it, oldest first.
   *
   * @param after where the page begins; null for the first one
   */
  List<Correction> corrections(Later later, Correction.@Nullable Place after, int limit);

  /** The same, all of it, without holding it in memory. */
  void eachCorrection(Later later, Consumer<Correction> reader);

  /**
   * Which corrections are asked for.
   *
   * @param unit the unit whose subtree is asked for
   * @param since only what became known after that; null for all since the end of the span
   */
  record Later(String unit, Span span, @Nullable Instant since) {}

  /** The days up to today on which anything was late in the subtree, oldest first. */
  List<LocalDate> breachDays(String unit, Today today);

  /**
   * The last day within the span on which anything was late, as it is known now, by unit, each
   * alone; units that were never late in it are absent.
   *
   * @param unit the unit whose subtree is asked for
   */
  Map<String, LocalDate> lastBreaches(String unit, Span span, Today today);

  /** The first day to which anything counts in the subtree; empty where nothing does. */
  Optional<LocalDate> firstDay(String unit);

  /** The first breach of that day in the subtree. */
  Optional<BreachRef> breachOn(String unit, LocalDate day, Today today);

  /** One breach, to be looked up. */
  record BreachRef(String caseId, String deadlineId, String rule, String unit, Instant lateFrom) {}
}
