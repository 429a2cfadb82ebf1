package io.caseclock.notify.console.casepage;

import io.caseclock.contract.Names;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How a deadline came about, as the monitor tells it. */
record CaseExplanation(
    Deadline deadline,
    boolean reproduced,
    @Nullable String unverified,
    List<Step> trace,
    List<Day> days) {

  /** The deadline that is explained. */
  record Deadline(
      String id,
      String caseId,
      String rule,
      String ruleVersion,
      Names names,
      String subject,
      boolean statutory,
      String status,
      @Nullable Instant dueAt,
      @Nullable LocalDate dueOn,
      @Nullable LocalDate alternativeOn,
      boolean provisional) {}

  /** One step of the way. */
  record Step(
      String kind,
      String zh,
      String en,
      @Nullable String provision,
      @Nullable String before,
      @Nullable String after) {

    public Names sentence() {
      return new Names(zh, en);
    }

    /** Whether it tells the other reading of the law. */
    public boolean isAlternative() {
      return kind.equals("alternative");
    }
  }

  /** One day of the period. */
  record Day(LocalDate date, String mark, @Nullable Integer number, @Nullable Names reason) {}

  /** The steps of the operative reading. */
  public List<Step> operative() {
    return trace.stream().filter(step -> !step.isAlternative()).toList();
  }

  /** The steps of the other reading; empty where there is one reading. */
  public List<Step> otherwise() {
    return trace.stream().filter(Step::isAlternative).toList();
  }
}
