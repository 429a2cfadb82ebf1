package io.caseclock.notify.pipeline;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import io.caseclock.notify.pipeline.Envelope.Shape;
import io.caseclock.notify.pipeline.Sorted.Dropped;
import io.caseclock.notify.pipeline.Sorted.Held;
import io.caseclock.notify.pipeline.Verdict.Drop;
import io.caseclock.notify.pipeline.Verdict.Hold;
import io.caseclock.notify.pipeline.Verdict.Pass;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Asks every stage of every letter in a mailbox, and puts into envelopes what may go out. */
public final class SortMail {

  private static final int MOST_LETTERS = 5_000;
  private static final Budget BUDGET = new Budget();

  private final List<Stage> stages;
  private final Duration circuitPause;

  /**
   * @param stages in their order; the first that objects decides
   * @param circuitPause when to look again at a channel that fails
   */
  public SortMail(List<Stage> stages, Duration circuitPause) {
    this.stages = List.copyOf(stages);
    this.circuitPause = circuitPause;
  }

  /** Pure: the same desk gives the same answer. */
  public Sorted sort(Desk desk) {
    List<Waiting> passed = new ArrayList<>();
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
      return new Sorted(List.of(), held, dropped);
    }
    var split = BUDGET.split(enveloped(passed), desk);
    held.addAll(split.held());
    return new Sorted(split.out(), held, dropped);
  }

  private Verdict judge(Waiting waiting, Desk desk) {
    return stages.stream()
        .map(stage -> stage.judge(waiting, desk))
        .filter(verdict -> !(verdict instanceof Pass))
        .findFirst()
        .orElse(Verdict.PASS);
  }

  /**
   * What still waited for company goes along where its unit's envelope goes out; returns the rest.
   */
  private static List<Held> joined(List<Waiting> passed, List<Held> grouping) {
    var units = passed.stream().map(Waiting::unit).distinct().toList();
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

  private Held afterCircuit(Waiting waiting, Desk desk) {
    return new Held(waiting, new Hold(Reason.CIRCUIT_OPEN, desk.now().plus(circuitPause)));
  }

  /** What was held back goes out as one digest, whatever unit it concerns; the rest by unit. */
  private static List<Envelope> enveloped(List<Waiting> passed) {
    List<Waiting> late = passed.stream().filter(w -> w.lastReason().makesDigest()).toList();
    Map<String, List<Waiting>> byUnit =
        passed.stream()
            .filter(w -> !w.lastReason().makesDigest())
            .collect(groupingBy(Waiting::unit, LinkedHashMap::new, toList()));
    List<Envelope> envelopes = new ArrayList<>();
    split(late).forEach(part -> envelopes.add(Envelope.of(Shape.DIGEST, part)));
    byUnit
        .values()
        .forEach(
            unit -> split(unit).forEach(part -> envelopes.add(Envelope.of(Shape.GROUP, part))));
    return envelopes;
  }

  private static List<List<Waiting>> split(List<Waiting> letters) {
    List<List<Waiting>> parts = new ArrayList<>();
    for (var from = 0; from < letters.size(); from += MOST_LETTERS) {
      parts.add(letters.subList(from, Math.min(from + MOST_LETTERS, letters.size())));
    }
    return parts;
  }
}
