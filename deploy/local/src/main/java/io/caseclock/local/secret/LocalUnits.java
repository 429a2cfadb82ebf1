package io.caseclock.local.secret;

/** Where the built-in users stand in the sample's fictional directory. */
public final class LocalUnits {

  /** The sub-bureau at the root of the sample's units. */
  public static final String ROOT = "9900";

  /** The legal officer that the built-in user {@code legal} is. */
  public static final String LEGAL_OFFICER = "P990001";

  /** The leader of the sub-bureau, who the built-in user {@code supervisor} is. */
  public static final String SUPERVISOR = "P990002";

  /** The officer that the built-in user {@code officer} is. */
  public static final String OFFICER = "P990101";

  private LocalUnits() {}
}
