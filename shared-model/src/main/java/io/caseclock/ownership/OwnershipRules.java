package io.caseclock.ownership;

import io.caseclock.pack.EventType;
import io.caseclock.pack.Pack;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What the packs say of event types that matters to ownership.
 *
 * @param opening types that open a case; where none of these has come, the first event opens it
 * @param reportedBy by type, the kinds of units that report it on cases of others
 */
public record OwnershipRules(Set<String> opening, Map<String, Set<String>> reportedBy) {

  /** No type opens a case more than any other, and no other organ reports anything. */
  public static final OwnershipRules NONE = new OwnershipRules(Set.of(), Map.of());

  public OwnershipRules {
    opening = Set.copyOf(opening);
    reportedBy = Map.copyOf(reportedBy);
  }

  /** What several packs say together. */
  public static OwnershipRules of(List<Pack> packs) {
    Set<String> opening = new HashSet<>();
    Map<String, Set<String>> reportedBy = new HashMap<>();
    for (var pack : packs) {
      for (EventType type : pack.eventTypes().values()) {
        if (type.opens()) {
          opening.add(type.type());
        }
        if (!type.reportedBy().isEmpty()) {
          reportedBy.computeIfAbsent(type.type(), any -> new HashSet<>()).addAll(type.reportedBy());
        }
      }
    }
    return new OwnershipRules(opening, reportedBy);
  }

  /** Whether an event of the type opens a case. */
  public boolean opens(String type) {
    return opening.contains(type);
  }

  boolean isReportedByOthers(String type) {
    return reportedBy.containsKey(type);
  }

  boolean isReportedBy(String type, String kind) {
    return reportedBy.getOrDefault(type, Set.of()).contains(kind);
  }
}
