package io.caseclock.notify.notice;

import java.time.Instant;

/** Keeps the papers that are made after the issue; in the caller's transaction. */
@FunctionalInterface
public interface PaperShelf {

  /** Keeps it for good; where there is such a paper already, that one stays. */
  void keep(String noticeId, PaperForm form, FrozenDocument paper, Instant at);
}
