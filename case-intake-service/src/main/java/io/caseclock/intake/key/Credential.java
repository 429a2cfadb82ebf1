package io.caseclock.intake.key;

/** What a caller shows to open a key. */
public sealed interface Credential permits KeySecret, Fingerprint {

  KeyKind kind();

  /** What is kept of it: 32 bytes. */
  byte[] hash();
}
