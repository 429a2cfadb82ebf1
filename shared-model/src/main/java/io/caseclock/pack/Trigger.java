package io.caseclock.pack;

/**
 * An event type that a rule listens to.
 *
 * @param scope whose events count
 */
public record Trigger(String event, Scope scope) {

  /** Whose events a rule listens to. */
  public enum Scope {
    /** Events of the deadline's own subject. */
    SUBJECT,
    /** Events of any subject in the case. */
    CASE
  }
}
