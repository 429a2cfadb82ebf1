package io.caseclock.notify.console.route;

import io.caseclock.pack.Step;
import java.util.List;
import java.util.Optional;

/** A step as a form holds it; of the channels an empty one asks for nothing. */
record StepRow(LengthForm after, List<String> tell, List<String> push) {

  /** So many channels may be named, in order of preference. */
  static final int CHANNELS = 3;

  StepRow {
    tell = List.copyOf(tell);
    push = List.copyOf(push);
  }

  static StepRow of(Step step) {
    return new StepRow(LengthForm.of(step.after()), step.roles(), step.push());
  }

  /** Tells the responsible officer, in the inbox. */
  static StepRow after(LengthForm length) {
    return new StepRow(length, List.of("officer"), List.of());
  }

  /** Empty where the length is none, or a word is unknown or repeated. */
  Optional<Step> step() {
    try {
      return after.lead().map(length -> new Step(length, tell, push));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** The channel of that rank, from 0; empty for none. */
  public String channel(int rank) {
    return rank < push.size() ? push.get(rank) : "";
  }
}
