package io.caseclock.monitor.deadline;

import io.caseclock.contract.CaseEvent;
import io.caseclock.ownership.Tenure;
import org.jspecify.annotations.Nullable;

/**
 * Whose deadline it is.
 *
 * @param officer null where unknown
 */
public record Responsible(String unit, @Nullable String officer) {

  static Responsible of(Tenure tenure) {
    return new Responsible(tenure.unit(), tenure.officer());
  }

  static Responsible of(CaseEvent event) {
    return new Responsible(event.unit(), event.officer());
  }
}
