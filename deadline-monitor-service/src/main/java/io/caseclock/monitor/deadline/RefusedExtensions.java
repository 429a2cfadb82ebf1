package io.caseclock.monitor.deadline;

import io.caseclock.monitor.limit.Budget;
import java.util.ArrayList;
import java.util.List;

/** The approvals of one deadline that moved nothing: the first are kept, the others counted. */
final class RefusedExtensions {

  private final List<RefusedExtension> first = new ArrayList<>(0);
  private final Budget budget;
  private final int most;
  private int further;

  /**
   * @param most how many are kept
   */
  RefusedExtensions(Budget budget, int most) {
    this.budget = budget;
    this.most = most;
  }

  /** Whether it was kept. */
  boolean add(RefusedExtension refused) {
    if (first.size() == most) {
      further++;
      return false;
    }
    budget.finding();
    return first.add(refused);
  }

  List<RefusedExtension> first() {
    return first;
  }

  /** How many came after the first ones. */
  int further() {
    return further;
  }
}
