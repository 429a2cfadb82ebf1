package io.caseclock.intake.accept;

import io.caseclock.access.Caller;
import io.caseclock.directory.Directory;
import io.caseclock.intake.accept.EventCheck.Checked;
import io.caseclock.intake.journal.CheckedEvent;
import io.caseclock.intake.journal.Journal;
import io.caseclock.intake.journal.Outcome;
import io.caseclock.intake.source.SourceClients;
import io.caseclock.ownership.OwnershipRules;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/** Takes events in: the sound ones are kept together, the others refused one by one. */
public final class AcceptEvents {

  private final EventCheck check;
  private final CaseRight cases;
  private final Directory directory;
  private final Journal journal;
  private final SourceClients clients;
  private final InstantSource clock;

  public AcceptEvents(
      EventCheck check,
      OwnershipRules ownership,
      Directory directory,
      Journal journal,
      SourceClients clients,
      InstantSource clock) {
    this.check = check;
    this.cases = new CaseRight(journal, ownership);
    this.directory = directory;
    this.journal = journal;
    this.clients = clients;
    this.clock = clock;
  }

  /**
   * Returns once every sound event is durable.
   *
   * @return one outcome a submission, in their order
   */
  public List<Outcome> accept(List<Submission> submissions, Caller caller) {
    var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    var reach = new UnitsInReach(directory, caller, now);
    var sources = new SourceRight(caller, clients);
    var checked =
        cases.check(
            submissions.stream()
                .map(event -> check.check(event, caller, sources, reach, now))
                .toList(),
            now);
    var kept = journal.keep(sound(checked), now).iterator();
    return checked.stream()
        .map(
            each ->
                switch (each) {
                  case Checked.Sound sound -> kept.next();
                  case Checked.Faulty faulty -> faulty.refusal();
                })
        .toList();
  }

  private static List<CheckedEvent> sound(List<Checked> checked) {
    List<CheckedEvent> sound = new ArrayList<>();
    for (var each : checked) {
      if (each instanceof Checked.Sound(var entry, var submission)) {
        sound.add(entry);
      }
    }
    return sound;
  }
}
