package io.caseclock.notify.notice;

import io.caseclock.contract.Words;
import java.util.Arrays;

/** The kinds of notices. */
public enum NoticeKind {
  /** 整改通知书: names one or several faults of a unit. */
  NOTICE,
  /** 督办单: of a higher unit, and names the notice that has to be dealt with. */
  SUPERVISION_ORDER;

  public String wire() {
    return Words.of(this);
  }

  /** Reads what {@link #wire} has written. */
  public static NoticeKind ofWire(String text) {
    return Arrays.stream(values())
        .filter(kind -> kind.wire().equals(text))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("not a kind of notice: " + text));
  }
}
