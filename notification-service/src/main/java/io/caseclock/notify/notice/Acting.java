package io.caseclock.notify.notice;

import io.caseclock.access.Caller;
import java.util.Optional;

/**
 * A caller in front of a notice.
 *
 * @param standsIn whether the officer whom the notice names is away, and the caller is the
 *     substitute
 */
public record Acting(Caller caller, boolean standsIn) {

  /** A caller who stands in for nobody. */
  public static Acting self(Caller caller) {
    return new Acting(caller, false);
  }

  /** The officer that the caller is, where it is one. */
  Optional<String> asOfficer() {
    return caller.asOfficer();
  }
}
