package io.caseclock.notify.channel;

import java.util.List;

/** How one attempt ended. */
public sealed interface DeliveryOutcome {

  /** All that {@link #name} says. */
  List<String> NAMES = List.of("delivered", "failed", "undeliverable");

  /** As logs and metrics spell it: {@code delivered}, {@code failed}, {@code undeliverable}. */
  default String name() {
    return switch (this) {
      case Delivered ignored -> "delivered";
      case Failed ignored -> "failed";
      case Undeliverable ignored -> "undeliverable";
    };
  }

  /** The receiver took it. */
  record Delivered() implements DeliveryOutcome {}

  /** It may work later. */
  record Failed(Reason reason, String detail) implements DeliveryOutcome {

    /** Whether nothing can have arrived, so that another way doubles nothing. */
    public boolean isCertain() {
      return reason.isCertain();
    }
  }

  /** It can never work for this addressee; the channel itself may be well. */
  record Undeliverable(Reason reason) implements DeliveryOutcome {}

  /** Why not. */
  enum Reason {
    /** Any answer but the expected status; redirects are not followed. */
    BAD_STATUS(true),
    /** The receiver answered, and said no. */
    REJECTED(true),
    /** The receiver answered, but not in a way that says yes or no. */
    UNCLEAR_ANSWER(false),
    /** It was handed over, and no answer came in time. */
    TIMEOUT(false),
    /** No connection came about. */
    UNREACHABLE(true),
    /** The connection broke after it was handed over. */
    BROKEN_OFF(false),
    /** The address is private, loopback or otherwise not allowed. */
    REFUSED_ADDRESS(true),
    /** Nobody is reached at the e-mail address or number. */
    UNKNOWN_ADDRESSEE(true),
    /** The gateway's charset lacks a character of the message, and no substitute is sent. */
    NOT_WRITABLE(true),
    /** The channel is no longer configured. */
    UNKNOWN_CHANNEL(true),
    /** A fault of our own. */
    BROKEN(false);

    private final boolean certain;

    Reason(boolean certain) {
      this.certain = certain;
    }

    /** Whether nothing can have arrived. */
    public boolean isCertain() {
      return certain;
    }
  }
}
