package io.caseclock.notify.pipeline;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import io.caseclock.notify.pipeline.MessageGroup.Shape;
import io.caseclock.notify.pipeline.PipelineResult.Dropped;
import io.caseclock.notify.pipeline.PipelineResult.Held;
import io.caseclock.notify.pipeline.StageVerdict.Drop;
import io.caseclock.notify.pipeline.StageVerdict.Hold;
import io.caseclock.notify.pipeline.StageVerdict.Pass;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Asks every stage of every message in a mailbox, and puts into groups what may go out. */
public final class Pipeline {

  private static final int MOST_MESSAGES = 5_000;
  private static final Budget BUDGET = new Budget();

  private final List<Stage> stages;
  private final Duration circuitPause;

  /**
   * @param stages in their order; the first that objects decides
   * @param circuitPause when to look again at a channel that fails
   */
  public Pipeline(List<Stage> stages, Duration circuitPause) {
    this.stages = List.copyOf(stages);
    this.circuitPause = circuitPause;
  }

  /** Pure: the same mailbox gives the same answer. */
  public PipelineResult run(MailboxState mailbox) {
    List<PendingMessage> passed = new ArrayList<>();
    List<Held> grouping = new ArrayList<>();
    List<Held> held = new ArrayList<>();
    List<Dropped> dropped = new ArrayList<>();
    for (var pending : mailbox.pending()) {
      switch (judge(pending, mailbox)) {
        case Pass pass -> passed.add(pending);
        case Hold hold when hold.reason() == Reason.GROUPING ->
            grouping.add(new Held(pending, hold));
        case Hold hold -> held.add(new Held(pending, hold));
        case Drop drop -> dropped.add(new Dropped(pending, drop.reason()));
      }
    }
    held.addAll(joined(passed, grouping));
    if (mailbox.circuitOpen()) {
      passed.forEach(pending -> held.add(afterCircuit(pending, mailbox)));
      return new PipelineResult(List.of(), held, dropped);
    }
    var split = BUDGET.split(groups(passed, mailbox.eachAlone()), mailbox);
    held.addAll(split.held());
    return new PipelineResult(split.out(), held, dropped);
  }

  private StageVerdict judge(PendingMessage pending, MailboxState mailbox) {
    return stages.stream()
        .map(stage -> stage.judge(pending, mailbox))
        .filter(verdict -> !(verdict instanceof Pass))
        .findFirst()
        .orElse(StageVerdict.PASS);
  }

  /** What still waited for company goes along where its unit's group goes out; returns the rest. */
  private static List<Held> joined(List<PendingMessage> passed, List<Held> grouping) {
    var units = passed.stream().map(PendingMessage::unit).distinct().toList();
    List<Held> rest = new ArrayList<>();
    for (var one : grouping) {
      if (units.contains(one.pending().unit())) {
        passed.add(one.pending());
      } else {
        rest.add(one);
      }
    }
    return rest;
  }

  private Held afterCircuit(PendingMessage pending, MailboxState mailbox) {
    return new Held(pending, new Hold(Reason.CIRCUIT_OPEN, mailbox.now().plus(circuitPause)));
  }

  /**
   * What was held back goes out as one digest, of whatever units; the rest by unit, or each alone.
   */
  private static List<MessageGroup> groups(List<PendingMessage> passed, boolean eachAlone) {
    List<PendingMessage> late = passed.stream().filter(w -> w.lastReason().makesDigest()).toList();
    Map<String, List<PendingMessage>> inTime =
        passed.stream()
            .filter(w -> !w.lastReason().makesDigest())
            .collect(
                groupingBy(
                    w -> eachAlone ? w.message().id() : w.unit(), LinkedHashMap::new, toList()));
    List<MessageGroup> groups = new ArrayList<>();
    split(late).forEach(part -> groups.add(MessageGroup.of(Shape.DIGEST, part)));
    inTime
        .values()
        .forEach(
            together ->
                split(together).forEach(part -> groups.add(MessageGroup.of(Shape.GROUP, part))));
    return groups;
  }

  private static List<List<PendingMessage>> split(List<PendingMessage> messages) {
    List<List<PendingMessage>> parts = new ArrayList<>();
    for (var from = 0; from < messages.size(); from += MOST_MESSAGES) {
      parts.add(messages.subList(from, Math.min(from + MOST_MESSAGES, messages.size())));
    }
    return parts;
  }
}
