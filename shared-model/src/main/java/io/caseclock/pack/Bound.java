package io.caseclock.pack;

/** Whether a period bounds from above or from below. */
public enum Bound {
  /** To be done at the latest at the due instant. */
  MAXIMUM,
  /** Not to be done before the due instant. */
  MINIMUM
}
