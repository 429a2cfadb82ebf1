package io.caseclock.monitor.rest;

import io.caseclock.contract.EventId;
import io.caseclock.contract.Names;
import io.caseclock.contract.Words;
import io.caseclock.monitor.deadline.Deadline;
import io.caseclock.monitor.deadline.RefusedExtension;
import io.caseclock.monitor.deadline.TraceStep;
import io.caseclock.monitor.period.Due;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A computed deadline for the wire.
 *
 * @param dueAt first instant after the last lawful day, or the exact instant for hour periods; null
 *     while paused, and once cancelled unless it was late by then
 * @param dueOn last lawful day
 * @param late whether it was late, or cut short, mended or not; also where it was cancelled later
 */
public record ComputedDeadline(
    String id,
    String rule,
    String ruleVersion,
    Names names,
    String subject,
    String caseId,
    boolean statutory,
    Instant startedAt,
    @Nullable Instant dueAt,
    @Nullable LocalDate dueOn,
    String status,
    boolean late,
    boolean provisional,
    @Nullable Instant endedAt,
    @Nullable Reading alternative,
    List<Refused> refusedExtensions,
    List<Step> trace) {

  /** The due instant by the other reading of the law. */
  public record Reading(Instant dueAt, LocalDate dueOn) {}

  /** An approval without effect. */
  public record Refused(EventId event, String reason) {}

  /** One step of the trace. */
  public record Step(
      String kind,
      String zh,
      String en,
      @Nullable String provision,
      @Nullable String before,
      @Nullable String after) {

    public static Step of(TraceStep step) {
      return new Step(
          wire(step.kind()),
          step.sentence().zh(),
          step.sentence().en(),
          step.provision(),
          step.before(),
          step.after());
    }
  }

  public static ComputedDeadline of(Deadline deadline) {
    var due = deadline.state().whenDue();
    var alternative = deadline.alternative();
    return new ComputedDeadline(
        deadline.key().id().toString(),
        deadline.rule().id(),
        deadline.version().id(),
        deadline.rule().names(),
        deadline.key().subject().toString(),
        deadline.key().caseId(),
        deadline.rule().statutory(),
        deadline.startedAt(),
        due.map(Due::at).orElse(null),
        due.map(Due::on).orElse(null),
        deadline.state().status().wire(),
        deadline.state().isLate(),
        due.map(Due::provisional).orElse(false),
        deadline.state().endedAt().orElse(null),
        alternative == null ? null : new Reading(alternative.at(), alternative.on()),
        deadline.refused().stream().map(ComputedDeadline::refused).toList(),
        deadline.trace().stream().map(Step::of).toList());
  }

  private static Refused refused(RefusedExtension refused) {
    return new Refused(refused.event(), wire(refused.reason()));
  }

  private static String wire(Enum<?> value) {
    return Words.of(value);
  }
}
