package io.caseclock.notify.escalation;

import io.caseclock.notify.message.Superseded;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Where an escalation stands. */
public sealed interface EscalationState {

  /** It tells step after step. */
  record Climbing() implements EscalationState {}

  /**
   * Somebody has taken it on.
   *
   * @param plan names the plan's own deadline: subject {@code plan/ID}
   * @param planOn the last day on which the plan is kept
   * @param text what is planned
   * @param actingFor the officer who was away and for whom it was taken on; null for nobody else
   */
  record Acknowledged(
      String plan,
      String by,
      String role,
      Instant at,
      LocalDate planOn,
      String text,
      @Nullable String actingFor)
      implements EscalationState {

    /** Taken on for nobody else. */
    public Acknowledged(
        String plan, String by, String role, Instant at, LocalDate planOn, String text) {
      this(plan, by, role, at, planOn, text, null);
    }

    /** Leaves out the text. */
    @Override
    public String toString() {
      return "Acknowledged[" + plan + " " + planOn + "]";
    }
  }

  /** Its deadline is no longer in breach, or never was. */
  record Ended(Superseded why, Instant at) implements EscalationState {}

  /** The lower-case name. */
  default String wire() {
    return switch (this) {
      case Climbing state -> "climbing";
      case Acknowledged state -> "acknowledged";
      case Ended state -> "ended";
    };
  }
}
