package io.caseclock.local.certify;

import io.caseclock.contract.Names;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** The sound part of the day: a first case, repeats, news out of order, backdated, corrected. */
final class FirstDay {

  static final String RULE = "public-security-case-handling";
  static final String FIRST = "first-case/filed";

  private static final Duration EARLY = Duration.ofHours(3);
  private static final Duration LATER = Duration.ofHours(2);

  private FirstDay() {}

  static List<Step> of(Sender sender) {
    return Stream.of(firstCase(sender), repeats(sender), order(sender), correction(sender))
        .flatMap(List::stream)
        .toList();
  }

  private static List<Step> firstCase(Sender sender) {
    var filed = filed(sender);
    var decided = sender.event("FIRST", "decided", "decision-made", sender.ago(LATER), Map.of());
    var section = "a-first-case";
    return List.of(
        new Step(
            "first-case/types",
            new Names("规则包须包含首案所用的事件类型", "The rule packs know the types of the first case"),
            new Sent.Ask("/api/v1/event-types"),
            new Expected.Types(Set.of("case-filed", "decision-made", Sender.WITHDRAWN)),
            "events"),
        new Step(
            FIRST,
            new Names("立案事件被接收并给出回执", "A filed case is accepted and has a receipt"),
            Sender.post(filed),
            Expected.accepted(),
            section),
        new Step(
            "first-case/running",
            new Names("立案后办案期限开始计算", "The handling period runs from the filing"),
            deadlines(sender, "FIRST"),
            new Expected.Deadline(RULE, "running", sender.ago(EARLY)),
            section),
        new Step(
            "first-case/effects",
            new Names("事件产生的影响可以查询", "What followed from the event can be asked for"),
            new Sent.AskMonitor(sender.effects(filed)),
            new Expected.Effect(RULE),
            section),
        new Step(
            "first-case/decided",
            new Names("作出决定的事件被接收", "The decision is accepted"),
            Sender.post(decided),
            Expected.accepted(),
            section),
        new Step(
            "first-case/met",
            new Names("作出决定后期限按时完成", "The decision meets the deadline"),
            deadlines(sender, "FIRST"),
            new Expected.Deadline(RULE, "met", sender.ago(EARLY)),
            section));
  }

  private static List<Step> repeats(Sender sender) {
    var filed = filed(sender);
    var section = "repeats";
    return List.of(
        new Step(
            "repeat/same",
            new Names("同一事件重发得到同一回执", "The same event again has the same receipt"),
            Sender.post(filed),
            new Expected.SameReceipt(FIRST),
            section),
        new Step(
            "repeat/binary",
            new Names("二进制模式的同一事件也是重复", "The same event in binary mode is a repeat, too"),
            Sender.binary(filed),
            new Expected.SameReceipt(FIRST),
            section),
        new Step(
            "repeat/other-content",
            new Names("同一编号而内容不同被拒绝", "The same id with other content is refused"),
            Sender.post(Sender.with(filed, "time", sender.ago(LATER).toString())),
            Expected.refused(409, "conflicting-event"),
            section));
  }

  private static List<Step> order(Sender sender) {
    var decided = sender.event("ORDER", "decided", "decision-made", sender.ago(LATER), Map.of());
    var filed = sender.filed("ORDER", "filed", sender.ago(EARLY));
    var section = "order-and-time";
    return List.of(
        new Step(
            "order/later-first",
            new Names("后发生的事件可以先到", "What happened later may come first"),
            Sender.post(decided),
            Expected.accepted(),
            section),
        new Step(
            "order/earlier-second",
            new Names("先发生的事件可以后到（补报）", "What happened earlier may come later, backdated"),
            Sender.post(filed),
            Expected.accepted(),
            section),
        new Step(
            "order/met",
            new Names("期限只取决于事件发生时间", "Deadlines depend on when things happened, not came"),
            deadlines(sender, "ORDER"),
            new Expected.Deadline(RULE, "met", sender.ago(EARLY)),
            section));
  }

  private static List<Step> correction(Sender sender) {
    var wrong = sender.filed("RIGHT", "filed", sender.ago(LATER));
    var right = sender.filed("RIGHT", "filed-again", sender.ago(EARLY));
    var section = "corrections";
    return List.of(
        new Step(
            "correction/wrong",
            new Names("时间写错的立案被接收", "A filing with a wrong time is accepted"),
            Sender.post(wrong),
            Expected.accepted(),
            section),
        new Step(
            "correction/taken-back",
            new Names("撤回错误事件", "It is taken back"),
            Sender.post(sender.withdrawal(wrong)),
            Expected.accepted(),
            section),
        new Step(
            "correction/right",
            new Names("以新编号重报", "The right one comes under a new id"),
            Sender.post(right),
            Expected.accepted(),
            section),
        new Step(
            "correction/moved",
            new Names("期限随更正移动", "The deadline follows the correction"),
            deadlines(sender, "RIGHT"),
            new Expected.Deadline(RULE, "running", sender.ago(EARLY)),
            section));
  }

  /** The first event of the day. */
  static Map<String, Object> filed(Sender sender) {
    return sender.filed("FIRST", "filed", sender.ago(EARLY));
  }

  private static Sent deadlines(Sender sender, String caseName) {
    return new Sent.AskMonitor(Sender.deadlines(sender.caseId(caseName)));
  }
}
