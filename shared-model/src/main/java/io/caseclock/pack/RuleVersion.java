package io.caseclock.pack;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A rule as it stands between two dates. The day of the starting event selects it.
 *
 * @param from first day in force
 * @param to last day in force, inclusive; null while it is in force
 * @param term what a period may be that is decided in the case; null for anything
 * @param startDayCounts true where the starting day is day one, false where it is day zero
 * @param monthEnd where months end that begin on the last day of one
 * @param warnings how long before the due instant to warn, the longest first
 */
public record RuleVersion(
    String id,
    LocalDate from,
    @Nullable LocalDate to,
    Term period,
    @Nullable TermBounds term,
    boolean startDayCounts,
    MonthEnd monthEnd,
    Roll roll,
    List<Tolling> tolling,
    List<Extension> extensions,
    List<Restart> restarts,
    List<Lead> warnings,
    @Nullable Alternative alternative,
    List<LegalBasis> basis) {

  public RuleVersion {
    tolling = List.copyOf(tolling);
    extensions = List.copyOf(extensions);
    restarts = List.copyOf(restarts);
    warnings = List.copyOf(warnings);
    basis = List.copyOf(basis);
  }

  /** Whether it is in force on that day of the pack's zone. */
  public boolean isInForceOn(LocalDate day) {
    return !day.isBefore(from) && (to == null || !day.isAfter(to));
  }

  /** Whether it asks which days are worked: to roll, to count, to prolong or to warn. */
  public boolean needsCalendar() {
    return roll != Roll.NONE
        || (alternative != null && alternative.needsCalendar())
        || period.countsWorkingDays()
        || extensions.stream().anyMatch(extension -> extension.adds().countsWorkingDays())
        || warnings.stream().anyMatch(Lead::isInWorkingTime);
  }

  /** The same version with another way to treat a last day that is no working day. */
  public RuleVersion withRoll(Roll other) {
    return with(period, other);
  }

  /** The same version with another period. */
  public RuleVersion withPeriod(Term other) {
    return with(other, roll);
  }

  private RuleVersion with(Term itsPeriod, Roll itsRoll) {
    return new RuleVersion(
        id,
        from,
        to,
        itsPeriod,
        term,
        startDayCounts,
        monthEnd,
        itsRoll,
        tolling,
        extensions,
        restarts,
        warnings,
        alternative,
        basis);
  }
}
