package io.caseclock.access;

import io.caseclock.contract.Words;
import java.util.Arrays;
import java.util.Optional;

/** What a caller may do; the wire form stands in the token's groups. */
public enum Role {
  /** A machine that posts events for its own units. */
  PRECINCT_SYSTEM,
  /** Handles cases, signs for and answers notices. */
  OFFICER,
  /** Reviews cases inside a unit: 法制员. */
  LEGAL_OFFICER,
  /** Watches a subtree of units. */
  SUPERVISOR,
  /** Runs the installation. */
  ADMINISTRATOR,
  /** Reads everything in the subtree, changes nothing. */
  AUDITOR,
  /**
   * Of a joint office of police and procuratorate: reads the cases of the units assigned to it, and
   * records opinions that the police answer.
   */
  PROSECUTOR;

  /** The wire names, for annotations, which need constants. */
  public static final class Wire {
    public static final String PRECINCT_SYSTEM = "precinct-system";
    public static final String OFFICER = "officer";
    public static final String LEGAL_OFFICER = "legal-officer";
    public static final String SUPERVISOR = "supervisor";
    public static final String ADMINISTRATOR = "administrator";
    public static final String AUDITOR = "auditor";
    public static final String PROSECUTOR = "prosecutor";

    private Wire() {}
  }

  public String wire() {
    return Words.of(this);
  }

  public static Optional<Role> ofWire(String text) {
    return Arrays.stream(values()).filter(role -> role.wire().equals(text)).findFirst();
  }
}
