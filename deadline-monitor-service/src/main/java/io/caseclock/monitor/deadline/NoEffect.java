package io.caseclock.monitor.deadline;

import io.caseclock.contract.Names;
import io.caseclock.contract.Words;
import java.util.List;

/**
 * Why an event that was accepted changed no deadline.
 *
 * @param rules the ids of the rules concerned, in their order in the packs; empty where none is
 * @param detail a word that belongs to the reason, such as why an extension was refused; empty for
 *     none
 */
public record NoEffect(Reason reason, List<String> rules, String detail) {

  /** The reasons, gravest first. */
  public enum Reason {
    /** Its case is set aside; what it does is not known. */
    SET_ASIDE("案件已隔离，期限未重新计算", "its case is set aside and not evaluated"),
    /** It came after the contents of its case were deleted, and was never evaluated. */
    CAME_AFTER_DELETION(
        "案件内容保存期满已删除，之后到达的事件只保存，不再计算",
        "it came after the contents of its case were deleted, kept long enough: it is kept and not"
            + " evaluated"),
    /** The contents of its case are gone; what it did otherwise is not known any more. */
    CONTENTS_DELETED(
        "案件内容保存期满已删除，无从说明",
        "its contents were deleted, kept long enough; why is not known any more"),
    /** It was posted by a unit or system that the case does not belong to. */
    NOT_THE_OWNER("发送单位不是案件的承办单位", "the case does not belong to its sender"),
    /** A later event took it back. */
    WITHDRAWN("该事件已被撤回", "it was withdrawn"),
    /** It is counted in deadlines, which had changed, or change, by other events. */
    TAKES_PART("已计入期限计算，未另引起变动", "it is counted in deadlines and changes none of them further"),
    /** An approval that moved nothing. */
    EXTENSION_REFUSED("延长不生效", "the extension has no effect"),
    /** An approval that names no rule, or one that is not in force here. */
    NO_SUCH_RULE("所指规则不存在", "it names no rule that is in force here"),
    /** A withdrawal of an event that is not in this case. */
    NO_SUCH_EVENT("所撤回的事件不在本案中", "the event that it withdraws is not in this case"),
    /** No rule of the packs listens to its type. */
    NO_RULE_LISTENS("没有规则适用于该类事件", "no rule listens to its type"),
    /** It happened before, or after, every version of every rule that listens. */
    NOT_IN_FORCE("发生之日没有有效的规则版本", "no version of a rule that listens was in force on its day"),
    /** The facts of the case do not let the rules apply that it would start. */
    CONDITIONS_NOT_MET(
        "案件事实不符合规则适用条件", "the facts of the case do not meet the conditions of the rules"),
    /** Nothing is open that it could end, pause, extend or restart. */
    NOTHING_OPEN("没有可由其终止、暂停、延长或重新计算的期限", "nothing was open that it ends, pauses or moves"),
    /** It states facts, or records a finding; no deadline follows otherwise from them. */
    KEPT("已记录，未引起期限变动", "it is kept, and no deadline changed by it");

    private final Names names;

    Reason(String zh, String en) {
      this.names = new Names(zh, en);
    }

    /** For people. */
    public Names names() {
      return names;
    }

    public String wire() {
      return Words.of(this);
    }
  }

  public NoEffect {
    rules = List.copyOf(rules);
  }

  static NoEffect of(Reason reason) {
    return new NoEffect(reason, List.of(), "");
  }

  static NoEffect of(Reason reason, List<String> rules) {
    return new NoEffect(reason, rules, "");
  }
}
