package io.caseclock.notify;

import static io.restassured.RestAssured.given;

import io.caseclock.contract.DeadlineEvent;
import io.caseclock.contract.DeadlineEvent.Change;
import io.caseclock.contract.DeadlineEvent.DeadlineAlarm;
import io.caseclock.contract.DeadlineEvent.DeadlineChanged;
import io.caseclock.contract.DeadlineEvent.Forecast;
import io.caseclock.contract.DeadlineSnapshot;
import io.caseclock.contract.DeadlineStatus;
import io.caseclock.contract.DirectoryEvent;
import io.caseclock.contract.DirectoryEvent.OfficerAssigned;
import io.caseclock.contract.DirectoryEvent.OfficerAway;
import io.caseclock.contract.DirectoryEvent.UnitRegistered;
import io.caseclock.contract.Names;
import io.caseclock.contract.Subject;
import io.caseclock.directory.Directory;
import io.caseclock.jdbc.Sql;
import io.caseclock.notify.escalation.Escalate;
import io.caseclock.notify.inbox.LiveInbox;
import io.caseclock.notify.notice.kafka.DeadlineEventsConsumer;
import io.caseclock.notify.pipeline.ProcessMailboxes;
import io.caseclock.testsupport.TestTokens;
import io.caseclock.wire.DeadlineEventWire;
import io.caseclock.wire.WireRecord;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.restassured.specification.RequestSpecification;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/**
 * A fictional sub-bureau D01 with the stations D0102 and D0103: officers O1 and O2 and legal
 * officer L1 at D0102, officer O3 at D0103, legal officer L9 and supervisor S1 at D01.
 */
@ApplicationScoped
public class Office {

  public static final Instant DUE = Instant.parse("2026-03-12T16:00:00Z");
  private static final Instant NOON = Instant.parse("2026-03-13T04:00:00Z");

  private final Directory directory;
  private final Sql sql;
  private final DeadlineEventsConsumer deadlineEvents;
  private final LiveInbox live;
  private final ProcessMailboxes pipeline;
  private final Escalate escalate;
  private final InstantSource clock;

  @Inject
  Office(
      Directory directory,
      Sql sql,
      DeadlineEventsConsumer deadlineEvents,
      LiveInbox live,
      ProcessMailboxes pipeline,
      Escalate escalate,
      InstantSource clock) {
    this.live = live;
    this.pipeline = pipeline;
    this.escalate = escalate;
    this.clock = clock;
    this.directory = directory;
    this.sql = sql;
    this.deadlineEvents = deadlineEvents;
  }

  /** An empty office with its people. */
  public void open() {
    sql.update(
        """
        truncate case_unit, inbox, outbox, notice, notice_step, notice_deadline, notice_counter, inbox_entry,
          supervision_order_counter, notice_draft, known_fault, delivery, delivery_attempt,
          channel_circuit, unit, officer_post, officer_absence, message, message_recipient, silence,
          route_override, contact_gap, escalation, escalation_line, message_template cascade
        """);
    directory.apply(PEOPLE);
  }

  /** More units and people. */
  public void takesIn(DirectoryEvent... news) {
    directory.apply(List.of(news));
  }

  private static final List<DirectoryEvent> PEOPLE =
      List.of(
          unit("D01", null, "示例分局", "Example Sub-bureau"),
          unit("D0102", "D01", "示例一所", "Example Station One"),
          unit("D0103", "D01", "示例二所", "Example Station Two"),
          officer("O1", "D0102", "officer"),
          officer("O2", "D0102", "officer"),
          officer("L1", "D0102", "legal-officer"),
          officer("O3", "D0103", "officer"),
          officer("L9", "D01", "legal-officer"),
          officer("S1", "D01", "supervisor"));

  public static UnitRegistered unit(String id, @Nullable String parent, String zh, String en) {
    return new UnitRegistered(id, parent, new Names(zh, en), "station");
  }

  public static OfficerAssigned officer(String id, String unit, String role) {
    return new OfficerAssigned(id, "虚构" + id, unit, Set.of(role), Map.of(), Instant.EPOCH);
  }

  /** Somebody is away for good, and another stands in. */
  public void away(String officer, String substitute) {
    directory.apply(
        List.of(
            new OfficerAway(
                officer,
                "leave-1",
                Instant.EPOCH,
                Instant.parse("2099-03-12T16:00:00Z"),
                substitute,
                false)));
  }

  public static DeadlineSnapshot deadline(
      String id, int revision, DeadlineStatus status, @Nullable String officer) {
    return deadline(id, revision, status, officer, new Subject("case", "A1"), "case", "notice");
  }

  public static DeadlineSnapshot deadline(
      String id,
      int revision,
      DeadlineStatus status,
      @Nullable String officer,
      Subject subject,
      String element,
      String breachPolicy) {
    return new DeadlineSnapshot(
        id,
        "A1",
        subject,
        "filing-review",
        "2026",
        new Names("立案审查期限", "Filing review period"),
        element,
        "D0102",
        officer,
        true,
        "serious",
        "case-closing",
        breachPolicy,
        status,
        DUE.minus(Duration.ofDays(7)),
        DUE,
        LocalDate.parse("2026-03-12"),
        null,
        false,
        revision,
        "precinct-7",
        List.of("示例规定 第一条"),
        List.of(new Names("受案之日不计", "The day of acceptance is not counted")));
  }

