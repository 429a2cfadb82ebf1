package io.caseclock.notify.notice.rest;

import io.caseclock.problem.ProblemException;
import io.caseclock.problem.ProblemType;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the version that a caller has seen from {@code If-Match}. */
final class IfMatch {

  private static final Pattern VERSION = Pattern.compile("(?:W/)?\"?(\\d{1,9})\"?");

  /** Null where the caller does not say, or takes any. */
  static @Nullable Integer expected(@Nullable String version) {
    if (version == null || version.equals("*")) {
      return null;
    }
    var matcher = VERSION.matcher(version.strip());
    if (!matcher.matches()) {
      throw new ProblemException(
          ProblemType.MALFORMED_REQUEST, "If-Match holds the version, such as \"3\".");
    }
    return Integer.valueOf(matcher.group(1));
  }

  private IfMatch() {}
}
