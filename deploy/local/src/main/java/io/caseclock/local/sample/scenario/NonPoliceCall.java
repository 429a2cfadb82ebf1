package io.caseclock.local.sample.scenario;

import static io.caseclock.local.sample.story.Limit.hours;

import io.caseclock.local.sample.story.Story;

/** A call that is no matter of the police, and goes to whom it is for. */
public final class NonPoliceCall implements Scenario {

  @Override
  public void tell(Story story) {
    var call = story.incident();
    var found = story.tell("incident-found-non-police", call, story.opensAt());
    var diverted = story.promptly(hours(2), found, "incident-diverted", call);
    story.promptly(hours(24), diverted, "incident-diversion-accepted", call);
  }
}
