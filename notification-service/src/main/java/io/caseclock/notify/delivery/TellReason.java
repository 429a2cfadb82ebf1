package io.caseclock.notify.delivery;

import java.util.Locale;

/** Why just this person is told. */
public enum TellReason {
  /** Named as the responsible officer. */
  RESPONSIBLE_OFFICER,
  /** Legal officer of the unit. */
  LEGAL_OFFICER,
  /** Supervisor of the unit itself. */
  SUPERVISOR,
  /** Supervisor of the nearest unit above that has one. */
  SUPERVISOR_ABOVE,
  /** Legal officer of the nearest unit above that has one. */
  LEGAL_OFFICER_ABOVE,
  /** Stands in, since no responsible officer is named or known. */
  NO_KNOWN_OFFICER;

  public String wire() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  public static TellReason ofWire(String text) {
    return valueOf(text.toUpperCase(Locale.ROOT).replace('-', '_'));
  }
}
