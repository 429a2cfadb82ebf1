package io.caseclock.notify.notice;

import io.caseclock.access.Caller;
import io.caseclock.access.Role;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Who took a step, and as what.
 *
 * @param name the account
 * @param officer the officer's id; null for the system and for accounts that are no officer
 * @param role wire name of the role in which it was done
 * @param actingFor the officer who was away and for whom it was done; null where it was done for
 *     nobody else
 */
public record Actor(
    String name, @Nullable String officer, String role, @Nullable String actingFor) {

  /** Who stands in for nobody. */
  public Actor(String name, @Nullable String officer, String role) {
    this(name, officer, role, null);
  }

  /** CaseClock itself. */
  public static final Actor SYSTEM = new Actor("caseclock", null, "system");

  public static Actor of(Caller caller, Role role) {
    return new Actor(caller.name(), caller.officer(), role.wire());
  }

  /** The same, in the place of an officer who is away; null changes nothing. */
  public Actor actingFor(@Nullable String absent) {
    return new Actor(name, officer, role, absent);
  }

  /** A legal officer; else a supervisor; else a prosecutor. */
  public static Actor supervising(Caller caller) {
    var role =
        Stream.of(Role.LEGAL_OFFICER, Role.SUPERVISOR, Role.PROSECUTOR)
            .filter(caller::is)
            .findFirst()
            .orElse(Role.SUPERVISOR);
    return of(caller, role);
  }
}
