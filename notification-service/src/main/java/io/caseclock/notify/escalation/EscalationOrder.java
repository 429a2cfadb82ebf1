package io.caseclock.notify.escalation;

import io.caseclock.contract.Words;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** How a list of escalations is sorted. */
public enum EscalationOrder {
  /** The newest breach first. */
  NEWEST,
  /** The oldest breach first. */
  OLDEST,
  /** By when the next step is told; those without one last. */
  NEXT,
  /** The gravest first, and of equal ones the oldest. */
  SEVERITY;

  public String wire() {
    return Words.of(this);
  }

  public static Optional<EscalationOrder> ofWire(String word) {
    return Arrays.stream(values()).filter(order -> order.wire().equals(word)).findFirst();
  }

  public static List<String> words() {
    return Arrays.stream(values()).map(EscalationOrder::wire).toList();
  }
}
