package io.caseclock.notify.console.route;

import io.caseclock.notify.console.frame.Choice;
import io.caseclock.notify.console.frame.Choices;
import java.util.List;

/** What each route may be for, asked for once however many routes there are. */
record Offered(
    List<Choice> kinds, List<Choice> severities, List<Choice> lists, List<Choice> rules) {

  static Offered of(Choices choices) {
    return new Offered(choices.kinds(), choices.severities(), choices.lists(), choices.rules());
  }
}
