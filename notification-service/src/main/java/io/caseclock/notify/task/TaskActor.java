package io.caseclock.notify.task;

import org.jspecify.annotations.Nullable;

/**
 * Who did something on a task, and as what.
 *
 * @param name the account
 * @param officer the officer's id; null for CaseClock itself
 * @param role the directory's role word in which it was done
 */
public record TaskActor(String name, @Nullable String officer, String role) {

  /** CaseClock itself. */
  public static final TaskActor SYSTEM = new TaskActor("caseclock", null, "system");
}
