package io.caseclock.notify.notice;

import org.jspecify.annotations.Nullable;

/**
 * Who took a step, and as what.
 *
 * @param name the account
 * @param officer the officer's id; null for the system and for accounts that are no officer
 * @param role wire name of the role in which it was done
 */
public record By(String name, @Nullable String officer, String role) {

  /** CaseClock itself. */
  public static final By SYSTEM = new By("caseclock", null, "system");
}
