package io.caseclock.monitor.revision.rest;

import io.caseclock.contract.Names;
import io.caseclock.contract.Words;
import io.caseclock.monitor.revision.Impact;
import io.caseclock.monitor.revision.Impact.Effect;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a candidate would change, for the wire.
 *
 * @param counts how many of each effect: moved, becomes-breached, no-longer-breached, opens, ends
 * @param differences the first of them, by case
 * @param unverified the first cases that could not be compared
 */
public record ImpactView(
    int cases,
    int open,
    Map<String, Integer> counts,
    List<Difference> differences,
    List<String> unverified) {

  /** One deadline that would change. */
  public record Difference(
      String deadlineId,
      String caseId,
      String subject,
      String rule,
      String unit,
      String effect,
      Names names,
      String zone,
      Standing before,
      Standing after) {

    /** As a row of a table. */
    @Nullable Object[] cells() {
      return new @Nullable Object[] {
        deadlineId,
        caseId,
        subject,
        rule,
        unit,
        effect,
        before.status(),
        before.dueAt(),
        after.status(),
        after.dueAt()
      };
    }
  }

  /** How it stands; all null where that law knows no such deadline. */
  public record Standing(
      @Nullable String status, @Nullable Instant dueAt, @Nullable LocalDate dueOn) {

    static Standing of(Impact.Standing standing) {
      var status = standing.status();
      return new Standing(
          status == null ? null : status.wire(), standing.dueAt(), standing.dueOn());
    }
  }

  static ImpactView of(Impact.Report report) {
    Map<String, Integer> counts = new TreeMap<>();
    report.counts().forEach((effect, count) -> counts.put(wire(effect), count));
    return new ImpactView(
        report.cases(),
        report.open(),
        counts,
        report.differences().stream().map(ImpactView::difference).toList(),
        report.unverified());
  }

  private static Difference difference(Impact.Difference one) {
    return new Difference(
        one.deadlineId().toString(),
        one.caseId(),
        one.subject(),
        one.rule(),
        one.unit(),
        wire(one.effect()),
        one.names(),
        one.zone().getId(),
        Standing.of(one.before()),
        Standing.of(one.after()));
  }

  private static String wire(Effect effect) {
    return Words.of(effect);
  }
}
