package io.caseclock.contract;

import org.jspecify.annotations.Nullable;

/**
 * On whose behalf an event was posted, as the intake knew it when it accepted the event. It is part
 * of the event, so that everybody who reads it judges alike, whatever the directory says by then.
 *
 * @param by the poster's unit; {@link #WHOLE_TREE} for an administrator who is bound to none
 * @param kind the kind of that unit, such as {@code station} or {@code procuratorate}; null where
 *     the directory did not know it
 * @param administrator whether the poster runs the installation
 * @param unitPath ids from the root down to the unit that the event names, {@code /9900/9901/};
 *     null where the directory did not know it
 */
public record Posting(
    String by, @Nullable String kind, boolean administrator, @Nullable String unitPath) {

  /** In place of a unit: whoever stands above all. */
  public static final String WHOLE_TREE = "*";

  public Posting {
    if (by.isBlank()) {
      throw new IllegalArgumentException("an event is posted by somebody");
    }
  }

  /** Whether the poster's unit is the one at the end of the path, or stands above it. */
  public boolean standsAbove(String path) {
    return by.equals(WHOLE_TREE) || path.equals(by) || path.contains("/" + by + "/");
  }
}
