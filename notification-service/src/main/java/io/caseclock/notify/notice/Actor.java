package io.caseclock.notify.notice;

import io.caseclock.access.Caller;
import io.caseclock.access.Role;
import org.jspecify.annotations.Nullable;

/**
 * Who took a step, and as what.
 *
 * @param name the account
 * @param officer the officer's id; null for the system and for accounts that are no officer
 * @param role wire name of the role in which it was done
 */
public record Actor(String name, @Nullable String officer, String role) {

  /** CaseClock itself. */
  public static final Actor SYSTEM = new Actor("caseclock", null, "system");

  public static Actor of(Caller caller, Role role) {
    return new Actor(caller.name(), caller.officer(), role.wire());
  }

  /** A legal officer; else a supervisor. */
  public static Actor supervising(Caller caller) {
    return of(caller, caller.is(Role.LEGAL_OFFICER) ? Role.LEGAL_OFFICER : Role.SUPERVISOR);
  }
}
