package io.caseclock.monitor.deadline;

import io.caseclock.pack.DeadlineTrigger.Moment;
import java.util.ArrayList;
import java.util.List;

/**
 * The rules of a book that start or count from deadlines by one other rule.
 *
 * @param ofDue count back from its due instant
 * @param ofBreach start when it passes unmet
 * @param ofMet start when it is met
 */
record Followers(List<Candidate> ofDue, List<Candidate> ofBreach, List<Candidate> ofMet) {

  static Followers none() {
    return new Followers(new ArrayList<>(0), new ArrayList<>(0), new ArrayList<>(0));
  }

  List<Candidate> at(Moment moment) {
    return switch (moment) {
      case BREACH -> ofBreach;
      case MET -> ofMet;
    };
  }
}