  /** The same deadline by a pack of that zone, due at that instant. */
  public static DeadlineSnapshot inZone(DeadlineSnapshot one, ZoneId zone, Instant dueAt) {
    return new DeadlineSnapshot(
        one.deadlineId(),
        one.caseId(),
        one.subject(),
        one.rule(),
        one.ruleVersion(),
        one.names(),
        one.element(),
        one.unit(),
        one.officer(),
        one.statutory(),
        one.severity(),
        one.list(),
        one.breachPolicy(),
        one.status(),
        one.startedAt(),
        dueAt,
        dueAt.atZone(zone).toLocalDate().minusDays(1),
        zone,
        one.provisional(),
        one.revision(),
        one.source(),
        one.basis(),
        one.trace());
  }

  /** The same deadline of a case of another unit. */
  public static DeadlineSnapshot inUnit(DeadlineSnapshot one, String unit) {
    return new DeadlineSnapshot(
        one.deadlineId(),
        one.caseId(),
        one.subject(),
        one.rule(),
        one.ruleVersion(),
        one.names(),
        one.element(),
        unit,
        one.officer(),
        one.statutory(),
        one.severity(),
        one.list(),
        one.breachPolicy(),
        one.status(),
        one.startedAt(),
        one.dueAt(),
        one.dueOn(),
        one.zone(),
        one.provisional(),
        one.revision(),
        one.source(),
        one.basis(),
        one.trace());
  }

  public static DeadlineAlarm warning(DeadlineSnapshot deadline, String stage) {
    var id = deadline.deadlineId() + ":" + deadline.revision() + ":" + stage;
    return new DeadlineAlarm(id, stage, deadline, NOON, Duration.ZERO);
  }

  /** The same deadline is likely to be missed. */
  public static DeadlineAlarm risk(DeadlineSnapshot deadline) {
    var stage = DeadlineAlarm.RISK + "high";
    return new DeadlineAlarm(
        deadline.deadlineId() + ":" + deadline.revision() + ":" + stage,
        stage,
        deadline,
        NOON,
        Duration.ZERO,
        new Forecast(
            0.4146,
            "high",
            new Names("同类41件中，17件超期。", "Of 41 such cases still open at day 22, 17 were late.")));
  }

  public static DeadlineAlarm breach(DeadlineSnapshot deadline) {
    return warning(deadline, DeadlineAlarm.BREACH);
  }

  public static DeadlineChanged changed(Change change, DeadlineSnapshot deadline) {
    var id = deadline.deadlineId() + ":" + deadline.revision() + ":" + change;
    return new DeadlineChanged(id, change, deadline, NOON);
  }

  /** The breach of one deadline that names O1. */
  public static DeadlineAlarm breachOf(String deadlineId) {
    return breach(deadline(deadlineId, 1, DeadlineStatus.BREACHED, "O1"));
  }

  public static ConsumerRecord<byte[], byte[]> consumed(DeadlineEvent event) {
    return consumed(DeadlineEventWire.write(event));
  }

  public static ConsumerRecord<byte[], byte[]> consumed(WireRecord wire) {
    var consumed =
        new ConsumerRecord<byte[], byte[]>(
            "deadline-events", 0, 7, wire.key().getBytes(StandardCharsets.UTF_8), wire.data());
    wire.headers()
        .forEach(
            (name, value) -> consumed.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
    return consumed;
  }

  /** Takes in what the monitor says, and lets what is told arrive. */
  public void hears(DeadlineEvent... events) {
    receives(Arrays.stream(events).map(Office::consumed).toList());
  }

  public void receives(List<ConsumerRecord<byte[], byte[]>> records) {
    deadlineEvents.take(records);
    settle();
  }

  /** What the job does: what is ready goes into the inboxes and the queues. */
  public void settle() {
    runPipeline(clock.instant());
  }

  public void runPipeline(Instant now) {
    QuarkusTransaction.requiringNew().run(() -> pipeline.run(1_000, now));
  }

  /** Takes the steps of all escalations whose time has come by then. */
  public void escalate(Instant now) {
    QuarkusTransaction.requiringNew().run(() -> escalate.takeDueSteps(100, now));
  }

  /** When the newest escalation takes its next step, and a second. */
  public Instant nextStep() {
    return Instant.parse(
            text(
                """
                select to_char(max(next_at) at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')
                from escalation where state = 'climbing'
                """))
        .plusSeconds(1);
  }

  /** Takes one step when its time has come; what falls due at night waits for the office. */
  public void escalateNext() {
    var lines = texts("select what from escalation_line").size();
    escalate(nextStep());
    if (texts("select what from escalation_line").size() == lines) {
      escalate(nextStep());
    }
  }

  /** What the job does once a second. */
  @ActivateRequestContext
  public void looksForNews() {
    live.poll();
  }

  public List<String> texts(String query, @Nullable Object... parameters) {
    return sql.query(query, row -> String.valueOf(row.getString(1)), parameters);
  }

  public String text(String query, @Nullable Object... parameters) {
    return texts(query, parameters).getFirst();
  }

  public static RequestSpecification as(String officer, String unit, String... roles) {
    var token = TestTokens.of(roles).name("account-" + officer).unit(unit).officer(officer).sign();
    return given().header("Authorization", "Bearer " + token);
  }

  public static RequestSpecification o1() {
    return as("O1", "D0102", "officer");
  }

  public static RequestSpecification l1() {
    return as("L1", "D0102", "legal-officer");
  }

  public static RequestSpecification s1() {
    return as("S1", "D01", "supervisor");
  }
}
