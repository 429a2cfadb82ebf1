package io.caseclock.intake.accept;

import static org.assertj.core.api.Assertions.assertThat;

import io.caseclock.access.Caller;
import io.caseclock.access.Role;
import io.caseclock.batch.BatchCache;
import io.caseclock.contract.EventId;
import io.caseclock.intake.journal.CheckedEvent;
import io.caseclock.intake.journal.Conflict;
import io.caseclock.intake.journal.Journal;
import io.caseclock.intake.journal.JournalEntry;
import io.caseclock.intake.journal.Lot;
import io.caseclock.intake.journal.Outcome;
import io.caseclock.intake.journal.Receipt;
import io.caseclock.intake.journal.Window;
import io.caseclock.intake.schema.EventCatalogue;
import io.caseclock.intake.schema.wire.JsonSchemaCheck;
import io.caseclock.ownership.Ownership;
import io.caseclock.ownership.Tenure;
import io.caseclock.pack.file.PackFiles;
import io.caseclock.pack.file.PackReader;
import io.caseclock.problem.Problem.Violation;
import io.caseclock.problem.ProblemType;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The intake without a framework or a database, at a fixed instant, with the shipped pack. */
final class IntakeDesk {

  static final Instant NOW = Instant.parse("2026-03-02T01:30:00.123456789Z");
  static final Instant NEXT_MONTH = Instant.parse("2026-04-01T00:00:00+08:00");
  private static final EventCatalogue CATALOGUE =
      new EventCatalogue(List.of(PackReader.require(PackFiles.shipped("cn-public-security"))));
  private static final JsonSchemaCheck SCHEMAS = new JsonSchemaCheck(CATALOGUE.types());
  static final Caller PRECINCT = caller(Role.PRECINCT_SYSTEM, "D01");

  /** A client that has used up its quota. */
  static final Caller BEYOND =
      new Caller(
          "beyond its quota", Set.of(Role.PRECINCT_SYSTEM), "D01", null, List.of("urn:precinct:*"));

  static final Outcome.OverQuota OVER = new Outcome.OverQuota(100, 0, Duration.ofHours(1));

  private final InMemoryDirectory directory =
      new InMemoryDirectory()
          .unit("D01", null, "/D01/")
          .unit("D0101", "D01", "/D01/D0101/")
          .unit("D02", null, "/D02/")
          .officer("O2", "D02", Instant.EPOCH)
          .officer("O3", "D0101", Instant.EPOCH)
          .officer("O3", "D02", NEXT_MONTH);
  final List<CheckedEvent> kept = new ArrayList<>();
  private final Journal journal = new KeepAll();
  final InMemorySourceClients clients = new InMemorySourceClients();
  final InMemoryGoLiveDates goLives = new InMemoryGoLiveDates();
  final AcceptEvents acceptEvents =
      new AcceptEvents(
          new EventCheck(CATALOGUE, SCHEMAS, journal),
          CATALOGUE.ownership(),
          directory,
          journal,
          clients,
          goLives,
          () -> NOW,
          new BatchCache());

  Outcome accept(Caller caller, Submission submission) {
    return acceptEvents.accept(List.of(submission), caller).getFirst();
  }

  static ProblemType problem(Outcome outcome) {
    assertThat(outcome).isInstanceOf(Outcome.Refused.class);
    return ((Outcome.Refused) outcome).problem().type();
  }

  static void assertRefused(Outcome outcome, ProblemType type, String... pointers) {
    assertThat(problem(outcome)).isEqualTo(type);
    assertThat(((Outcome.Refused) outcome).problem().violations())
        .extracting(Violation::pointer)
        .containsExactlyInAnyOrder(pointers);
  }

