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

/** Asks every stage of every message in a mailbox, and puts into envelopes what may go out. */
public final class Pipeline {

  private static final int MOST_LETTERS = 5_000;
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

  /** Pure: the same desk gives the same answer. */
  public PipelineResult sort(MailboxState desk) {
    List<PendingMessage> passed = new ArrayList<>();
    List<Held> grouping = new ArrayList<>();
    List<Held> held = new ArrayList<>();
    List<Dropped> dropped = new ArrayList<>();
    for (var waiting : desk.waiting()) {
      switch (judge(waiting, desk)) {
        case Pass pass -> passed.add(waiting);
        case Hold hold when hold.reason() == Reason.GROUPING ->
            grouping.add(new Held(waiting, hold));
        case Hold hold -> held.add(new Held(waiting, hold));
        case Drop drop -> dropped.add(new Dropped(waiting, drop.reason()));
      }
    }
    held.addAll(joined(passed, grouping));
    if (desk.circuitOpen()) {
      passed.forEach(waiting -> held.add(afterCircuit(waiting, desk)));
      return new PipelineResult(List.of(), held, dropped);
    }
    var split = BUDGET.split(enveloped(passed), desk);
    held.addAll(split.held());
    return new PipelineResult(split.out(), held, dropped);
  }

  private StageVerdict judge(PendingMessage waiting, MailboxState desk) {
    return stages.stream()
        .map(stage -> stage.judge(waiting, desk))
        .filter(verdict -> !(verdict instanceof Pass))
        .findFirst()
        .orElse(StageVerdict.PASS);
  }

  /**
   * What still waited for company goes along where its unit's envelope goes out; returns the rest.
   */
  private static List<Held> joined(List<PendingMessage> passed, List<Held> grouping) {
    var units = passed.stream().map(PendingMessage::unit).distinct().toList();
    List<Held> rest = new ArrayList<>();
    for (var one : grouping) {
      if (units.contains(one.waiting().unit())) {
        passed.add(one.waiting());
      } else {
        rest.add(one);
      }
    }
    return rest;
  }

  private Held afterCircuit(PendingMessage waiting, MailboxState desk) {
    return new Held(waiting, new Hold(Reason.CIRCUIT_OPEN, desk.now().plus(circuitPause)));
  }

  /** What was held back goes out as one digest, whatever unit it concerns; the rest by unit. */
  private static List<MessageGroup> enveloped(List<PendingMessage> passed) {
    List<PendingMessage> late = passed.stream().filter(w -> w.lastReason().makesDigest()).toList();
    Map<String, List<PendingMessage>> byUnit =
        passed.stream()
            .filter(w -> !w.lastReason().makesDigest())
            .collect(groupingBy(PendingMessage::unit, LinkedHashMap::new, toList()));
    List<MessageGroup> envelopes = new ArrayList<>();
    split(late).forEach(part -> envelopes.add(MessageGroup.of(Shape.DIGEST, part)));
    byUnit
        .values()
        .forEach(
            unit -> split(unit).forEach(part -> envelopes.add(MessageGroup.of(Shape.GROUP, part))));
    return envelopes;
  }

  private static List<List<PendingMessage>> split(List<PendingMessage> messages) {
    List<List<PendingMessage>> parts = new ArrayList<>();
    for (var from = 0; from < messages.size(); from += MOST_LETTERS) {
      parts.add(messages.subList(from, Math.min(from + MOST_LETTERS, messages.size())));
    }
    return parts;
  }
}
