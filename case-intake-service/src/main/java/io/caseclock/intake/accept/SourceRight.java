package io.caseclock.intake.accept;

import static io.caseclock.access.Role.ADMINISTRATOR;
import static io.caseclock.access.Role.LEGAL_OFFICER;
import static io.caseclock.access.Role.PRECINCT_SYSTEM;
import static io.caseclock.access.Role.SUPERVISOR;

import io.caseclock.access.Caller;
import io.caseclock.attribute.Reading;
import io.caseclock.intake.source.PersonSource;
import io.caseclock.intake.source.SourceClients.Registration;
import io.caseclock.intake.source.SourcePattern;
import io.caseclock.problem.ProblemType;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Decides whether a caller may post as a source: a system as those it is registered for, a person
 * as that person, an administrator as any. Not safe for several threads.
 */
final class SourceRight {

  private final Caller caller;
  private final Function<String, List<Registration>> clients;
  private final List<SourcePattern> claimed = new ArrayList<>();

  /**
   * @param clients what is registered for a client
   */
  SourceRight(Caller caller, Function<String, List<Registration>> clients) {
    this.caller = caller;
    this.clients = clients;
    for (var text : caller.sources()) {
      if (SourcePattern.read(text) instanceof Reading.Sound<SourcePattern>(var pattern)) {
        claimed.add(pattern);
      }
    }
  }

  /** Adds a fault where the source, in its normal form, is not the caller's to post as. */
  void check(String source, Faults faults) {
    if (!mayPostAs(source)) {
      faults.add(ProblemType.NOT_ALLOWED, "/source", refusal());
    }
  }

  private boolean mayPostAs(String source) {
    if (caller.is(ADMINISTRATOR)) {
      return true;
    }
    if (isPerson() && source.equals(PersonSource.of(caller))) {
      return true;
    }
    return caller.is(PRECINCT_SYSTEM)
        && !SourcePattern.isReserved(source)
        && (covers(claimed, source) || covers(registered(), source));
  }

  private String refusal() {
    return isPerson() && !caller.is(PRECINCT_SYSTEM)
        ? "must be " + PersonSource.of(caller) + ", since people post as themselves"
        : "the caller is not registered for this source";
  }

  private boolean isPerson() {
    return caller.is(LEGAL_OFFICER) || caller.is(SUPERVISOR);
  }

  private static boolean covers(List<SourcePattern> patterns, String source) {
    return patterns.stream().anyMatch(pattern -> pattern.covers(source));
  }

  private List<SourcePattern> registered() {
    return clients.apply(caller.name()).stream().map(Registration::source).toList();
  }
}
