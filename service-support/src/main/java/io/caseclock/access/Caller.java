package io.caseclock.access;

import io.caseclock.problem.ProblemException;
import io.caseclock.problem.ProblemType;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Whoever made the request.
 *
 * @param name the account's name
 * @param unit the unit that they act in, whose subtree is visible; null where the token names none,
 *     and then nothing is visible
 * @param units all that the token names, in its order: they act in one of them at a time
 * @param officer the officer's id in the directory; null for machines
 * @param sources the event sources that the token names, as it writes them; a trailing {@code *}
 *     stands for whatever follows
 * @param types of events, if it may post these alone; empty where all that its role may post
 */
public record Caller(
    String name,
    Set<Role> roles,
    @Nullable String unit,
    List<String> units,
    @Nullable String officer,
    List<String> sources,
    Set<String> types) {

  /** More units are no assignment but a part of the tree, which has a unit above it. */
  public static final int MOST_UNITS = 16;

  public Caller {
    roles = Set.copyOf(roles);
    units = List.copyOf(units);
    sources = List.copyOf(sources);
    types = Set.copyOf(types);
    if (unit == null ? !units.isEmpty() : !units.contains(unit)) {
      throw new IllegalArgumentException("a caller acts in one of their units");
    }
  }

  /** A caller who has one unit at most. */
  public Caller(
      String name,
      Set<Role> roles,
      @Nullable String unit,
      @Nullable String officer,
      List<String> sources,
      Set<String> types) {
    this(name, roles, unit, unit == null ? List.of() : List.of(unit), officer, sources, types);
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

  /**
   * Whose share of the service a request uses: the account's, and of one account that of the units
   * which it is assigned to. Whichever of them it acts in, the share is the same.
   */
  public String sharer() {
    return units.isEmpty()
        ? name
        : name + " of " + units.stream().sorted().collect(Collectors.joining(", "));
  }

  /** Whether they have a unit to choose. */
  public boolean hasSeveralUnits() {
    return units.size() > 1;
  }

  /** The officer that the caller is, where it is one. */
  public Optional<String> asOfficer() {
    return Optional.ofNullable(officer);
  }
}
