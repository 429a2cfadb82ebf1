package io.caseclock.notify.notice;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The state of a notice. A state has only the methods for the steps that are allowed from it.
 *
 * <pre>
 *                   ┌── rejected ──┐
 *                   ▼              │
 *  issued ──▶ delivered ────▶ objected ── upheld ──▶ withdrawn
 *                   │              ▲
 *                   ▼              │
 *                signed ───────────┘
 *                   │    ╲
 *                   ▼     ╲
 *         in-rectification ─▶ rectified ──▶ under-review ──▶ accepted ──▶ closed
 *                   ▲            ▲               │
 *                   └──────── returned ◀─────────┘
 *
 *  every state but closed ──▶ withdrawn
 * </pre>
 */
public sealed interface NoticeState {

  /** It has its number and its documents; nobody has it in the inbox yet. */
  record Issued() implements NoticeState, Withdrawable {
    public Delivered deliver() {
      return new Delivered();
    }
  }

  /** It lies in the inbox of whoever has to sign for it. */
  record Delivered() implements NoticeState, Withdrawable, Disputable {
    public Signed sign() {
      return new Signed();
    }
  }

  /** Signed for: the unit knows of its fault. */
  record Signed() implements NoticeState, Withdrawable, Disputable, Rectifiable {}

  /**
   * 整改中: the fault is being rectified.
   *
   * @param plannedOn the day by which it is to be rectified, inclusive
   */
  record InRectification(LocalDate plannedOn) implements NoticeState, Withdrawable, Rectifiable {}

  /**
   * 异议: the officer says that there is no fault.
   *
   * @param before where it stood, and stands again if the objection is rejected
   */
  record Objected(Disputable before) implements NoticeState, Withdrawable {
    public Disputable reject() {
      return before;
    }
  }

  /**
   * The officer reports the fault as rectified.
   *
   * @param rectifier the officer who says so, and who must not review it
   */
  record Rectified(@Nullable String rectifier) implements NoticeState, Withdrawable {
    public UnderReview review(@Nullable String reviewer) {
      return new UnderReview(rectifier, reviewer);
    }
  }

  /**
   * 复核中: one reviewer has taken it.
   *
   * @param reviewer who decides on it
   */
  record UnderReview(@Nullable String rectifier, @Nullable String reviewer)
      implements NoticeState, Withdrawable {
    public UnderReview handTo(@Nullable String another) {
      return new UnderReview(rectifier, another);
    }

    public Accepted accept() {
      return new Accepted(rectifier);
    }

    public Returned giveBack() {
      return new Returned(rectifier);
    }
  }

  /** The reviewer found the fault not yet rectified. */
  record Returned(@Nullable String rectifier) implements NoticeState, Withdrawable, Rectifiable {}

  /** Reviewed and found rectified. */
  record Accepted(@Nullable String rectifier) implements NoticeState, Withdrawable {
    public Closed close() {
      return new Closed(rectifier);
    }
  }

  /** Nothing is left to do. */
  record Closed(@Nullable String rectifier) implements NoticeState {}

  /** Taken back, since it was wrong. */
  record Withdrawn() implements NoticeState {}

  /** Every state from which the notice can be withdrawn. */
  sealed interface Withdrawable extends NoticeState
      permits Issued,
          Delivered,
          Signed,
          InRectification,
          Objected,
          Rectified,
          UnderReview,
          Returned,
          Accepted {
    default Withdrawn withdraw() {
      return new Withdrawn();
    }

    /** Whether nobody has acted on it yet, so that at most a message has told of it. */
    default boolean isUnanswered() {
      return this instanceof Issued || this instanceof Delivered;
    }
  }

  /** States from which the officer may object. */
  sealed interface Disputable extends NoticeState permits Delivered, Signed {
    default Objected object() {
      return new Objected(this);
    }
  }

  /** States from which the fault can be rectified, or a day be planned for it. */
  sealed interface Rectifiable extends NoticeState permits Signed, InRectification, Returned {
    default InRectification plan(LocalDate on) {
      return new InRectification(on);
    }

    default Rectified rectify(@Nullable String rectifier) {
      return new Rectified(rectifier);
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

  /** What a state remembers beside its name; each part null where it has none. */
  record Memory(
      @Nullable String rectifier,
      @Nullable String reviewer,
      @Nullable LocalDate plannedOn,
      @Nullable String before) {

    /** Nothing at all. */
    public static final Memory NONE = new Memory(null, null, null, null);

    static Memory ofRectifier(@Nullable String rectifier) {
      return new Memory(rectifier, null, null, null);
    }
  }

  /** What has to be kept beside {@link #wire} to find the state again. */
  default Memory memory() {
    return switch (this) {
      case InRectification state -> new Memory(null, null, state.plannedOn(), null);
      case Objected state -> new Memory(null, null, null, state.before().wire());
      case Rectified state -> Memory.ofRectifier(state.rectifier());
      case UnderReview state -> new Memory(state.rectifier(), state.reviewer(), null, null);
      case Returned state -> Memory.ofRectifier(state.rectifier());
      case Accepted state -> Memory.ofRectifier(state.rectifier());
      case Closed state -> Memory.ofRectifier(state.rectifier());
      case Issued state -> Memory.NONE;
      case Delivered state -> Memory.NONE;
      case Signed state -> Memory.NONE;
      case Withdrawn state -> Memory.NONE;
    };
  }

  /** The name that APIs, events and tables use. */
  default String wire() {
    return switch (this) {
      case Issued state -> "issued";
      case Delivered state -> "delivered";
      case Signed state -> "signed";
      case InRectification state -> "in-rectification";
      case Objected state -> "objected";
      case Rectified state -> "rectified";
      case UnderReview state -> "under-review";
      case Returned state -> "returned";
      case Accepted state -> "accepted";
      case Closed state -> "closed";
      case Withdrawn state -> "withdrawn";
    };
  }

  /** The names of all states. */
  static List<String> names() {
    return Arrays.stream(NoticeStage.values()).flatMap(stage -> stage.states().stream()).toList();
  }

  /** Reads what {@link #wire()} and {@link #memory()} have written. */
  static NoticeState of(String wire, Memory memory) {
    return switch (wire) {
      case "issued" -> new Issued();
      case "delivered" -> new Delivered();
      case "signed" -> new Signed();
      case "in-rectification" -> new InRectification(required(memory.plannedOn(), wire));
      case "objected" -> new Objected(before(required(memory.before(), wire)));
      case "rectified" -> new Rectified(memory.rectifier());
      case "under-review" -> new UnderReview(memory.rectifier(), memory.reviewer());
      case "returned" -> new Returned(memory.rectifier());
      case "accepted" -> new Accepted(memory.rectifier());
      case "closed" -> new Closed(memory.rectifier());
      case "withdrawn" -> new Withdrawn();
      default -> throw new IllegalArgumentException("not a state of a notice: " + wire);
    };
  }

  private static Disputable before(String wire) {
    return wire.equals("signed") ? new Signed() : new Delivered();
  }

  private static <T> T required(@Nullable T part, String wire) {
    if (part == null) {
      throw new IllegalArgumentException("the state has lost a part of itself: " + wire);
    }
    return part;
  }
}
