package io.caseclock.notify.message;

import java.util.Locale;

/** What a message is about, the most pressing first. */
public enum MessageKind {
  /** A due instant has passed. */
  BREACH,
  /** A breach on which nobody has acted is told again. */
  REMINDER,
  /** A due instant comes near. */
  WARNING,
  /** Many due instants passed long ago; a supervisor released them together. */
  DIGEST,
  /** A rectification notice, or a step of one. */
  NOTICE,
  /** A fault that a person recorded or that the data showed. */
  FINDING,
  /** Somebody is asked to do something, such as a call-back. */
  TASK,
  /** A right ran out unused; nobody is at fault. */
  LAPSE,
  /** A notice was taken back. */
  WITHDRAWN,
  /** The numbers of a closed period; nobody has to act. */
  BULLETIN;

  public String wire() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The word by which a policy knows it. */
  public String policyWord() {
    return switch (this) {
      case BREACH, REMINDER, DIGEST -> "breach";
      case WARNING -> "warning";
      case NOTICE, WITHDRAWN -> "notice";
      case LAPSE -> "lapse";
      case FINDING -> "finding";
      case TASK -> "task";
      case BULLETIN -> "bulletin";
    };
  }

  public static MessageKind ofWire(String text) {
    return valueOf(text.toUpperCase(Locale.ROOT));
  }
}
