package io.caseclock.access;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Whoever reads, as far as it matters for restricted cases.
 *
 * @param account sees the restricted cases that it opened for a while
 * @param officer sees the restricted cases in which a deadline names them; null for none
 * @param seesAll whether all restricted cases of their units are shown
 */
public record Reader(String account, @Nullable String officer, boolean seesAll) {

  /** They read the journal and the audit log too, or sent what there is of the case. */
  private static final Set<Role> SEE_ALL =
      Set.of(Role.SUPERVISOR, Role.ADMINISTRATOR, Role.AUDITOR, Role.PRECINCT_SYSTEM);

  public static Reader of(Caller caller) {
    return new Reader(
        caller.name(), caller.officer(), caller.roles().stream().anyMatch(SEE_ALL::contains));
  }
}
