package io.caseclock.bench.firing;

import java.time.Duration;

/** One way of firing what is due. */
interface Side {

  /** As it stands in tables. */
  String name();

  /** Sets up its tables, once, with all the cases due. */
  void setUp() throws Exception;

  /** Makes the first so many cases due, of which nobody was told yet. */
  void makeDue(int cases);

  /** Fires until so many were fired, or the time is over. */
  Fired fire(int cases, Duration longest) throws Exception;

  /** How many are due and not yet done with. */
  long left();
}
