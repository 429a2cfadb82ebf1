package io.caseclock.pack;

/**
 * Another rule's deadline of the same subject, by which a period starts.
 *
 * @param deadline the id of the other rule, in the same pack
 */
public record DeadlineTrigger(String deadline, Moment at) {

  /** What of the other deadline starts the period. */
  public enum Moment {
    /**
     * Its due instant passes unmet, whether that is a breach or a lapse: its last day is day zero.
     */
    BREACH,
    /** It is met, in time or late: the act that meets it starts the period. */
    MET
  }
}
