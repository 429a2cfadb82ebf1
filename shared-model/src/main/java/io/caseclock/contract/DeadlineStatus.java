package io.caseclock.contract;

/** How a deadline stands at an instant. The wire form is the lower-case name with hyphens. */
public enum DeadlineStatus {
  /** Open, its due instant still ahead. */
  RUNNING(new Names("办理中", "Running")),
  /** Open, inside a span that does not count: it has no due instant now. */
  PAUSED(new Names("暂停计算", "Paused")),
  /** Done at or before the due instant, however late it was entered. */
  MET(new Names("按期完成", "Met")),
  /** Done after the due instant. */
  MET_LATE(new Names("逾期完成", "Met late")),
  /** Open, its due instant passed. */
  BREACHED(new Names("超期未办结", "Overdue")),
  /** A right that ran out unused: nobody is at fault. */
  LAPSED(new Names("期满终止", "Lapsed")),
  /** A minimum period that was not kept: the act came before it had run. */
  CUT_SHORT(new Names("期限未满", "Cut short")),
  /** Ended without being done, because what justified it fell away. */
  CANCELLED(new Names("已取消", "Cancelled"));

  private final Names names;

  DeadlineStatus(Names names) {
    this.names = names;
  }

  /** What people call it. */
  public Names names() {
    return names;
  }

  public String wire() {
    return Words.of(this);
  }

  /** Reads the wire form; refuses an unknown one with an {@link IllegalArgumentException}. */
  public static DeadlineStatus ofWire(String text) {
    return valueOf(text.toUpperCase(java.util.Locale.ROOT).replace('-', '_'));
  }

  /** Late, or too early: somebody is at fault, whether or not it was mended. */
  public boolean isFault() {
    return this == BREACHED || this == MET_LATE || this == CUT_SHORT;
  }

  /** Still to be done. */
  public boolean isOpen() {
    return this == RUNNING || this == PAUSED || this == BREACHED;
  }
}
