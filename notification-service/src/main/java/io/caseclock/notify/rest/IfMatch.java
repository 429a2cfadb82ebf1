package io.caseclock.notify.rest;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the version that a caller has seen from {@code If-Match}. */
public final class IfMatch {

  /** A proxy that packs an answer makes its tag a weak one, and the caller sends that back. */
  private static final Pattern VERSION = Pattern.compile("(?:W/)?\"(\\d{1,9})\"");

  /** Null where the caller does not say, or takes any. */
  public static @Nullable Integer expected(@Nullable String version) {
    if (version == null || version.strip().equals("*")) {
      return null;
    }
    var matcher = VERSION.matcher(version.strip());
    if (!matcher.matches()) {
      throw Parameters.refused("If-Match", "is the version last read in quotes, such as \"3\"");
    }
    return Integer.valueOf(matcher.group(1));
  }

  private IfMatch() {}
}
