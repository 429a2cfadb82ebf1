package io.caseclock.local.secret;

import io.caseclock.local.StackException;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/** Who may call, by the name that stands in a token. */
public enum LocalRole {
  PRECINCT_SYSTEM("precinct-system"),
  OFFICER("officer"),
  LEGAL_OFFICER("legal-officer"),
  SUPERVISOR("supervisor"),
  ADMINISTRATOR("administrator"),
  AUDITOR("auditor"),
  PROSECUTOR("prosecutor");

  private final String claim;

  LocalRole(String claim) {
    this.claim = claim;
  }

  public String claim() {
    return claim;
  }

  /** The role of that name; throws {@link StackException} with those there are. */
  public static LocalRole named(String claim) {
    return ofClaim(claim)
        .orElseThrow(
            () ->
                new StackException(
                    "There is no role \"%s\". There are: %s."
                        .formatted(
                            claim,
                            Arrays.stream(values())
                                .map(LocalRole::claim)
                                .collect(Collectors.joining(", ")))));
  }

  public static Optional<LocalRole> ofClaim(String claim) {
    return Arrays.stream(values()).filter(role -> role.claim.equals(claim)).findFirst();
  }
}
