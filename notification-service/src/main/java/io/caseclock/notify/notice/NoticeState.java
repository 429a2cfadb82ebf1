package io.caseclock.notify.notice;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Where a notice stands. A state has only the methods that the law of the loop allows from it.
 *
 * <pre>
 *  issued ──▶ delivered ──▶ signed ──▶ rectified ──▶ accepted ──▶ closed
 *                                       ▲     │
 *                                       │     ▼
 *                                       returned
 *
 *  every state but closed ──▶ withdrawn
 * </pre>
 */
public sealed interface NoticeState {

  /** Numbered and frozen; nobody has it in the inbox yet. */
  record Issued() implements NoticeState, Withdrawable {
    public Delivered deliver() {
      return new Delivered();
    }
  }

  /** It lies in the inbox of whoever has to sign for it. */
  record Delivered() implements NoticeState, Withdrawable {
    public Signed sign() {
      return new Signed();
    }
  }

  /** Signed for: the unit knows of its fault. */
  record Signed() implements NoticeState, Withdrawable {
    public Rectified rectify(@Nullable String rectifier) {
      return new Rectified(rectifier);
    }
  }

  /**
   * The fault is said to be mended.
   *
   * @param rectifier the officer who says so, and who must not review it
   */
  record Rectified(@Nullable String rectifier) implements NoticeState, Withdrawable {
    public Accepted accept() {
      return new Accepted(rectifier);
    }

    public Returned giveBack() {
      return new Returned(rectifier);
    }
  }

  /** The reviewer was not content. */
  record Returned(@Nullable String rectifier) implements NoticeState, Withdrawable {
    public Rectified rectify(@Nullable String again) {
      return new Rectified(again);
    }
  }

  /** Reviewed and found mended. */
  record Accepted(@Nullable String rectifier) implements NoticeState, Withdrawable {
    public Closed close() {
      return new Closed(rectifier);
    }
  }

  /** Done. */
  record Closed(@Nullable String rectifier) implements NoticeState {}

  /** Taken back, since it proved wrong. */
  record Withdrawn() implements NoticeState {}

  /** What every unfinished state can become. */
  sealed interface Withdrawable extends NoticeState
      permits Issued, Delivered, Signed, Rectified, Returned, Accepted {
    default Withdrawn withdraw() {
      return new Withdrawn();
    }
  }

  /** Nothing more can happen to it. */
  default boolean isFinished() {
    return switch (this) {
      case Closed c -> true;
      case Withdrawn w -> true;
      case Withdrawable open -> false;
    };
  }

  /** Who reported it rectified, as far as anybody has. */
  default @Nullable String reportedBy() {
    return switch (this) {
      case Rectified state -> state.rectifier();
      case Returned state -> state.rectifier();
      case Accepted state -> state.rectifier();
      case Closed state -> state.rectifier();
      case Issued state -> null;
      case Delivered state -> null;
      case Signed state -> null;
      case Withdrawn state -> null;
    };
  }

  /** The lower-case name. */
  default String wire() {
    return getClass().getSimpleName().toLowerCase(Locale.ROOT);
  }

  /** Reads what {@link #wire()} and {@link #reportedBy()} have written. */
  static NoticeState of(String wire, @Nullable String rectifier) {
    return switch (wire) {
      case "issued" -> new Issued();
      case "delivered" -> new Delivered();
      case "signed" -> new Signed();
      case "rectified" -> new Rectified(rectifier);
      case "returned" -> new Returned(rectifier);
      case "accepted" -> new Accepted(rectifier);
      case "closed" -> new Closed(rectifier);
      case "withdrawn" -> new Withdrawn();
      default -> throw new IllegalArgumentException("not a state of a notice: " + wire);
    };
  }
}
