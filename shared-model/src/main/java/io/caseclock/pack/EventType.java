package io.caseclock.pack;

import io.caseclock.contract.Names;
import java.util.List;
import java.util.Map;

/**
 * An event type that a pack knows.
 *
 * @param properties JSON Schema fragments of the data's members beyond unit, officer, caseId, facts
 * @param required the members of {@code properties} that must be there
 */
public record EventType(
    String type,
    Names names,
    String element,
    Map<String, Object> properties,
    List<String> required) {

  public EventType {
    properties = Map.copyOf(properties);
    required = List.copyOf(required);
  }
}
