package io.caseclock.notify.notice.step;

import java.time.LocalDate;

/** What a person wants to do to a notice. */
public sealed interface Command {

  /** 签收 */
  record Sign() implements Command {}

  /** 异议: why there is no fault. */
  record RaiseObjection(String text) implements Command {}

  /** 异议成立: why the notice was wrong. */
  record UpholdObjection(String text) implements Command {}

  /** 异议不成立: why it stands. */
  record RejectObjection(String text) implements Command {}

  /** 整改计划: by which day, inclusive. */
  record Plan(LocalDate on, String text) implements Command {}

  /** 整改: what was done. */
  record Rectify(String text) implements Command {}

  /** 复核: takes it; a text is needed only to take it from another reviewer. */
  record Review(String text) implements Command {}

  /** 复核通过 */
  record Accept(String text) implements Command {}

  /** 退回: why. */
  record GiveBack(String text) implements Command {}

  /** 撤回: why. */
  record Withdraw(String text) implements Command {}

  /** 转办: to which officer, and why. */
  record Reassign(String officer, String text) implements Command {}

  /** What was said with it; empty where nothing was. */
  default String text() {
    return switch (this) {
      case Sign sign -> "";
      case RaiseObjection objection -> objection.text();
      case UpholdObjection decision -> decision.text();
      case RejectObjection decision -> decision.text();
      case Plan plan -> plan.text();
      case Rectify rectify -> rectify.text();
      case Review review -> review.text();
      case Accept accept -> accept.text();
      case GiveBack giveBack -> giveBack.text();
      case Withdraw withdraw -> withdraw.text();
      case Reassign reassign -> reassign.text();
    };
  }

  /** Whether it may not be said in silence. */
  default boolean needsText() {
    return switch (this) {
      case Sign sign -> false;
      case Plan plan -> false;
      case Review review -> false;
      case Accept accept -> false;
      case RaiseObjection objection -> true;
      case UpholdObjection decision -> true;
      case RejectObjection decision -> true;
      case Rectify rectify -> true;
      case GiveBack giveBack -> true;
      case Withdraw withdraw -> true;
      case Reassign reassign -> true;
    };
  }

  /** The last part of its path in the API and on the pages. */
  default String path() {
    return switch (this) {
      case Sign sign -> "sign";
      case RaiseObjection objection -> "object";
      case UpholdObjection decision -> "uphold";
      case RejectObjection decision -> "reject";
      case Plan plan -> "plan";
      case Rectify rectify -> "rectify";
      case Review review -> "review";
      case Accept accept -> "accept";
      case GiveBack giveBack -> "return";
      case Withdraw withdraw -> "withdraw";
      case Reassign reassign -> "reassign";
    };
  }
}
