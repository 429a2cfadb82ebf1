package io.caseclock.monitor.limit;

import io.caseclock.contract.Names;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** Why a case is not evaluated, so that its stored deadlines cannot be relied on. */
public sealed interface QuarantineReason {

  /** It would cost more than is allowed. */
  record TooLarge(Limit limit, long most) implements QuarantineReason {}

  /** The computation broke off; a fault of the suite or of the pack that a person must look at. */
  record Broken() implements QuarantineReason {}

  /** Its contents are gone, so that what comes later would count without what came before. */
  record ContentsDeleted() implements QuarantineReason {}

  /** What the end of an evaluation means; the exception itself is the door's to log. */
  static QuarantineReason of(RuntimeException cause) {
    return switch (cause) {
      case OverLimitException over -> new TooLarge(over.limit(), over.most());
      case ContentsDeletedException deleted -> new ContentsDeleted();
      default -> new Broken();
    };
  }

  /** All that {@link #wire} says. */
  static List<String> words() {
    return Stream.concat(
            Arrays.stream(Limit.values()).map(limit -> new TooLarge(limit, 0)),
            Stream.of(new Broken(), new ContentsDeleted()))
        .map(QuarantineReason::wire)
        .toList();
  }

  /**
   * As it is stored and shown to programs: {@code too-many-events}, {@code broken}, {@code
   * contents-deleted}.
   */
  default String wire() {
    return switch (this) {
      case TooLarge large -> "too-many-" + large.limit().wire();
      case Broken broken -> "broken";
      case ContentsDeleted deleted -> "contents-deleted";
    };
  }

  /** For people. */
  default Names names() {
    return switch (this) {
      case TooLarge large ->
          new Names(
              large.limit().zh() + "超过上限 " + large.most(),
              "more than " + large.most() + " " + large.limit().en());
      case Broken broken ->
          new Names("计算中断，请联系运维", "the computation broke off; call the operators");
      case ContentsDeleted deleted ->
          new Names("案件内容保存期满已删除", "its contents were deleted, kept long enough");
    };
  }
}
