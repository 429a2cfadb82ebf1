package io.caseclock.notify.jdbc;

import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** Time zones as columns hold them. */
public final class Zones {

  public static @Nullable String text(@Nullable ZoneId zone) {
    return zone == null ? null : zone.getId();
  }

  public static @Nullable ZoneId ofText(@Nullable String text) {
    return text == null ? null : ZoneId.of(text);
  }

  private Zones() {}
}
