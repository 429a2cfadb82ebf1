package io.caseclock.notify.notice.step;

import io.caseclock.notify.notice.NoticeState;
import io.caseclock.notify.notice.NoticeState.Accepted;
import io.caseclock.notify.notice.NoticeState.Delivered;
import io.caseclock.notify.notice.NoticeState.Disputable;
import io.caseclock.notify.notice.NoticeState.Issued;
import io.caseclock.notify.notice.NoticeState.Objected;
import io.caseclock.notify.notice.NoticeState.Rectifiable;
import io.caseclock.notify.notice.NoticeState.Rectified;
import io.caseclock.notify.notice.NoticeState.UnderReview;
import io.caseclock.notify.notice.NoticeState.Withdrawable;
import io.caseclock.notify.notice.Party;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What a person can do to a notice: who may, from which states, and whether something is said with
 * it. What else a step depends on stands in {@link StepRules}.
 */
public enum Action {
  /** 签收 */
  SIGN("sign", Party.RESPONSIBLE, from(Issued.class, Delivered.class), Text.NONE),
  /** 异议: why there is no fault; once. */
  OBJECT("object", Party.RESPONSIBLE, from(Disputable.class), Text.NEEDED),
  /** 整改计划: by which day; an officer does not move a plan. */
  PLAN("plan", Party.PLANNER, from(Rectifiable.class), Text.OPTIONAL),
  /** 整改: what was done. */
  RECTIFY("rectify", Party.RESPONSIBLE, from(Rectifiable.class), Text.NEEDED),
  /** 复核: takes it; a text is needed only to take it from another reviewer. */
  REVIEW("review", Party.REVIEWER, from(Rectified.class, UnderReview.class), Text.OPTIONAL),
  /** 复核通过; where another reviewer has taken it, only that one. */
  ACCEPT("accept", Party.REVIEWER, from(Rectified.class, UnderReview.class), Text.OPTIONAL),
  /** 退回: why; where another reviewer has taken it, only that one. */
  RETURN("return", Party.REVIEWER, from(Rectified.class, UnderReview.class), Text.NEEDED),
  /** 异议不成立: why it stands. */
  REJECT("reject", Party.DECIDER, from(Objected.class), Text.NEEDED),
  /** 异议成立: why the notice was wrong. */
  UPHOLD("uphold", Party.DECIDER, from(Objected.class), Text.NEEDED),
  /** 转办: to which officer, and why. */
  REASSIGN(
      "reassign", Party.ASSIGNER, from(Withdrawable.class).and(not(Accepted.class)), Text.NEEDED),
  /** 撤回: why. */
  WITHDRAW("withdraw", Party.WITHDRAWER, from(Withdrawable.class), Text.NEEDED);

  private enum Text {
    NONE,
    OPTIONAL,
    NEEDED
  }

  private final String path;
  private final Party who;
  private final Predicate<NoticeState> from;
  private final Text text;

  Action(String path, Party who, Predicate<NoticeState> from, Text text) {
    this.path = path;
    this.who = who;
    this.from = from;
    this.text = text;
  }

  private static Predicate<NoticeState> from(Class<?>... states) {
    return state -> Stream.of(states).anyMatch(one -> one.isInstance(state));
  }

  private static Predicate<NoticeState> not(Class<?> state) {
    return from(state).negate();
  }

  /** The action of the last part of a path, if it needs no more than a text. */
  public static Optional<Action> ofTextOnly(String path) {
    return Arrays.stream(values())
        .filter(action -> action.path.equals(path) && action != PLAN && action != REASSIGN)
        .findFirst();
  }

  /** The last part of its path in the API and on the pages. */
  public String path() {
    return path;
  }

  /** Who may. */
  public Party who() {
    return who;
  }

  public boolean startsFrom(NoticeState state) {
    return from.test(state);
  }

  public boolean takesText() {
    return text != Text.NONE;
  }

  /** Whether it may not be done without a text. */
  public boolean needsText() {
    return text == Text.NEEDED;
  }
}
