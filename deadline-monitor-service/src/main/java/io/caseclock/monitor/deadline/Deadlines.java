package io.caseclock.monitor.deadline;

import java.util.Comparator;

/** A stable order for results. */
final class Deadlines {

  static final Comparator<Deadline> BY_START =
      Comparator.comparing(Deadline::startedAt)
          .thenComparing(deadline -> deadline.key().rule())
          .thenComparing(deadline -> deadline.key().subject())
          .thenComparing(deadline -> deadline.key().start());

  private Deadlines() {}
}
