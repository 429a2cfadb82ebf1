package io.caseclock.notify.notice.evidence;

/** Looks at a whole file: its first bytes alone say what it claims to be, not what it is. */
@FunctionalInterface
public interface ContentCheck {

  /**
   * Whether it is wholly of that type, from the first byte to the last, and does nothing when it is
   * opened. Bounded in time and memory, whatever the file says of itself.
   */
  boolean isSound(EvidenceType type, byte[] content);
}
