package io.caseclock.notify.notice.evidence;

/** Checks a whole file, since its first bytes only say what it claims to be. */
@FunctionalInterface
public interface ContentCheck {

  /**
   * Whether it is wholly of that type, from the first byte to the last, and does nothing when it is
   * opened. Bounded in time and memory, whatever the file says of itself.
   */
  boolean isSound(EvidenceType type, byte[] content);
}
