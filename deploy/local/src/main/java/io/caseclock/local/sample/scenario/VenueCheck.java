package io.caseclock.local.sample.scenario;

import static io.caseclock.local.sample.story.Limit.workingDays;

import io.caseclock.local.sample.story.Story;

/** A spot check by video finds something wrong in a case-handling area. */
public final class VenueCheck implements Scenario {

  @Override
  public void tell(Story story) {
    var venue = story.venue("BAQ");
    var found = story.tell("venue-finding-issued", venue, story.opensAt());
    story.within(workingDays(3), found, "venue-finding-fixed", venue);
  }
}
