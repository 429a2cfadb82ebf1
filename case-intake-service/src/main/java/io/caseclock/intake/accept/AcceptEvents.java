package io.caseclock.intake.accept;

import io.caseclock.access.Caller;
import io.caseclock.directory.Directory;
import io.caseclock.intake.accept.EventCheck.Checked;
import io.caseclock.intake.journal.CheckedEvent;
import io.caseclock.intake.journal.Journal;
import io.caseclock.intake.journal.Outcome;
import io.caseclock.intake.source.GoLiveDates;
import io.caseclock.intake.source.GoLiveDates.GoLive;
import io.caseclock.intake.source.SourceClients;
import io.caseclock.intake.source.SourcePattern;
import io.caseclock.ownership.OwnershipRules;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Takes events in: the sound ones are kept together, the others refused one by one. */
public final class AcceptEvents {

  private final EventCheck check;
  private final CaseRight cases;
  private final Directory directory;
  private final Journal journal;
  private final SourceClients clients;
  private final GoLiveDates goLives;
  private final InstantSource clock;

  public AcceptEvents(
      EventCheck check,
      OwnershipRules ownership,
      Directory directory,
      Journal journal,
      SourceClients clients,
      GoLiveDates goLives,
      InstantSource clock) {
    this.check = check;
    this.cases = new CaseRight(journal, ownership);
    this.directory = directory;
    this.journal = journal;
    this.clients = clients;
    this.goLives = goLives;
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
    var kept = journal.keep(marked(sound(checked)), now).iterator();
    return checked.stream()
        .map(
            each ->
                switch (each) {
                  case Checked.Sound sound -> kept.next();
                  case Checked.Faulty faulty -> faulty.refusal();
                })
        .toList();
  }

  /** What happened before its source was in daily use is history. */
  private List<CheckedEvent> marked(List<CheckedEvent> events) {
    if (events.isEmpty()) {
      return events;
    }
    var sources =
        events.stream().map(event -> event.eventId().source()).collect(Collectors.toSet());
    var dates = goLives.covering(sources);
    return dates.isEmpty() ? events : events.stream().map(event -> marked(event, dates)).toList();
  }

  /** What people say is never history, whatever prefix a date is set for. */
  private static CheckedEvent marked(CheckedEvent event, List<GoLive> dates) {
    var source = event.eventId().source();
    return SourcePattern.isReserved(source)
        ? event
        : GoLiveDates.of(source, dates).map(event::beforeGoLive).orElse(event);
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
