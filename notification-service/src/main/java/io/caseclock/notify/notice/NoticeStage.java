package io.caseclock.notify.notice;

import io.caseclock.contract.Words;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The states by what has to happen next; each state belongs to exactly one stage. */
public enum NoticeStage {
  /** 未签收 */
  UNSIGNED("issued", "delivered"),
  /** 整改中: signed for, and the result is not reported yet. */
  RECTIFYING("signed", "in-rectification", "returned"),
  /** 异议中 */
  OBJECTED("objected"),
  /** 待复核: the result is reported. */
  REVIEW("rectified", "under-review"),
  /** 已办结 */
  DONE("accepted", "closed"),
  /** 已撤回 */
  WITHDRAWN("withdrawn");

  private final List<String> states;

  NoticeStage(String... states) {
    this.states = List.of(states);
  }

  /** The names of its states. */
  public List<String> states() {
    return states;
  }

  /** The lower-case name. */
  public String wire() {
    return Words.of(this);
  }

  /** The stage of a state; the names are those of {@link NoticeState#wire()}. */
  public static NoticeStage ofState(String state) {
    return Arrays.stream(values())
        .filter(stage -> stage.states.contains(state))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("not a state of a notice: " + state));
  }

  public static Optional<NoticeStage> ofWire(String word) {
    return Arrays.stream(values()).filter(stage -> stage.wire().equals(word)).findFirst();
  }

  public static List<String> words() {
    return Arrays.stream(values()).map(NoticeStage::wire).toList();
  }
}
