package io.caseclock.local.secondengine;

import io.caseclock.contract.CaseEvent;
import io.caseclock.contract.EventId;
import io.caseclock.contract.Subject;
import io.caseclock.pack.Direction;
import io.caseclock.pack.Pack;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Makes up what happened in a case under a rule. Most of it happens near an edge: at midnight, at
 * the end of a month, on the last day, and the day before and after it.
 */
final class RandomStory {

  private static final Subject CASE = Subject.ofCase("A990001");
  private static final List<Subject> PEOPLE =
      List.of(Subject.parse("person/P-1"), Subject.parse("person/P-2"));
  private static final List<LocalTime> HOURS =
      List.of(
          LocalTime.MIDNIGHT,
          LocalTime.of(0, 0, 1),
          LocalTime.of(2, 30),
          LocalTime.of(9, 0),
          LocalTime.of(16, 0),
          LocalTime.of(23, 59, 59));
  private static final List<String> TYPES =
      List.of(
          "begun",
          "done",
          "done",
          "closed",
          "sent",
          "sent",
          "back",
          "back",
          "asked",
          "heard",
          "renewed",
          "extension-approved",
          "extension-approved",
          "facts-stated");

  private final Random random;
  private final Pack pack;
  private final List<CaseEvent> events = new ArrayList<>();
  private final List<Instant> edges = new ArrayList<>();

  RandomStory(Random random, Pack pack) {
    this.random = random;
    this.pack = pack;
  }

  RandomCase told() {
    var begun = at(startDay(), HOURS.get(random.nextInt(HOURS.size())));
    tell("begun", begun);
    edges.add(begun);
    for (var more = random.nextInt(8); more > 0; more--) {
      noteDue();
      tell(TYPES.get(random.nextInt(TYPES.size())), moment());
    }
    noteDue();
    return new RandomCase(pack, List.copyOf(events), now());
  }

  private LocalDate startDay() {
    var day = LocalDate.of(2025, 6, 1).plusDays(random.nextInt(900));
    return random.nextInt(3) == 0
        ? day.withDayOfMonth(day.lengthOfMonth()).minusDays(random.nextInt(2))
        : day;
  }

  /** The due instants so far are edges near which the next things happen. */
  private void noteDue() {
    for (var deadline : NaiveLaw.deadlines(pack, events, latest())) {
      if (deadline.due() != null) {
        edges.add(deadline.due().at());
      }
    }
  }

  private Instant latest() {
    return events.stream().map(CaseEvent::occurredAt).max(Instant::compareTo).orElseThrow();
  }

  private Instant moment() {
    var edge = edges.get(random.nextInt(edges.size()));
    return switch (random.nextInt(6)) {
      case 0 -> edge;
      case 1 -> edge.plusSeconds(random.nextBoolean() ? 1 : -1);
      case 2 -> edge.plus(Duration.ofHours(random.nextInt(60) - 30));
      case 3 ->
          at(day(edge).plusDays(random.nextInt(5) - 2), HOURS.get(random.nextInt(HOURS.size())));
      default ->
          at(
              day(edges.getFirst()).plusDays(random.nextInt(60)),
              HOURS.get(random.nextInt(HOURS.size())));
    };
  }

  private Instant now() {
    var latest = latest();
    var edge = edges.get(random.nextInt(edges.size()));
    var now =
        switch (random.nextInt(4)) {
          case 0 -> edge;
          case 1 -> edge.plusSeconds(random.nextBoolean() ? 1 : -1);
          case 2 -> latest;
          default -> latest.plus(Duration.ofDays(random.nextInt(1000)));
        };
    return now.isBefore(latest) ? latest : now;
  }

  private void tell(String type, Instant at) {
    var subject = random.nextInt(4) == 0 ? PEOPLE.get(random.nextInt(2)) : CASE;
    events.add(
        new CaseEvent(
            new EventId("urn:precinct:x01", "e" + (events.size() + 1)),
            type,
            subject,
            "A990001",
            at,
            at.plus(Duration.ofMinutes(5)),
            null,
            "X0101",
            null,
            null,
            data(type, at)));
  }

  private Map<String, Object> data(String type, Instant at) {
    return switch (type) {
      case "begun" -> begun(at);
      case "extension-approved" -> approval();
      case "facts-stated" -> custody();
      default -> Map.of();
    };
  }

  private Map<String, Object> begun(Instant at) {
    return switch (random.nextInt(8)) {
      case 0 -> Map.of("on", day(at).plusDays(random.nextInt(90)).toString());
      case 1 -> Map.of("on", "next Friday");
      case 2 -> Map.of("term", "P" + (1 + random.nextInt(20)) + "D");
      case 3 -> Map.of("term", isForward() && random.nextBoolean() ? "PT5H" : "P2M");
      case 4 -> custody();
      default -> Map.of();
    };
  }

  private boolean isForward() {
    return pack.rules().getFirst().direction() != Direction.BACKWARD;
  }

  private Map<String, Object> approval() {
    var kinds = pack.rules().getFirst().versions().getFirst().extensions();
    var adds =
        kinds.isEmpty() || random.nextInt(10) == 0
            ? "P5D"
            : kinds.get(random.nextInt(kinds.size())).adds().iso();
    return Map.of(
        "rule",
        random.nextInt(20) == 0 ? "another" : RandomLaw.RULE,
        "adds",
        adds,
        "level",
        List.of("low", "middle", "high", "high", "court", "nobody").get(random.nextInt(6)));
  }

  private Map<String, Object> custody() {
    return Map.of("facts", Map.of("custody", random.nextBoolean()));
  }

  private LocalDate day(Instant instant) {
    return instant.atZone(pack.zone()).toLocalDate();
  }

  private Instant at(LocalDate day, LocalTime time) {
    return day.atTime(time).atZone(pack.zone()).toInstant();
  }
}
