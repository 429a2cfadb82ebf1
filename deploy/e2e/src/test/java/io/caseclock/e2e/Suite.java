package io.caseclock.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.caseclock.chain.ChainReport;
import io.caseclock.chain.ChainVerifier;
import io.caseclock.local.LocalStack;
import io.caseclock.local.ProgressListener;
import io.caseclock.local.ServiceKind;
import io.caseclock.local.ServiceProcess;
import io.caseclock.local.StackOptions;
import io.caseclock.local.StackPorts;
import io.caseclock.local.audit.AuditReport;
import io.caseclock.local.audit.ServiceAuditChain;
import io.caseclock.local.audit.ServiceClient;
import io.caseclock.local.load.IntakeClient;
import io.caseclock.local.load.SampleLoader;
import io.caseclock.local.sample.SampleSubBureau;
import io.caseclock.local.secret.LocalRole;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;
import org.jspecify.annotations.Nullable;

/** The whole suite on free loopback ports, spoken to as its users do. */
public final class Suite implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(90);
  private static final Duration FOR_EACH = Duration.ofMillis(20);
  private static final int PAGE = 200;

  /** Of the sample's events at most so many are about units and officers, and not about cases. */
  private static final int DIRECTORY = 500;

  private static final Pattern EVALUATED =
      Pattern.compile(
          "^caseclock_monitor_events_total\\{outcome=\"kept\"[^}]*} (\\S+)$", Pattern.MULTILINE);

  private final LocalStack stack;
  private final Http http = new Http();
  private final Bearers bearers;
  private final AtomicInteger turn = new AtomicInteger();

  private Suite(LocalStack stack) {
    this.stack = stack;
    this.bearers = new Bearers(stack);
  }

  public static Suite start(Path directory, int monitors) {
    return start(directory, options -> options.withReplicas(ServiceKind.MONITOR, monitors));
  }

  public static Suite start(Path directory, UnaryOperator<StackOptions> change) {
    var suite = started(directory, change);
    Roster.register(suite);
    Roster.PEOPLE.forEach(
        (role, officer) ->
            suite.until(
                () -> suite.console(LocalRole.OFFICER, officer, "/api/v1/inbox"),
                answer -> answer.status() == 200));
    return suite;
  }

  /** With the sample instead of the roster: what whoever tries CaseClock sees. */
  public static Suite withSample(Path directory) {
    var suite = started(directory, options -> options);
    var events =
        new SampleLoader(new SampleSubBureau())
            .load(
                suite.intake(LocalRole.ADMINISTRATOR),
                suite.intake(LocalRole.PRECINCT_SYSTEM),
                suite.now());
    suite.until(suite::evaluated, seen -> seen >= events.all() - DIRECTORY);
    suite.until(
        () -> suite.console(LocalRole.SUPERVISOR, null, "/api/v1/bulletins?kind=daily&limit=1"),
        answer -> !answer.body().path("bulletins").isEmpty());
    suite.until(
        () -> suite.console(LocalRole.SUPERVISOR, null, "/api/v1/notices?stage=unsigned&limit=1"),
        answer -> !answer.body().path("notices").isEmpty());
    return suite;
  }

  private static Suite started(Path directory, UnaryOperator<StackOptions> change) {
    var usual = StackOptions.in(repository()).keptIn(directory).on(StackPorts.free());
    var chosen = change.apply(SharedArchives.applied(quick(usual)));
    var suite = new Suite(LocalStack.start(chosen, ProgressListener.SILENT));
    Runtime.getRuntime().addShutdownHook(new Thread(suite::close));
    return suite;
  }

  private IntakeClient intake(LocalRole role) {
    return new IntakeClient(stack.intakeUrl(), bearers.token(role));
  }

  /** How many events of cases the monitor has worked in. */
  private double evaluated() {
    var found = EVALUATED.matcher(metrics(alive(ServiceKind.MONITOR)));
    return found.find() ? Double.parseDouble(found.group(1)) : 0;
  }

  /** Where the sources of the suite are. */
  public static Path repository() {
    return Path.of(System.getProperty("caseclock.repository", "../.."));
  }

  /** What people would get in one message within a while they get at once, however much it is. */
  private static StackOptions quick(StackOptions options) {
    return options
        .withoutWaitingForTheDisk()
        .told("CASECLOCK_PIPELINE_GROUP_WINDOW", "0S")
        .told("CASECLOCK_PIPELINE_CRITICAL_GROUP_WINDOW", "0S")
        .told("CASECLOCK_PIPELINE_BUDGET_IN_APP", "100000")
        .told("CASECLOCK_ESCALATION_EVERY", "1s")
        .told("CASECLOCK_CLOSING_EVERY", "1s")
        .told("CASECLOCK_LISTS_EVERY", "1s");
  }

  public LocalStack stack() {
    return stack;
  }

  public Instant now() {
    return stack.clock().now();
  }

  /** Moves the time that all services see. */
  public void fastForward(Duration by) {
    stack.clock().advance(by);
  }

  // what precinct systems do

  public Map<String, Object> event(
      String id, String type, String subject, Map<String, Object> data) {
    return CloudEvents.precinct(id, type, subject, now(), data);
  }

  public Answer post(Map<String, Object> event) {
    return send(LocalRole.PRECINCT_SYSTEM, "application/cloudevents+json", event);
  }

  public Answer post(List<Map<String, Object>> events) {
    return send(LocalRole.PRECINCT_SYSTEM, "application/cloudevents-batch+json", events);
  }

  /** What the system of another unit posts. */
  public Answer postAs(String unit, Map<String, Object> event) {
    return send(
        bearers.token(LocalRole.PRECINCT_SYSTEM, unit, null),
        "application/cloudevents+json",
        event);
  }

  public Answer postAs(String unit, List<Map<String, Object>> events) {
    return send(
        bearers.token(LocalRole.PRECINCT_SYSTEM, unit, null),
        "application/cloudevents-batch+json",
        events);
  }

  /** What whoever keeps the directory does. */
  public Answer administer(Map<String, Object> event) {
    return send(LocalRole.ADMINISTRATOR, "application/cloudevents+json", event);
  }

  /** What whoever keeps the directory of another sub-bureau does. */
  public Answer administer(String root, Map<String, Object> event) {
    return send(
        bearers.token(LocalRole.ADMINISTRATOR, root, null), "application/cloudevents+json", event);
  }

  public Answer eraseContacts(String officer) {
    return http.delete(
        nextIntake().resolve("/api/v1/officers/" + officer + "/contacts"),
        bearers.token(LocalRole.ADMINISTRATOR));
  }

  private Answer send(LocalRole role, String contentType, Object body) {
    return send(bearers.token(role), contentType, body);
  }

  private Answer send(String token, String contentType, Object body) {
    return http.post(nextIntake().resolve("/api/v1/events"), token, contentType, body);
  }

  /** One replica of intake after the other, as a load balancer would choose. */
  private URI nextIntake() {
    var alive =
        stack.replicas(ServiceKind.INTAKE).stream().filter(ServiceProcess::isAlive).toList();
    return alive.isEmpty()
        ? stack.intakeUrl()
        : alive.get(Math.floorMod(turn.getAndIncrement(), alive.size())).baseUrl();
  }

  public Answer receipt(String id) {
    return http.get(
        stack.intakeUrl().resolve("/api/v1/receipts?source=" + CloudEvents.PRECINCT + "&id=" + id),
        bearers.token(LocalRole.PRECINCT_SYSTEM));
  }

  // what the monitor tells

  public Answer deadlines(String caseId) {
    return monitor("/api/v1/cases/" + caseId + "/deadlines");
  }

  public Answer effects(String id) {
    return monitor("/api/v1/effects?source=" + CloudEvents.PRECINCT + "&id=" + id);
  }

  public Answer monitor(String path) {
    return monitorAs(Roster.BUREAU, path);
  }

  /** What the monitor tells a supervisor of that unit. */
  public Answer monitorAs(String unit, String path) {
    var replica = alive(ServiceKind.MONITOR);
    return http.get(
        replica.baseUrl().resolve(path), bearers.token(LocalRole.SUPERVISOR, unit, null));
  }

  /** What a supervisor of the bureau decides at the monitor. */
  public Answer supervise(String path, Map<String, Object> body) {
    return http.post(
        alive(ServiceKind.MONITOR).baseUrl().resolve(path),
        bearers.token(LocalRole.SUPERVISOR, Roster.BUREAU, Roster.SUPERVISOR),
        "application/json",
        body);
  }

  /** What an officer of the bureau does at the monitor. */
  public Answer actAtMonitor(String officer, String path, Map<String, Object> body) {
    return http.post(
        alive(ServiceKind.MONITOR).baseUrl().resolve(path),
        bearers.token(LocalRole.OFFICER, Roster.BUREAU, officer),
        "application/json",
        body);
  }

  /** Lets a supervisor of the bureau say who may see a case. */
  public Answer setLevel(String caseId, String level) {
    return http.put(
        alive(ServiceKind.MONITOR).baseUrl().resolve("/api/v1/cases/" + caseId + "/level"),
        bearers.token(LocalRole.SUPERVISOR, Roster.BUREAU, Roster.SUPERVISOR),
        Map.of("level", level, "reason", "示例原因"));
  }

  /** Lets the legal officer of the bureau open a restricted case in need. */
  public Answer openInNeed(String caseId) {
    return http.post(
        alive(ServiceKind.MONITOR).baseUrl().resolve("/api/v1/cases/" + caseId + "/break-glass"),
        bearers.token(LocalRole.LEGAL_OFFICER, Roster.BUREAU, Roster.LEGAL_OFFICER),
        "application/json",
        Map.of("reason", "示例原因"));
  }

  /** Whichever replica answers, as a load balancer would choose. */
  private ServiceProcess alive(ServiceKind kind) {
    return stack.replicas(kind).stream()
        .filter(ServiceProcess::isAlive)
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("no replica is alive of " + kind));
  }

  /** The newest deadline of a rule. */
  public JsonNode deadline(String caseId, String rule) {
    JsonNode newest = MissingNode.getInstance();
    for (var deadline : deadlines(caseId).body().path("deadlines")) {
      if (deadline.path("rule").asText().equals(rule)
          && deadline.path("startedAt").asText().compareTo(newest.path("startedAt").asText())
              >= 0) {
        newest = deadline;
      }
    }
    return newest;
  }

  /** Waits until the newest deadline of a rule has that status. */
  public JsonNode untilDeadline(String caseId, String rule, String status) {
    return until(() -> deadline(caseId, rule), it -> it.path("status").asText().equals(status));
  }

  // what operators see

  /** All that a replica tells Prometheus. */
  String metrics(ServiceProcess replica) {
    var metrics = replica.baseUrl().resolve("/q/metrics");
    var answer = http.file(metrics, bearers.token(LocalRole.ADMINISTRATOR), "text/plain");
    return new String(answer.body(), StandardCharsets.UTF_8);
  }

  /** Computes everything open again, from the monitor's events and from the journal. */
  public AuditReport audit() {
    var token = bearers.token(LocalRole.SUPERVISOR, Roster.BUREAU, null);
    return AuditReport.of(
        new ServiceClient(stack.intakeUrl(), token),
        new ServiceClient(alive(ServiceKind.MONITOR).baseUrl(), token));
  }

  /**
   * What a query counts in the databases of the three services, asked beside them.
   *
   * @param parameter in the place of its one question mark
   */
  public long count(String sql, String parameter) {
    try (var connection = stack.postgres().superuser("caseclock").getConnection();
        var statement = connection.prepareStatement(sql)) {
      statement.setString(1, parameter);
      try (var rows = statement.executeQuery()) {
        rows.next();
        return rows.getLong(1);
      }
    } catch (SQLException e) {
      throw new AssertionError(sql, e);
    }
  }

  /** What is found of the audit log of each service, read as whoever proves it does. */
  public Map<ServiceKind, ChainReport> auditChains() {
    var today = LocalDate.ofInstant(now(), ZoneOffset.UTC);
    Map<ServiceKind, ChainReport> found = new EnumMap<>(ServiceKind.class);
    for (var kind : ServiceKind.values()) {
      var service =
          new ServiceClient(alive(kind).baseUrl(), bearers.token(LocalRole.ADMINISTRATOR));
      found.put(kind, ChainVerifier.verify(new ServiceAuditChain(service), today));
    }
    return found;
  }

  /** All dead letters of a service that nobody has dealt with. */
  public List<JsonNode> deadLetters(ServiceKind kind) {
    return deadLettersOf(kind, "");
  }

  /** The dead letters of a service that a topic has left there. */
  List<JsonNode> deadLetters(ServiceKind kind, String topic) {
    return deadLettersOf(kind, "&topic=" + topic);
  }

  private List<JsonNode> deadLettersOf(ServiceKind kind, String filter) {
    var path = "/api/v1/dead-letters?state=open&limit=500" + filter;
    var answer =
        http.get(alive(kind).baseUrl().resolve(path), bearers.token(LocalRole.ADMINISTRATOR));
    List<JsonNode> found = new ArrayList<>();
    answer.body().path("deadLetters").forEach(found::add);
    return found;
  }

  // what people do

  public Answer console(LocalRole role, @Nullable String officer, String path) {
    var replica = alive(ServiceKind.NOTIFICATION);
    return http.get(replica.baseUrl().resolve(path), bearers.token(role, Roster.BUREAU, officer));
  }

  public HttpResponse<byte[]> file(LocalRole role, String officer, String path, String accept) {
    var replica = alive(ServiceKind.NOTIFICATION);
    return http.file(
        replica.baseUrl().resolve(path), bearers.token(role, Roster.BUREAU, officer), accept);
  }

  public Answer act(LocalRole role, String officer, String path, Map<String, Object> body) {
    var replica = alive(ServiceKind.NOTIFICATION);
    return http.post(
        replica.baseUrl().resolve(path),
        bearers.token(role, Roster.BUREAU, officer),
        "application/json",
        body);
  }

  public Answer attach(String officer, String path, String contentType, byte[] content) {
    var replica = alive(ServiceKind.NOTIFICATION);
    return http.postFile(
        replica.baseUrl().resolve(path),
        bearers.token(LocalRole.OFFICER, Roster.BUREAU, officer),
        contentType,
        content);
  }

  /** All that an officer was told, letter by letter, as often as it was told. */
  public List<JsonNode> letters(String officer) {
    List<JsonNode> letters = new ArrayList<>();
    for (var message : all(LocalRole.OFFICER, officer, "/api/v1/inbox", "messages")) {
      var shown = message.path("letters");
      if (shown.size() == message.path("count").asInt()) {
        shown.forEach(letters::add);
      } else {
        var path = "/api/v1/inbox/" + message.path("id").asText() + "/letters";
        letters.addAll(all(LocalRole.OFFICER, officer, path, "letters"));
      }
    }
    return letters;
  }

  /** What an officer was told of a case, of one kind. */
  public List<JsonNode> letters(String officer, String kind, String caseId) {
    return letters(officer).stream()
        .filter(letter -> letter.path("kind").asText().equals(kind))
        .filter(letter -> letter.path("caseId").asText().equals(caseId))
        .toList();
  }

  /** The notices of a case. */
  public List<JsonNode> notices(String caseId) {
    return all(LocalRole.SUPERVISOR, null, "/api/v1/notices?text=" + caseId, "notices").stream()
        .filter(notice -> notice.path("caseId").asText().equals(caseId))
        .toList();
  }

  /** All pages of a listing. */
  public List<JsonNode> all(LocalRole role, @Nullable String officer, String path, String member) {
    List<JsonNode> found = new ArrayList<>();
    var next = "";
    do {
      var joint = path.contains("?") ? "&" : "?";
      var after = next.isEmpty() ? "" : "&after=" + next;
      var page = console(role, officer, path + joint + "limit=" + PAGE + after);
      if (page.status() != 200) {
        throw new AssertionError(path + " was refused: " + page);
      }
      page.body().path(member).forEach(found::add);
      next = page.body().path("next").asText("").replace("null", "");
    } while (!next.isEmpty());
    return found;
  }

  /** Asks again until the answer is as expected; fails with the last answer. */
  public <T> T until(Supplier<T> question, Predicate<T> expected) {
    return until(PATIENCE, Duration.ofMillis(200), question, expected);
  }

  /** What takes its time for each of that many; it is asked seldom, since the answer is costly. */
  public <T> T untilAllOf(int many, Supplier<T> question, Predicate<T> expected) {
    return until(
        PATIENCE.plus(FOR_EACH.multipliedBy(many)), Duration.ofSeconds(2), question, expected);
  }

  private <T> T until(
      Duration patience, Duration interval, Supplier<T> question, Predicate<T> expected) {
    var last = new AtomicReference<T>();
    try {
      Awaitility.await()
          .atMost(patience)
          .pollDelay(Duration.ZERO)
          .pollInterval(interval)
          .ignoreExceptionsInstanceOf(Http.NobodyAnswered.class)
          .until(
              () -> {
                last.set(question.get());
                return expected.test(last.get());
              });
    } catch (ConditionTimeoutException e) {
      throw new AssertionError("still not as expected: " + last.get(), e);
    }
    return Objects.requireNonNull(last.get());
  }

  @Override
  public void close() {
    stack.close();
  }
}
