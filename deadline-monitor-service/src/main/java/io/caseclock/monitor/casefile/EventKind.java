package io.caseclock.monitor.casefile;

import io.caseclock.contract.Names;
import io.caseclock.contract.Words;

/** What an event is to the deadlines of its case, by its type alone. */
public enum EventKind {
  START("起算", "starts a period"),
  END("终结", "ends a period"),
  END_AND_START("终结并起算", "ends a period and starts another"),
  SPAN("期间扣除的起止", "begins or ends a span that does not count"),
  EXTENSION("延长", "extends a period"),
  HANDOVER("移交", "hands the case over"),
  WITHDRAWAL("撤回", "takes an earlier event back"),
  STATEMENT("说明", "states facts, or a fault"),
  OTHER("其他", "is only kept");

  private final Names names;

  EventKind(String zh, String en) {
    this.names = new Names(zh, en);
  }

  public Names names() {
    return names;
  }

  public String wire() {
    return Words.of(this);
  }
}
