package io.caseclock.notify.pipeline;

import io.caseclock.contract.Words;
import java.util.Locale;

/** Why a message stands where it stands on its way; the stage that spoke last. */
public enum Reason {
  /** Nothing has looked at it yet. */
  NEW,
  /** The same stage of the same deadline is told by a newer message. */
  DUPLICATE,
  /** What it says no longer holds: its deadline was breached, met, moved or cancelled. */
  INHIBITED,
  /** Somebody asked for silence; it comes back when the silence ends. */
  SILENCED,
  /** Waits a moment for others of the same unit. */
  GROUPING,
  /** Can wait for the start of the working day. */
  DIGEST,
  /** The recipient has had enough messages by this channel in this hour. */
  BUDGET,
  /** The channel fails at present, and there is no other. */
  CIRCUIT_OPEN,
  /** Goes by the next channel instead. */
  ONWARD,
  /** No channel can deliver it: the contact is wrong. */
  UNDELIVERABLE,
  /** Went out: into the inbox, or as a delivery of its channel. */
  SENT;

  /** What was held back together goes out together, as a digest. */
  public boolean makesDigest() {
    return switch (this) {
      case DIGEST, BUDGET, CIRCUIT_OPEN, SILENCED -> true;
      case NEW, DUPLICATE, INHIBITED, GROUPING, ONWARD, UNDELIVERABLE, SENT -> false;
    };
  }

  public String wire() {
    return Words.of(this);
  }

  public static Reason ofWire(String text) {
    return valueOf(text.toUpperCase(Locale.ROOT).replace('-', '_'));
  }
}
