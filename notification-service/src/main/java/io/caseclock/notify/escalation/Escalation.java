package io.caseclock.notify.escalation;

import io.caseclock.pack.Route;
import io.caseclock.pack.Step;
import io.caseclock.time.WorkingTime;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The escalation of one breach. Its policy is the one that held when the breach opened; a later
 * change of the policy changes nothing here.
 *
 * <pre>
 *              acknowledged, with a plan date
 *   climbing ─────────────────────────────────▶ acknowledged
 *      ▲  │                                         │   │
 *      │  └── tells step after step                 │   │
 *      └────── the plan date passed ────────────────┘   │
 *      │                                                │
 *      └────────▶ ended: met, moved, cancelled ◀────────┘
 * </pre>
 *
 * @param id of the message that told the breach
 * @param setBy the unit whose policy it is; null for the pack's
 * @param zone of the pack whose deadline it is: a plan date is a day of it; null where none was
 *     told
 * @param nextStep the step of the route that comes next, from 1; all were told where it is the size
 * @param repeats how often the last step was said again
 * @param nextAt when to act next; null while it waits for somebody, or is over
 * @param version rises with each change; a step is claimed by it
 */
public record Escalation(
    String id,
    String deadlineId,
    String caseId,
    String unit,
    @Nullable String officer,
    Route route,
    @Nullable String setBy,
    Instant openedAt,
    @Nullable ZoneId zone,
    int nextStep,
    int repeats,
    @Nullable Instant nextAt,
    EscalationState state,
    int version) {

  /** An escalation whose first step is being told. */
  public static Escalation opening(
      String id,
      String deadlineId,
      String caseId,
      String unit,
      @Nullable String officer,
      Route route,
      @Nullable String setBy,
      @Nullable ZoneId zone,
      Instant at,
      WorkingTime time) {
    var first =
        new Escalation(
            id,
            deadlineId,
            caseId,
            unit,
            officer,
            route,
            setBy,
            at,
            zone,
            0,
            0,
            at,
            new EscalationState.Climbing(),
            0);
    return first.told(at, time);
  }

  /**
   * The step that is told next: a new one, or the last one again; empty where the escalation ends.
   */
  public Optional<Step> step() {
    if (nextStep < route.steps().size()) {
      return Optional.of(route.steps().get(nextStep));
    }
    var repeat = route.repeat();
    return repeat != null && repeats < repeat.times()
        ? Optional.of(route.steps().getLast())
        : Optional.empty();
  }

  /** Whether the next telling repeats what was told before. */
  public boolean isRepeating() {
    return nextStep >= route.steps().size();
  }

  /** Whether the next telling comes only while the office works. */
  public boolean countsWorkingTime() {
    var repeat = route.repeat();
    return isRepeating()
        ? repeat != null && repeat.every().isInWorkingTime()
        : route.steps().get(nextStep).after().isInWorkingTime();
  }

  /**
   * After the next step was told. The time to the one after it counts from now, so that an
   * escalation which was held up goes on step by step and never in a burst.
   *
   * @param time when the office works, by the calendar of the breach's pack
   */
  public Escalation told(Instant now, WorkingTime time) {
    var step = isRepeating() ? nextStep : nextStep + 1;
    var again = isRepeating() ? repeats + 1 : repeats;
    return with(step, again, after(step, again, now, time), state);
  }

  private @Nullable Instant after(int step, int again, Instant now, WorkingTime time) {
    if (step < route.steps().size()) {
      return route.steps().get(step).next(route.steps().get(step - 1), openedAt, now, time);
    }
    var repeat = route.repeat();
    return repeat == null || again >= repeat.times()
        ? null
        : repeat.before(again + 1).after(now, time);
  }

  /** What is due waits until the office works. */
  public Escalation waitingUntil(Instant opening) {
    return with(nextStep, repeats, opening, state);
  }

  /** Somebody takes it on. */
  public Escalation acknowledged(EscalationState.Acknowledged acknowledged) {
    return with(nextStep, repeats, null, acknowledged);
  }

  /** The plan came to nothing: the escalation goes on at once from where it stood. */
  public Escalation resumed(Instant now) {
    return with(nextStep, repeats, step().isPresent() ? now : null, new EscalationState.Climbing());
  }

  public Escalation ended(EscalationState.Ended ended) {
    return with(nextStep, repeats, null, ended);
  }

  private Escalation with(int step, int again, @Nullable Instant next, EscalationState newState) {
    return new Escalation(
        id,
        deadlineId,
        caseId,
        unit,
        officer,
        route,
        setBy,
        openedAt,
        zone,
        step,
        again,
        next,
        newState,
        version + 1);
  }
}
