package io.caseclock.notify.message;

import io.caseclock.contract.Words;
import java.util.Locale;

/** Why just this person is told. */
public enum RecipientReason {
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
  /** Head of the unit. */
  UNIT_HEAD,
  /** Of the brigade that supervises the unit. */
  SUPERVISING_BRIGADE,
  /** Leader of the bureau. */
  BUREAU_LEADER,
  /** Makes the call-backs. */
  CALLBACK_OFFICER,
  /** Stands in for somebody who is away. */
  SUBSTITUTE,
  /** Stands in, since the one before cannot be reached by any channel of the policy. */
  NEXT_ROLE,
  /** Stands in, since no responsible officer is named or known. */
  NO_KNOWN_OFFICER,

  /** A system that gets every message of the units it listens to. */
  SUBSCRIBER;

  /** Whether that person is told as somebody who watches over the unit. */
  public boolean isSupervising() {
    return switch (this) {
      case SUPERVISOR, SUPERVISOR_ABOVE, SUPERVISING_BRIGADE, BUREAU_LEADER -> true;
      case RESPONSIBLE_OFFICER,
          LEGAL_OFFICER,
          LEGAL_OFFICER_ABOVE,
          UNIT_HEAD,
          CALLBACK_OFFICER,
          SUBSTITUTE,
          NEXT_ROLE,
          NO_KNOWN_OFFICER,
          SUBSCRIBER ->
          false;
    };
  }

  public String wire() {
    return Words.of(this);
  }

  public static RecipientReason ofWire(String text) {
    return valueOf(text.toUpperCase(Locale.ROOT).replace('-', '_'));
  }
}
