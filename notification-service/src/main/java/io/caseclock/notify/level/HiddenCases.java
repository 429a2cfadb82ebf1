package io.caseclock.notify.level;

import java.util.List;

/** The restricted cases that are hidden from whoever is answered at the moment. */
@FunctionalInterface
public interface HiddenCases {

  /**
   * What is hidden.
   *
   * @param cases their ids
   * @param person the officer who asks, and goes on seeing what they were told themselves; empty
   *     for none
   */
  record Hidden(List<String> cases, String person) {

    public static final Hidden NOTHING = new Hidden(List.of(), "");

    public Hidden {
      cases = List.copyOf(cases);
    }

    public boolean isNothing() {
      return cases.isEmpty();
    }
  }

  /** For what nobody asks for: nothing is hidden from it. */
  HiddenCases NONE = () -> Hidden.NOTHING;

  /**
   * The same throughout a request. Throws where nobody is being answered, so that no way of reading
   * leads past it unseen.
   */
  Hidden now();
}
