package io.caseclock.notify.channel;

/** How one attempt ended. */
public sealed interface Delivery {

  /** The receiver took it. */
  record Delivered() implements Delivery {}

  /** It may work later. */
  record Failed(Reason reason, String detail) implements Delivery {}

  /** It can never work, since nobody is there to receive it. */
  record Undeliverable(Reason reason) implements Delivery {}

  /** Why not. */
  enum Reason {
    /** Any answer but 2xx; redirects are not followed. */
    BAD_STATUS,
    TIMEOUT,
    UNREACHABLE,
    /** The receiver is no longer configured. */
    UNKNOWN_RECEIVER
  }
}
