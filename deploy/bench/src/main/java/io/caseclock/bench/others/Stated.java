package io.caseclock.bench.others;

import io.caseclock.contract.CaseEvent;
import io.caseclock.contract.Subject;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What was last stated of a case, or of somebody in it.
 *
 * @param value as text
 */
public record Stated(String fact, Subject subject, String value) {

  /** The newest statement of each fact about each subject, whenever it was made. */
  static List<Stated> in(Collection<CaseEvent> oldestFirst) {
    Map<List<Object>, Stated> newest = new LinkedHashMap<>();
    for (var event : oldestFirst) {
      event
          .facts()
          .forEach(
              (fact, value) ->
                  newest.put(
                      List.of(fact, event.subject()),
                      new Stated(fact, event.subject(), value.toString())));
    }
    return List.copyOf(newest.values());
  }

  /** Whether it is said of the case, and so of everybody in it. */
  public boolean isOfCase() {
    return subject.isCase();
  }
}
