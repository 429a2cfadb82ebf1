package io.caseclock.monitor.alarm;

import io.caseclock.contract.CaseEvent;
import io.caseclock.contract.Names;
import io.caseclock.monitor.deadline.Deadline;
import io.caseclock.monitor.deadline.TraceStep;
import io.caseclock.monitor.law.Law;
import io.caseclock.monitor.limit.QuarantineReason;
import io.caseclock.monitor.watch.StoredDeadline;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * How breached deadlines came about, to be told with the breach. A case that cannot be evaluated
 * says so in one line instead: no alarm waits for its trace.
 */
final class BreachTraces {

  /** The most lines that are told; a message must stay small enough to be sent. */
  static final int MOST_LINES = 100;

  private final Law law;
  private final Instant now;
  private final Map<String, Set<UUID>> wanted;
  private final Map<UUID, List<Names>> byDeadline = new HashMap<>();

  BreachTraces(Law law, List<StoredDeadline> breached, Instant now) {
    this.law = law;
    this.now = now;
    this.wanted =
        breached.stream()
            .collect(
                Collectors.groupingBy(
                    StoredDeadline::caseId,
                    Collectors.mapping(StoredDeadline::id, Collectors.toSet())));
  }

  Set<String> cases() {
    return wanted.keySet();
  }

  Map<UUID, List<Names>> byDeadline() {
    return byDeadline;
  }

  void add(String caseId, List<CaseEvent> events) {
    var ids = wanted.getOrDefault(caseId, Set.of());
    try {
      for (var deadline :
          law.explain(law.timeline(caseId, events), now, key -> ids.contains(key.id()))) {
        if (!deadline.trace().isEmpty()) {
          byDeadline.put(deadline.key().id(), lines(deadline));
        }
      }
    } catch (RuntimeException e) {
      leaveOut(caseId, QuarantineReason.of(e));
    }
  }

  void leaveOut(String caseId, QuarantineReason why) {
    var reason = why.names();
    var line =
        new Names("计算过程无法列出：" + reason.zh(), "How it came about cannot be shown: " + reason.en());
    wanted.getOrDefault(caseId, Set.of()).forEach(id -> byDeadline.put(id, List.of(line)));
  }

  private static List<Names> lines(Deadline deadline) {
    var steps = deadline.trace();
    if (steps.size() <= MOST_LINES) {
      return steps.stream().map(TraceStep::sentence).toList();
    }
    List<Names> lines = new ArrayList<>();
    steps.stream().limit(MOST_LINES - 2).map(TraceStep::sentence).forEach(lines::add);
    var left = steps.size() - MOST_LINES + 1;
    lines.add(new Names("（中间 " + left + " 步略）", "(" + left + " steps in between are left out)"));
    lines.add(steps.getLast().sentence());
    return lines;
  }
}
