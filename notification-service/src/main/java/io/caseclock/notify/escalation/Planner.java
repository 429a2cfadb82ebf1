package io.caseclock.notify.escalation;

import org.jspecify.annotations.Nullable;

/**
 * Who plans by when a breach is mended.
 *
 * @param by the officer's id; of an account that is no officer its name
 * @param role in which it is done
 * @param actingFor the officer who is away and for whom it is done; null for nobody else
 */
public record Planner(String by, String role, @Nullable String actingFor) {}
