package io.caseclock.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.type.TypeReference;
import io.caseclock.contract.DeadlineEvent.Change;
import io.caseclock.contract.DeadlineEvent.DeadlineAlarm;
import io.caseclock.contract.DeadlineEvent.DeadlineChanged;
import io.caseclock.contract.DeadlineEvent.Digest;
import io.caseclock.contract.DeadlineEvent.FindingRaised;
import io.caseclock.contract.DeadlineEvent.Forecast;
import io.caseclock.contract.DirectoryEvent.OfficerAssigned;
import io.caseclock.contract.DirectoryEvent.OfficerAway;
import io.caseclock.contract.DirectoryEvent.UnitRegistered;
import io.caseclock.wire.CaseEventWire;
import io.caseclock.wire.CaseLevelWire;
import io.caseclock.wire.DeadlineEventWire;
import io.caseclock.wire.DirectoryEventWire;
import io.caseclock.wire.Json;
import io.caseclock.wire.MalformedRecordException;
import io.caseclock.wire.PeriodNumbersWire;
import io.caseclock.wire.WireRecord;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Today's code reads yesterday's JSON and writes it byte for byte. A golden file is never edited: a
 * change that breaks one needs a {@code .v2} beside it and code that reads both.
 */
class ContractGoldenTest {

  private static final Instant AT = Instant.parse("2026-03-02T02:00:00Z");
  private static final Subject CASE = Subject.ofCase("A990001");
  private static final TypeReference<Map<String, Object>> OBJECT = new TypeReference<>() {};

  /** One kind of record: its golden file, the value, and the way to the wire and back. */
  record Kind(String file, Object value, WireRecord written, Function<WireRecord, Object> read) {
    @Override
    public String toString() {
      return file;
    }
  }

  static Stream<Kind> kinds() {
    List<Kind> kinds = new ArrayList<>();
    for (var event : List.of(caseEvent(), bareCaseEvent(), withdrawal())) {
      kinds.add(
          new Kind(event.type() + ".v1", event, CaseEventWire.write(event), CaseEventWire::read));
    }
    var history = historicalEvent();
    kinds.add(
        new Kind(
            history.type() + ".v2", history, CaseEventWire.write(history), CaseEventWire::read));
    for (var event : deadlineEvents()) {
      kinds.add(
          new Kind(
              event.type() + ".v1",
              event,
              DeadlineEventWire.write(event),
              DeadlineEventWire::read));
    }
    var sourced =
        new DeadlineChanged(
            "c-0", Change.OPENED, snapshot(DeadlineStatus.RUNNING, "urn:precinct:x01"), AT);
    kinds.add(
        new Kind(
            "deadline-opened.v2",
            sourced,
            DeadlineEventWire.write(sourced),
            DeadlineEventWire::read));
    var zoned =
        new DeadlineChanged(
            "c-0",
            Change.OPENED,
            snapshot(DeadlineStatus.RUNNING, "urn:precinct:x01", ZoneId.of("Europe/Rome")),
            AT);
    kinds.add(
        new Kind(
            "deadline-opened.v3", zoned, DeadlineEventWire.write(zoned), DeadlineEventWire::read));
    var old = historical(snapshot(DeadlineStatus.BREACHED));
    var released =
        new DeadlineAlarm(
            "a-3", DeadlineAlarm.BREACH, old, AT, Duration.ofDays(1), new Digest("r-1", 12));
    kinds.add(
        new Kind(
            "deadline-breached.v2",
            released,
            DeadlineEventWire.write(released),
            DeadlineEventWire::read));
    var predicted =
        new DeadlineAlarm(
            "a-4",
            DeadlineAlarm.RISK + "high",
            snapshot(DeadlineStatus.RUNNING),
            AT,
            Duration.ZERO,
            new Forecast(0.625, "high", new Names("虚构的理由", "An invented reason")));
    kinds.add(
        new Kind(
            "deadline-approaching.v2",
            predicted,
            DeadlineEventWire.write(predicted),
            DeadlineEventWire::read));
    for (var event :
        List.of(
            new UnitRegistered("X0101", "X01", new Names("虚构派出所", "Invented station"), "station"),
            officer(Map.of("mobile", "19900000001", "email", "o1@police.example")),
            new OfficerAway("O1", "leave-1", AT, AT.plusSeconds(86_400), "O2", false))) {
      var written = DirectoryEventWire.write(event, new EventId("urn:precinct:x01", "d1"), AT);
      var version = event instanceof OfficerAssigned ? ".v2" : ".v1";
      kinds.add(
          new Kind(written.attribute("type") + version, event, written, DirectoryEventWire::read));
    }
    for (var numbers : List.of(InventedPeriod.month(), InventedPeriod.emptyDay())) {
      kinds.add(
          new Kind(
              "period-closed-" + Words.of(numbers.kind()) + ".v1",
              numbers,
              PeriodNumbersWire.write(numbers),
              PeriodNumbersWire::read));
    }
    var level = levelStated();
    kinds.add(
        new Kind(
            CaseLevelWire.TYPE + ".v1", level, CaseLevelWire.write(level), CaseLevelWire::read));
    return kinds.stream();
  }

