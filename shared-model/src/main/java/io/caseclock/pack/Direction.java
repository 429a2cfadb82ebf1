package io.caseclock.pack;

/** Which way a period runs from its starting event. */
public enum Direction {
  /** Act before the period has run. */
  FORWARD,
  /** Act at least so long before the reference day. */
  BACKWARD,
  /** Keep, do not act before the period has run. */
  RETENTION
}
