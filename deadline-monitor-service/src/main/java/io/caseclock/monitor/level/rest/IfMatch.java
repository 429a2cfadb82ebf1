package io.caseclock.monitor.level.rest;

import io.caseclock.attribute.Moment;
import io.caseclock.monitor.level.SeenLevel;
import io.caseclock.problem.Pointer;
import io.caseclock.problem.Problem.Violation;
import io.caseclock.problem.ProblemException;
import io.caseclock.problem.RequestFaults;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads from {@code If-Match} which setting of a level the caller has seen. */
final class IfMatch {

  private static final Pattern SETTING = Pattern.compile("\"(none|[0-9TZ:.+-]{1,40})\"");

  private IfMatch() {}

  /** Null where the caller does not say, or takes any. */
  static @Nullable SeenLevel seen(@Nullable String header) {
    if (header == null || header.strip().equals("*")) {
      return null;
    }
    var setting = SETTING.matcher(header.strip());
    if (!setting.matches()) {
      throw unreadable();
    }
    return setting.group(1).equals("none")
        ? new SeenLevel(null)
        : new SeenLevel(Moment.read(setting.group(1)).orElseThrow(reason -> unreadable()));
  }

  private static ProblemException unreadable() {
    return RequestFaults.refused(
        List.of(
            new Violation(
                Pointer.to(HttpHeaders.IF_MATCH),
                "is the 'at' of the level that you saw, such as \"2026-03-12T00:00:00Z\", or"
                    + " \"none\"")));
  }
}