  static Submission event(Map<String, Object> changes) {
    Map<String, Object> attributes = new HashMap<>();
    attributes.put("specversion", "1.0");
    attributes.put("id", "e-1");
    attributes.put("source", "urn:precinct:test");
    attributes.put("type", "case-filed");
    attributes.put("subject", "case/A-1");
    attributes.put("time", "2026-03-01T09:00:00+08:00");
    attributes.put("data", Map.of("unit", "D0101", "officer", "O1"));
    attributes.putAll(changes);
    var data = attributes.remove("data");
    return new Submission(attributes, data, 300);
  }

  static Submission unit(String id, String parent) {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("names", Map.of("zh", "测试", "en", "Test"));
    data.put("kind", "station");
    if (!parent.isEmpty()) {
      data.put("parent", parent);
    }
    return event(
        Map.of("type", "unit-registered", "subject", "unit/" + id, "id", "u-" + id, "data", data));
  }

  static Submission withdrawal(String id, String unit) {
    Map<String, Object> data =
        Map.of("unit", unit, "source", "urn:precinct:test", "id", id, "reason", "typing error");
    return event(Map.of("type", "event-withdrawn", "id", "withdraw-" + id + unit, "data", data));
  }

  static Submission officer(String id, String unit) {
    Map<String, Object> data = Map.of("name", "张测试", "unit", unit, "roles", List.of("officer"));
    return event(
        Map.of(
            "type", "officer-assigned", "subject", "officer/" + id, "id", "o-" + id, "data", data));
  }

  static Submission away(String officer, Map<String, Object> changes) {
    Map<String, Object> data = new HashMap<>();
    data.put("absence", "leave-1");
    data.put("from", "2026-03-02T00:00:00+08:00");
    data.put("until", "2026-03-09T00:00:00+08:00");
    data.putAll(changes);
    return event(
        Map.of("type", "officer-away", "subject", "officer/" + officer, "id", "a", "data", data));
  }

  static Caller caller(Role role, String unit) {
    return caller(role, unit, "urn:precinct:*");
  }

  /** A caller whose token names these sources. */
  static Caller caller(Role role, String unit, String... sources) {
    return new Caller("test", Set.of(role), unit.isEmpty() ? null : unit, null, List.of(sources));
  }

  /** Keeps whatever it is given, unless it comes from {@link #BEYOND}. */
  private final class KeepAll implements Journal {

    @Override
    public List<List<Outcome>> keep(List<Lot> lots, Instant acceptedAt) {
      return lots.stream().map(lot -> keep(lot, acceptedAt)).toList();
    }

    private List<Outcome> keep(Lot lot, Instant acceptedAt) {
      if (lot.client().equals(BEYOND.name())) {
        return Collections.nCopies(lot.events().size(), OVER);
      }
      kept.addAll(lot.events());
      return lot.events().stream()
          .<Outcome>map(event -> new Outcome.Accepted(event.eventId(), event.caseId(), acceptedAt))
          .toList();
    }

    @Override
    public Optional<String> unitOf(EventId id) {
      return find(id).map(CheckedEvent::unit);
    }

    @Override
    public Optional<String> caseOf(EventId id) {
      return find(id).map(CheckedEvent::caseId);
    }

    private Optional<CheckedEvent> find(EventId id) {
      return kept.stream().filter(entry -> entry.eventId().equals(id)).findFirst();
    }

    @Override
    public Map<String, List<Tenure>> tenures(Collection<String> caseIds) {
      Map<String, List<Tenure>> tenures = new HashMap<>();
      for (var caseId : caseIds) {
        var events =
            kept.stream()
                .filter(entry -> entry.caseId().equals(caseId))
                .map(entry -> entry.asCaseEvent(NOW))
                .toList();
        tenures.put(caseId, Ownership.of(CATALOGUE.ownership(), events).tenures());
      }
      return tenures;
    }

    @Override
    public Optional<Receipt> receipt(EventId id, String visibleUnit) {
      return Optional.empty();
    }

    @Override
    public List<JournalEntry> ofCase(String caseId, String visibleUnit, Window window) {
      return List.of();
    }

    @Override
    public List<Conflict> conflicts(String visibleUnit, Window window) {
      return List.of();
    }
  }
}
