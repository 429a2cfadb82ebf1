package io.caseclock.local.sample.scenario;

import io.caseclock.local.sample.story.Story;

/** One kind of history. */
public interface Scenario {

  /** Tells the whole course from {@link Story#opensAt()}, whatever the present day is. */
  void tell(Story story);
}
