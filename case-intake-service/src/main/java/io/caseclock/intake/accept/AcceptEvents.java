package io.caseclock.intake.accept;

import io.caseclock.access.Caller;
import io.caseclock.attribute.Identifier;
import io.caseclock.attribute.Reading;
import io.caseclock.batch.BatchCache;
import io.caseclock.contract.CurrentTraces;
import io.caseclock.directory.Directory;
import io.caseclock.intake.accept.EventCheck.Checked;
import io.caseclock.intake.journal.CheckedEvent;
import io.caseclock.intake.journal.Journal;
import io.caseclock.intake.journal.Lot;
import io.caseclock.intake.journal.Outcome;
import io.caseclock.intake.source.GoLiveDates;
import io.caseclock.intake.source.GoLiveDates.GoLive;
import io.caseclock.intake.source.SourceClients;
import io.caseclock.intake.source.SourceClients.Registration;
import io.caseclock.intake.source.SourcePattern;
import io.caseclock.ownership.OwnershipRules;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Takes events in: the sound ones are kept together, the others refused one by one. */
public final class AcceptEvents {

  private final EventCheck check;
  private final CaseRight cases;
  private final Directory directory;
  private final Journal journal;
  private final SourceClients clients;
  private final GoLiveDates goLives;
  private final InstantSource clock;
  private final BatchCache memory;

  public AcceptEvents(
      EventCheck check,
      OwnershipRules ownership,
      Directory directory,
      Journal journal,
      SourceClients clients,
      GoLiveDates goLives,
      InstantSource clock,
      BatchCache memory) {
    this.check = check;
    this.cases = new CaseRight(journal, ownership);
    this.directory = directory;
    this.journal = journal;
    this.clients = clients;
    this.goLives = goLives;
    this.clock = clock;
    this.memory = memory;
  }

  /**
   * What one caller sends.
   *
   * @param traces {@code traceparent} of what is done about each submission, in their order; empty
   *     while no traces are written
   */
  public record Request(List<Submission> submissions, Caller caller, List<String> traces) {
    public Request {
      submissions = List.copyOf(submissions);
      traces = List.copyOf(traces);
    }

    /** The same without traces. */
    public Request(List<Submission> submissions, Caller caller) {
      this(submissions, caller, List.of());
    }
  }

  /**
   * Returns once every sound event is durable.
   *
   * @return one outcome a submission, in their order
   */
  public List<Outcome> accept(List<Submission> submissions, Caller caller) {
    return accept(List.of(new Request(submissions, caller))).getFirst();
  }

  /**
   * The same for requests that came at the same time, in one transaction: none of them sees what
   * another one has told, unless it is the very same event.
   *
   * @return the outcomes of each request, in their order
   */
  public List<List<Outcome>> accept(List<Request> requests) {
    List<List<Outcome>> outcomes = new ArrayList<>();
    memory.during(() -> outcomes.addAll(acceptAll(requests)));
    return outcomes;
  }

  private List<List<Outcome>> acceptAll(List<Request> requests) {
    var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    List<Checked> each = new ArrayList<>();
    directory.units(units(requests)); // in one question; what follows finds them remembered
    requests.forEach(request -> each.addAll(checked(request, now)));
    var checked = cases.check(each, now);
    var byRequest = byRequest(requests, checked);
    var lots = lots(requests, byRequest, marked(sound(checked)));
    List<List<Outcome>> kept = new ArrayList<>();
    CurrentTraces.during(traces(requests, checked), () -> kept.addAll(journal.keep(lots, now)));
    return IntStream.range(0, requests.size())
        .mapToObj(n -> outcomes(byRequest.get(n), kept.get(n)))
        .toList();
  }

  private static List<List<Checked>> byRequest(List<Request> requests, List<Checked> checked) {
    var next = checked.iterator();
    return requests.stream()
        .map(request -> Stream.generate(next::next).limit(request.submissions().size()).toList())
        .toList();
  }

  /**
   * @param sound what is sound of all requests, in its order
   */
  private static List<Lot> lots(
      List<Request> requests, List<List<Checked>> byRequest, List<CheckedEvent> sound) {
    var next = sound.iterator();
    List<Lot> lots = new ArrayList<>();
    for (var n = 0; n < requests.size(); n++) {
      var count = sound(byRequest.get(n)).size();
      lots.add(
          new Lot(
              requests.get(n).caller().name(), Stream.generate(next::next).limit(count).toList()));
    }
    return lots;
  }

  /** Of a request that goes beyond a quota nothing else counts, be it sound or not. */
  private static List<Outcome> outcomes(List<Checked> checked, List<Outcome> kept) {
    if (!kept.isEmpty() && kept.getFirst() instanceof Outcome.OverQuota over) {
      return Collections.nCopies(checked.size(), over);
    }
    var next = kept.iterator();
    return checked.stream()
        .map(
            one ->
                switch (one) {
                  case Checked.Sound sound -> next.next();
                  case Checked.Faulty faulty -> faulty.refusal();
                })
        .toList();
  }

  /** The trace of each event that will be kept, by its id; of a repetition, that of the first. */
  private static Map<String, String> traces(List<Request> requests, List<Checked> checked) {
    Map<String, String> traces = new HashMap<>();
    var first = 0;
    for (var request : requests) {
      for (var n = 0; n < request.traces().size(); n++) {
        if (checked.get(first + n) instanceof Checked.Sound(var event, var submission)) {
          traces.putIfAbsent(event.eventId().toString(), request.traces().get(n));
        }
      }
      first += request.submissions().size();
    }
    return traces;
  }

  /** Those of the callers, and those that the events name in their data. */
  private static Set<String> units(List<Request> requests) {
    Set<String> units = new LinkedHashSet<>();
    for (var request : requests) {
      request.caller().visibleUnit().ifPresent(units::add);
      for (var submission : request.submissions()) {
        if (submission.data() instanceof Map<?, ?> data
            && data.get("unit") instanceof String text
            && Identifier.read(text) instanceof Reading.Sound<String>(var unit)) {
          units.add(unit);
        }
      }
    }
    return units;
  }

  private List<Checked> checked(Request request, Instant now) {
    var reach = new UnitsInReach(directory, request.caller(), now);
    var sources = new SourceRight(request.caller(), this::registrations);
    return request.submissions().stream()
        .map(event -> check.check(event, request.caller(), sources, reach, now))
        .toList();
  }

  private List<Registration> registrations(String client) {
    return memory.remembered(List.of("registrations", client), () -> clients.of(client));
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
