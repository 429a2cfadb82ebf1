package io.caseclock.pack;

import io.caseclock.contract.Names;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * An event type that a pack knows.
 *
 * @param opens whether such an event opens a case, which then belongs to its unit
 * @param reportedBy kinds of units that report it on cases of others, such as {@code laboratory};
 *     empty where only those to whom the case belongs do
 * @param properties JSON Schema fragments of the data's members beyond unit, officer, caseId, facts
 * @param required the members of {@code properties} that must be there
 */
public record EventType(
    String type,
    Names names,
    String element,
    boolean opens,
    Set<String> reportedBy,
    Map<String, Object> properties,
    List<String> required) {

  public EventType {
    reportedBy = Set.copyOf(reportedBy);
    properties = Map.copyOf(properties);
    required = List.copyOf(required);
  }
}
