package io.caseclock.wiring;

import io.quarkus.runtime.LaunchMode;
import java.util.List;
import org.eclipse.microprofile.config.Config;

/** What makes the local stack handy and an installation unsafe. */
final class LocalSettings {

  private static final String BUILT_IN_USERS = "quarkus.oidc.public-key";

  /**
   * Throws where a packaged service has a local setting and does not run in the local stack alone.
   * A profile of the site's own invention counts as production.
   */
  static void refuseOutsideTheLocalStack(
      LaunchMode mode, List<String> profiles, ClockConfig clock, Config config) {
    var local = profiles.contains("local") && !profiles.contains("prod");
    if (mode != LaunchMode.NORMAL || local) {
      return;
    }
    if (clock.offsetFile().isPresent()) {
      throw Setting.refused(
          "caseclock.clock.offset-file", "is set: a movable clock is for the local stack only");
    }
    if (config.getOptionalValue(BUILT_IN_USERS, String.class).isPresent()) {
      throw Setting.refused(
          BUILT_IN_USERS,
          "is set: built-in users are for the local stack only; set quarkus.oidc.auth-server-url");
    }
  }

  private LocalSettings() {}
}