  private static CaseLevelStated levelStated() {
    var access =
        new CaseLevelStated.Access(
            UUID.fromString("00000000-0000-4000-8000-000000000001"),
            "X0101",
            "invented.account",
            "O2",
            "X01",
            "an invented reason",
            AT,
            AT.plusSeconds(14_400),
            false);
    return new CaseLevelStated(
        "A990001", CaseLevel.RESTRICTED, AT, 7, List.of("O1"), List.of(access), AT);
  }

  private static OfficerAssigned officer(Map<String, String> contacts) {
    return new OfficerAssigned("O1", "虚构警官", "X0101", Set.of("officer"), contacts, AT);
  }

  @Test
  void a_post_from_before_there_was_a_history_holds_from_the_events_time_on() {
    assertThat(DirectoryEventWire.read(golden("officer-assigned.v1"))).isEqualTo(officer(Map.of()));
  }

  @Test
  void an_absence_that_ends_before_it_begins_is_malformed() {
    var good = golden("officer-away.v1");
    var data = Json.object(good.data());
    data.put("until", data.get("from"));

    assertThatThrownBy(
            () ->
                DirectoryEventWire.read(
                    new WireRecord(good.key(), good.attributes(), Json.bytes(data))))
        .isInstanceOf(MalformedRecordException.class);
  }

  @Test
  void an_officer_in_a_text_has_neither_name_nor_contacts() {
    assertThat(officer(Map.of("email", "o1@police.example")).toString())
        .contains("O1")
        .doesNotContain("虚构", "police.example");
  }

  @Test
  void numbers_under_the_name_of_another_period_are_malformed() {
    var good = golden("period-closed-daily.v1");
    var data = Json.object(good.data());
    data.put("unit", "X0102");

    assertThatThrownBy(
            () ->
                PeriodNumbersWire.read(
                    new WireRecord("X0102", good.attributes(), Json.bytes(data))))
        .isInstanceOf(MalformedRecordException.class);
  }

  @Test
  void a_period_holds_its_day_and_follows_the_one_before() {
    assertThat(PeriodNumbers.Kind.WEEKLY.firstOf(LocalDate.of(2026, 3, 1)))
        .isEqualTo(LocalDate.of(2026, 2, 23));
    assertThat(PeriodNumbers.Kind.MONTHLY.before(LocalDate.of(2026, 3, 1)))
        .isEqualTo(LocalDate.of(2026, 2, 1));
  }

