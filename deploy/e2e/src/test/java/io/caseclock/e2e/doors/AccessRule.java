package io.caseclock.e2e.doors;

import io.caseclock.local.secret.LocalRole;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * A row of the table: who is let in, and whose data it is about.
 *
 * @param of what a variable or a parameter names: a thing of somebody's, or {@code 'a word'}
 */
record AccessRule(String name, Set<LocalRole> roles, Scope scope, Map<String, String> of) {

  /** Whose data. */
  enum Scope {
    /** Of the caller's unit and those below it. */
    UNIT,
    /** Of the officer that the caller is. */
    PERSON,
    /** The same for everybody who is let in. */
    ALL,
    /** Of all units: for those who stand at the root of a tree, or are bound to no unit. */
    ROOT,
    /** No token is needed. */
    OPEN
  }

  AccessRule {
    roles = Set.copyOf(roles);
    of = Map.copyOf(of);
  }

  /** The same with another word for what a variable or a parameter names. */
  AccessRule with(String parameter, String word) {
    Map<String, String> more = new HashMap<>(of);
    more.put(parameter, word);
    return new AccessRule(name, roles, scope, more);
  }

  /** Of a thing that is there, not of a word. */
  boolean namesSomething() {
    return of.values().stream().anyMatch(word -> !word.startsWith("'"));
  }

  boolean isOfTheRoot() {
    return scope == Scope.ROOT;
  }

  /** Whether the caller's role is let in, from one place or another. */
  boolean names(Caller caller) {
    return caller.role() != null && roles.contains(caller.role());
  }

  boolean isOpen() {
    return scope == Scope.OPEN;
  }

  /** What it shows or changes belongs to somebody. */
  boolean isSomebodys() {
    return scope == Scope.UNIT || scope == Scope.PERSON;
  }

  boolean admits(LocalRole role, Caller.Standing standing) {
    return isOpen() || (roles.contains(role) && (scope != Scope.ROOT || standing.isAtRoot()));
  }

  /** Such as {@code /q/metrics}: there, and in no OpenAPI document. */
  boolean isUndescribed() {
    return name.contains(" /q/") || name.contains(" /webjars/");
  }
}
