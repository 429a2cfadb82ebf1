package io.caseclock.local.sample.scenario;

import static io.caseclock.local.sample.story.Limit.hours;

import io.caseclock.local.sample.story.Story;

/** A patrol comes back, and its recordings are stored within a day. */
public final class Patrol implements Scenario {

  @Override
  public void tell(Story story) {
    var recorder = story.venue("recorder-" + story.dice().between(1, 9));
    var ended = story.tell("duty-ended", recorder, story.opensAt());
    story.within(hours(24), ended, "recording-uploaded", recorder);
  }
}