  @Test
  void a_zone_that_does_not_exist_is_malformed() {
    var good = golden("deadline-opened.v3");
    var data = new String(good.data(), StandardCharsets.UTF_8).replace("Europe/Rome", "Rome");

    assertThatThrownBy(
            () ->
                DeadlineEventWire.read(
                    new WireRecord(
                        good.key(), good.attributes(), data.getBytes(StandardCharsets.UTF_8))))
        .isInstanceOf(MalformedRecordException.class);
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void yesterdays_json_is_read(Kind kind) {
    assertThat(kind.read().apply(golden(kind.file()))).isEqualTo(kind.value());
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void todays_json_is_the_same_to_the_byte(Kind kind) {
    assertThat(shown(kind.written())).isEqualTo(text(kind.file()));
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void a_member_of_tomorrow_is_passed_over(Kind kind) {
    var golden = golden(kind.file());
    Map<String, Object> data = new LinkedHashMap<>(Json.object(golden.data()));
    data.put("tomorrow", Map.of("a", 1));
    var attributes = new LinkedHashMap<>(golden.attributes());
    attributes.put("tomorrow", "1");

    var read = kind.read().apply(new WireRecord(golden.key(), attributes, Json.bytes(data)));

    if (!(read instanceof CaseEvent event)) {
      assertThat(read).isEqualTo(kind.value());
    } else {
      assertThat(event.eventId()).isEqualTo(((CaseEvent) kind.value()).eventId());
    }
  }

  private static CaseEvent caseEvent() {
    return event(
        "e1",
        "case-filed",
        AT.plusSeconds(60),
        "O1",
        Map.of(
            "unit",
            "X0101",
            "officer",
            "O1",
            "caseId",
            "A990001",
            "facts",
            Map.of("caseKind", "criminal", "custody", true),
            "count",
            3,
            "items",
            List.of("a", "b")));
  }

  private static CaseEvent historicalEvent() {
    var event = caseEvent();
    return new CaseEvent(
        event.eventId(),
        event.type(),
        event.subject(),
        event.caseId(),
        event.occurredAt(),
        event.acceptedAt(),
        event.recordedAt(),
        event.unit(),
        event.officer(),
        null,
        AT.plusMillis(100),
        event.data());
  }

  private static CaseEvent bareCaseEvent() {
    return event("e2", "decision-made", null, null, Map.of("unit", "X0101", "caseId", "A990001"));
  }

  private static CaseEvent withdrawal() {
    return event(
        "e3",
        BuiltInTypes.EVENT_WITHDRAWN,
        null,
        null,
        Map.of("unit", "X0101", "caseId", "A990001", "source", "urn:precinct:x01", "id", "e2"));
  }

  private static CaseEvent event(
      String id,
      String type,
      @org.jspecify.annotations.Nullable Instant recordedAt,
      @org.jspecify.annotations.Nullable String officer,
      Map<String, Object> data) {
    return new CaseEvent(
        new EventId("urn:precinct:x01", id),
        type,
        CASE,
        "A990001",
        AT,
        AT.plusMillis(123),
        recordedAt,
        "X0101",
        officer,
        data);
  }

  private static List<DeadlineEvent> deadlineEvents() {
    List<DeadlineEvent> events = new ArrayList<>();
    for (var change : Change.values()) {
      var status =
          switch (change) {
            case OPENED, MOVED, RESUMED, REOPENED, REASSIGNED -> DeadlineStatus.RUNNING;
            case PAUSED -> DeadlineStatus.PAUSED;
            case MET -> DeadlineStatus.MET;
            case MET_LATE -> DeadlineStatus.MET_LATE;
            case CANCELLED -> DeadlineStatus.CANCELLED;
            case LAPSED -> DeadlineStatus.LAPSED;
            case CUT_SHORT -> DeadlineStatus.CUT_SHORT;
          };
      events.add(new DeadlineChanged("c-" + change.ordinal(), change, snapshot(status), AT));
    }
    events.add(
        new DeadlineAlarm(
            "a-1", "before-P3D", snapshot(DeadlineStatus.RUNNING), AT, Duration.ZERO));
    events.add(
        new DeadlineAlarm(
            "a-2",
            DeadlineAlarm.BREACH,
            snapshot(DeadlineStatus.BREACHED),
            AT,
            Duration.ofMinutes(90)));
    events.add(
        new FindingRaised(
            "f-1",
            "A990001",
            CASE,
            "X0101",
            "O1",
            "extension-refused",
            "case",
            "虚构法 第一条",
            new Names("延长不生效", "The extension has no effect"),
            AT));
    return events;
  }

  private static DeadlineSnapshot historical(DeadlineSnapshot deadline) {
    return new DeadlineSnapshot(
        deadline.deadlineId(),
        deadline.caseId(),
        deadline.subject(),
        deadline.rule(),
        deadline.ruleVersion(),
        deadline.names(),
        deadline.element(),
        deadline.unit(),
        deadline.officer(),
        deadline.statutory(),
        deadline.severity(),
        deadline.list(),
        deadline.breachPolicy(),
        deadline.status(),
        deadline.startedAt(),
        deadline.dueAt(),
        deadline.dueOn(),
        deadline.zone(),
        deadline.provisional(),
        deadline.revision(),
        "urn:precinct:x01",
        AT,
        deadline.basis(),
        deadline.trace());
  }

  /** As it was before the source of the starting event was told. */
  private static DeadlineSnapshot snapshot(DeadlineStatus status) {
    return snapshot(status, null);
  }

  /** As it was before the zone of the pack was told. */
  private static DeadlineSnapshot snapshot(
      DeadlineStatus status, @org.jspecify.annotations.Nullable String source) {
    return snapshot(status, source, null);
  }

  private static DeadlineSnapshot snapshot(
      DeadlineStatus status,
      @org.jspecify.annotations.Nullable String source,
      @org.jspecify.annotations.Nullable ZoneId zone) {
    var isPaused = status == DeadlineStatus.PAUSED;
    return new DeadlineSnapshot(
        "0f0f0f0f-0000-3000-8000-000000000001",
        "A990001",
        CASE,
        "public-security-case-handling",
        "2026",
        new Names("治安案件办案期限", "Handling period"),
        "case",
        "X0101",
        isPaused ? null : "O1",
        true,
        "serious",
        "case-closing",
        "notice",
        status,
        AT,
        isPaused ? null : Instant.parse("2026-04-01T16:00:00Z"),
        isPaused ? null : LocalDate.of(2026, 4, 1),
        zone,
        false,
        2,
        source,
        List.of("虚构法 第一条"),
        List.of(new Names("起算", "Starts")));
  }

  private static WireRecord golden(String name) {
    try {
      var all = Json.MAPPER.readValue(text(name), OBJECT);
      Map<String, String> attributes = new LinkedHashMap<>();
      ((Map<?, ?>) Objects.requireNonNull(all.get("attributes")))
          .forEach((attribute, value) -> attributes.put((String) attribute, (String) value));
      return new WireRecord(
          (String) Objects.requireNonNull(all.get("key")),
          attributes,
          Json.bytes(Objects.requireNonNull(all.get("data"))));
    } catch (IOException e) {
      throw new AssertionError(name, e);
    }
  }

  private static String text(String name) {
    var file = "/golden/" + name + ".json";
    try (var in = ContractGoldenTest.class.getResourceAsStream(file)) {
      return new String(
          Objects.requireNonNull(in, "no golden file " + file).readAllBytes(),
          StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new AssertionError(file, e);
    }
  }

  /** One line each for the key, every attribute, and the data exactly as written. */
  private static String shown(WireRecord record) {
    var attributes = new TreeMap<>(record.attributes());
    return "{\n\"key\":"
        + Json.text(record.key())
        + ",\n\"attributes\":"
        + Json.text(attributes)
        + ",\n\"data\":"
        + new String(record.data(), StandardCharsets.UTF_8)
        + "\n}\n";
  }

  /** Writes the file of a kind that has none yet; run by hand, never by the build. */
  public static void main(String[] folder) throws IOException {
    for (var kind : kinds().toList()) {
      var file = java.nio.file.Path.of(folder[0], kind.file() + ".json");
      if (!java.nio.file.Files.exists(file)) {
        java.nio.file.Files.writeString(file, shown(kind.written()));
      }
    }
  }
}
