package io.caseclock.monitor.level;

import java.util.List;

/** The restricted cases that are hidden from whoever is answered at the moment. */
@FunctionalInterface
public interface HiddenCases {

  /** For what the monitor does by itself: nothing is hidden from it. */
  HiddenCases NONE = List::of;

  /**
   * Their ids; empty where none is. Throws where nobody is being answered, so that no way of
   * reading leads past it unseen.
   */
  List<String> ids();
}
