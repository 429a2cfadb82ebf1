package io.caseclock.local.secret;

import java.util.Arrays;
import java.util.Optional;

/** Who may call, by the name that stands in a token. */
public enum LocalRole {
  PRECINCT_SYSTEM("precinct-system"),
  OFFICER("officer"),
  LEGAL_OFFICER("legal-officer"),
  SUPERVISOR("supervisor"),
  ADMINISTRATOR("administrator"),
  AUDITOR("auditor");

  private final String claim;

  LocalRole(String claim) {
    this.claim = claim;
  }

  public String claim() {
    return claim;
  }

  public static Optional<LocalRole> ofClaim(String claim) {
    return Arrays.stream(values()).filter(role -> role.claim.equals(claim)).findFirst();
  }
}
