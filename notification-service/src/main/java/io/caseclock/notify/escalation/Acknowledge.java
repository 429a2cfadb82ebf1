package io.caseclock.notify.escalation;

import io.caseclock.access.Caller;
import io.caseclock.access.Role;
import io.caseclock.attribute.WrittenText;
import io.caseclock.notify.escalation.EscalationState.Acknowledged;
import io.caseclock.notify.escalation.EscalationState.Climbing;
import io.caseclock.notify.escalation.Escalations.Line;
import io.caseclock.notify.message.StandIns;
import io.caseclock.problem.ProblemType;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody takes a breach on, and says by when it will be mended; until then the escalation rests.
 */
public final class Acknowledge {

  static final int LONGEST_TEXT = 2_000;

  /** What is planned. */
  public static final WrittenText TEXT = WrittenText.lines(LONGEST_TEXT);

  /** Not even a supervisor plans farther ahead. */
  static final int LONGEST_DAYS = 366;

  private final Escalations escalations;
  private final Plans plans;
  private final ZoneId zone;
  private final StandIns standIns;

  /**
   * @param zone in which a plan date is a day, where the breach has no zone of its own
   */
  public Acknowledge(Escalations escalations, Plans plans, ZoneId zone, StandIns standIns) {
    this.standIns = standIns;
    this.escalations = escalations;
    this.plans = plans;
    this.zone = zone;
  }

  /** What came of it. */
  public sealed interface Outcome {}

  /** It rests; this is the escalation now. */
  public record Done(Escalation escalation) implements Outcome {}

  /**
   * Nothing was done.
   *
   * @param present how the escalation stands; null where the caller may not know of it
   */
  public record Refused(Why why, @Nullable Escalation present) implements Outcome {}

  /** Why not. */
  public enum Why {
    UNKNOWN(ProblemType.NOT_FOUND),
    /** Only the responsible officer, a legal officer or a supervisor takes it on. */
    NOT_ALLOWED(ProblemType.NOT_ALLOWED),
    /** Somebody has taken it on already, or it is over. */
    STATE_FORBIDS(ProblemType.STATE_FORBIDS),
    /** The plan date lies in the past. */
    PLAN_IN_THE_PAST(ProblemType.RULE_REFUSES),
    /** The plan date lies farther ahead than the policy allows without a supervisor. */
    PLAN_TOO_FAR(ProblemType.RULE_REFUSES),
    /** It needs a text of 1 to 2,000 characters that says what is planned. */
    TEXT_MISSING(ProblemType.MALFORMED_REQUEST);

    private final ProblemType type;

    Why(ProblemType type) {
      this.type = type;
    }

    /** What kind of problem that is for whoever asked. */
    public ProblemType type() {
      return type;
    }
  }

  /**
   * Takes it on.
   *
   * @param planOn the last day on which the plan is kept
   */
  public Outcome acknowledge(String id, Caller caller, LocalDate planOn, String text, Instant now) {
    var visible = caller.visibleUnit().flatMap(unit -> escalations.find(id, unit)).isPresent();
    var found = visible ? escalations.locked(id) : Optional.<Escalation>empty();
    if (found.isEmpty()) {
      return new Refused(Why.UNKNOWN, null);
    }
    var escalation = found.get();
    var refusal = refusal(escalation, caller, planOn, text, now);
    if (refusal.isPresent()) {
      return new Refused(refusal.get(), escalation);
    }
    return rest(escalation, planner(escalation, caller, now), planOn, text, now)
        .<Outcome>map(Done::new)
        .orElseGet(() -> new Refused(Why.STATE_FORBIDS, escalation));
  }

  /** The same of the open escalation of a deadline; refused as unknown where it has none. */
  public Outcome acknowledgeOf(
      String deadlineId, Caller caller, LocalDate planOn, String text, Instant now) {
    return escalations
        .openOf(deadlineId)
        .map(found -> acknowledge(found.id(), caller, planOn, text, now))
        .orElseGet(() -> new Refused(Why.UNKNOWN, null));
  }

  /** Who stands in for the responsible officer does so only where no own role suffices. */
  private Planner planner(Escalation escalation, Caller caller, Instant now) {
    var by = caller.asOfficer().orElseThrow();
    return new Planner(
        by,
        role(caller).wire(),
        standIns.standsIn(by, escalation.officer(), now) && role(caller) == Role.OFFICER
            ? escalation.officer()
            : null);
  }

  /** Whether this caller could take it on now, with a plan that fits. */
  public boolean mayAcknowledge(Escalation escalation, Caller caller, Instant now) {
    return isConcerned(escalation, caller, now) && escalation.state() instanceof Climbing;
  }

  /**
   * The rectification notice of a breach was given a plan date: that takes the breach on, too. The
   * rules of the notice have judged who may and until when; an escalation that rests or is over
   * stays.
   */
  public void withNotice(
      String deadlineId, Planner by, LocalDate planOn, String text, Instant now) {
    escalations
        .openOf(deadlineId)
        .filter(found -> found.state() instanceof Climbing)
        .ifPresent(found -> rest(found, by, planOn, text, now));
  }

  /** Empty where another was faster. */
  private Optional<Escalation> rest(
      Escalation escalation, Planner who, LocalDate planOn, String text, Instant now) {
    var by = who.by();
    var role = who.role();
    var absent = who.actingFor();
    var state = new Acknowledged(plan(escalation), by, role, now, planOn, text, absent);
    var after = escalation.acknowledged(state);
    if (!escalations.change(
        after, new Line("acknowledged", now, List.of(), by, role, text, absent))) {
      return Optional.empty();
    }
    plans.made(after, state);
    return Optional.of(after);
  }

  private Optional<Why> refusal(
      Escalation escalation, Caller caller, LocalDate planOn, String text, Instant now) {
    var today = today(escalation, now);
    var farthest = today.plusDays(escalation.route().longestPlan().toDays());
    if (!isConcerned(escalation, caller, now)) {
      return Optional.of(Why.NOT_ALLOWED);
    }
    if (!(escalation.state() instanceof Climbing)) {
      return Optional.of(Why.STATE_FORBIDS);
    }
    if (planOn.isBefore(today)) {
      return Optional.of(Why.PLAN_IN_THE_PAST);
    }
    if (planOn.isAfter(farthest) && !caller.is(Role.SUPERVISOR)
        || planOn.isAfter(today.plusDays(LONGEST_DAYS))) {
      return Optional.of(Why.PLAN_TOO_FAR);
    }
    return TEXT.takes(text) ? Optional.empty() : Optional.of(Why.TEXT_MISSING);
  }

  /** The day that it is now in the zone of the breach. */
  public LocalDate today(Escalation escalation, Instant now) {
    var own = escalation.zone();
    return now.atZone(own == null ? zone : own).toLocalDate();
  }

  private boolean isConcerned(Escalation escalation, Caller caller, Instant now) {
    var officer = caller.asOfficer();
    return officer.isPresent()
        && (officer.get().equals(escalation.officer())
            || standIns.standsIn(officer.get(), escalation.officer(), now)
            || caller.is(Role.LEGAL_OFFICER)
            || caller.is(Role.SUPERVISOR));
  }

  private static Role role(Caller caller) {
    if (caller.is(Role.SUPERVISOR)) {
      return Role.SUPERVISOR;
    }
    return caller.is(Role.LEGAL_OFFICER) ? Role.LEGAL_OFFICER : Role.OFFICER;
  }

  /** Another plan of the same escalation is another plan. */
  private static String plan(Escalation escalation) {
    var name = escalation.id() + "#" + escalation.version();
    return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString();
  }
}
