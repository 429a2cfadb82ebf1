package io.caseclock.notify.task;

import org.jspecify.annotations.Nullable;

/**
 * Who did something on a task, and as what.
 *
 * @param name the account
 * @param officer the officer's id; null for CaseClock itself
 * @param role the directory's role word in which it was done
 * @param actingFor the officer who was away and for whom it was done; null where it was done for
 *     nobody else
 */
public record TaskActor(
    String name, @Nullable String officer, String role, @Nullable String actingFor) {

  /** CaseClock itself. */
  public static final TaskActor SYSTEM = new TaskActor("caseclock", null, "system", null);
}
