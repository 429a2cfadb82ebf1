package io.caseclock.monitor.casefile;

import io.caseclock.contract.BuiltInTypes;
import io.caseclock.contract.Names;
import io.caseclock.monitor.law.Law;
import io.caseclock.pack.Rule;
import io.caseclock.pack.Trigger;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** What the types of events are called and what they are to deadlines, by the packs in force. */
public final class EventTypes {

  private static final Map<String, Names> BUILT_IN =
      Map.of(
          BuiltInTypes.EXTENSION_APPROVED, new Names("批准延长期限", "Extension approved"),
          BuiltInTypes.FACTS_STATED, new Names("说明事实", "Facts stated"),
          BuiltInTypes.EVENT_WITHDRAWN, new Names("撤回事件", "Event withdrawn"),
          BuiltInTypes.FINDING_RECORDED, new Names("登记问题", "Finding recorded"),
          BuiltInTypes.CASE_ASSIGNED, new Names("案件移交承办", "Case assigned"));

  private final Map<String, Names> names = new HashMap<>(BUILT_IN);
  private final Set<String> starts = new HashSet<>();
  private final Set<String> ends = new HashSet<>();
  private final Set<String> spans = new HashSet<>();

  public EventTypes(Law law) {
    for (var pack : law.packs()) {
      pack.pack().eventTypes().forEach((type, known) -> names.putIfAbsent(type, known.names()));
    }
    law.rules().forEach(found -> add(found.rule()));
  }

  private void add(Rule rule) {
    starts.addAll(rule.starts());
    Stream.concat(rule.stops().stream(), rule.cancels().stream())
        .map(Trigger::event)
        .forEach(ends::add);
    for (var version : rule.versions()) {
      version.restarts().forEach(restart -> starts.add(restart.trigger().event()));
      for (var pair : version.tolling()) {
        spans.add(pair.from().event());
        spans.add(pair.to().event());
      }
    }
  }

  /** What people call it; its own word where no pack knows it. */
  public Names names(String type) {
    return names.getOrDefault(type, new Names(type, type));
  }

  /** A type that both bounds a span and starts or ends a period counts as the latter. */
  public EventKind kind(String type) {
    return switch (type) {
      case BuiltInTypes.EXTENSION_APPROVED -> EventKind.EXTENSION;
      case BuiltInTypes.CASE_ASSIGNED -> EventKind.HANDOVER;
      case BuiltInTypes.EVENT_WITHDRAWN -> EventKind.WITHDRAWAL;
      case BuiltInTypes.FACTS_STATED, BuiltInTypes.FINDING_RECORDED -> EventKind.STATEMENT;
      default -> kindByRules(type);
    };
  }

  private EventKind kindByRules(String type) {
    if (starts.contains(type)) {
      return ends.contains(type) ? EventKind.END_AND_START : EventKind.START;
    }
    if (ends.contains(type)) {
      return EventKind.END;
    }
    return spans.contains(type) ? EventKind.SPAN : EventKind.OTHER;
  }
}
