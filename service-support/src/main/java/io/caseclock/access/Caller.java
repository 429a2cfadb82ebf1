package io.caseclock.access;

import io.caseclock.problem.ProblemException;
import io.caseclock.problem.ProblemType;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Whoever made the request.
 *
 * @param name the account's name
 * @param unit the unit whose subtree is visible; null where the token names none, and then nothing
 *     is visible
 * @param officer the officer's id in the directory; null for machines
 * @param sources the event sources that the token names, as it writes them; a trailing {@code *}
 *     stands for whatever follows
 * @param types of events, if it may post these alone; empty where all that its role may post
 */
public record Caller(
    String name,
    Set<Role> roles,
    @Nullable String unit,
    @Nullable String officer,
    List<String> sources,
    Set<String> types) {

  public Caller {
    roles = Set.copyOf(roles);
    sources = List.copyOf(sources);
    types = Set.copyOf(types);
  }

  /** A caller who is held to no types of events. */
  public Caller(
      String name,
      Set<Role> roles,
      @Nullable String unit,
      @Nullable String officer,
      List<String> sources) {
    this(name, roles, unit, officer, sources, Set.of());
  }

  /** A caller whose token names no event source. */
  public Caller(String name, Set<Role> roles, @Nullable String unit, @Nullable String officer) {
    this(name, roles, unit, officer, List.of());
  }

  /** Whether the type is among those that the caller is held to. */
  public boolean isHeldTo(String type) {
    return types.isEmpty() || types.contains(type);
  }

  public boolean is(Role role) {
    return roles.contains(role);
  }

  /** The unit at the root of what is visible. */
  public Optional<String> visibleUnit() {
    return Optional.ofNullable(unit);
  }

  /**
   * The unit at the root of what is visible; a {@link ProblemException} that tells what to do where
   * the token names none.
   */
  public String requiredUnit() {
    return visibleUnit()
        .orElseThrow(
            () ->
                new ProblemException(
                    ProblemType.NOT_ALLOWED,
                    "The token names no unit. Ask an administrator for the claim 'unit'."));
  }

  /** Whose share of the service a request uses: the account's, and of one account each unit's. */
  public String sharer() {
    return unit == null ? name : name + " of " + unit;
  }

  /** The officer that the caller is, where it is one. */
  public Optional<String> asOfficer() {
    return Optional.ofNullable(officer);
  }
}
