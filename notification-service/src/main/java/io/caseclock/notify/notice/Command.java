package io.caseclock.notify.notice;

/** What a person wants to do to a notice. */
public sealed interface Command {

  /** 签收 */
  record Sign() implements Command {}

  /** 整改: what was done. */
  record Rectify(String text) implements Command {}

  /** 复核通过 */
  record Accept(String text) implements Command {}

  /** 退回: why. */
  record GiveBack(String text) implements Command {}

  /** 撤回: why. */
  record Withdraw(String text) implements Command {}

  /** What was said with it; empty where nothing was. */
  default String text() {
    return switch (this) {
      case Sign sign -> "";
      case Rectify rectify -> rectify.text();
      case Accept accept -> accept.text();
      case GiveBack giveBack -> giveBack.text();
      case Withdraw withdraw -> withdraw.text();
    };
  }

  /** Whether it may not be said in silence. */
  default boolean needsText() {
    return switch (this) {
      case Sign sign -> false;
      case Accept accept -> false;
      case Rectify rectify -> true;
      case GiveBack giveBack -> true;
      case Withdraw withdraw -> true;
    };
  }
}
