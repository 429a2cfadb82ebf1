package io.caseclock.monitor.limit;

import io.caseclock.contract.Words;

/** What is counted while a case is evaluated. */
public enum Limit {
  /** Events that one evaluation reads. */
  EVENTS("事件数", "events"),
  /** Deadlines that follow from them. */
  DEADLINES("期限数", "deadlines"),
  /** Spans, approvals and restarts that are taken into account, over all deadlines. */
  STEPS("计算步骤数", "steps of computation"),
  /** Faults found in the data: refused extensions, contradictions. */
  FINDINGS("问题数", "findings"),
  /** Lines of the traces that are asked for. */
  LINES("说明行数", "lines of explanation"),
  /** How often one event is held against another. */
  COMPARISONS("比对次数", "comparisons of events");

  private final String zh;
  private final String en;

  Limit(String zh, String en) {
    this.zh = zh;
    this.en = en;
  }

  public String zh() {
    return zh;
  }

  public String en() {
    return en;
  }

  /** In small letters: {@code events}, {@code deadlines}. */
  public String wire() {
    return Words.of(this);
  }
}
