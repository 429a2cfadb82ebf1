package io.caseclock.e2e.doors;

import static io.caseclock.e2e.doors.Outlet.CSV;
import static io.caseclock.e2e.doors.Outlet.JSON;
import static io.caseclock.e2e.doors.Outlet.PAGE;
import static io.caseclock.e2e.doors.Outlet.PDF;
import static io.caseclock.e2e.doors.Outlet.WORKBOOK;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.caseclock.e2e.Gateway;
import io.caseclock.e2e.Roster;
import io.caseclock.e2e.Suite;
import io.caseclock.e2e.doors.Asked.Answered;
import io.caseclock.e2e.doors.Operation.Parameter;
import io.caseclock.embedded.FileTree;
import io.caseclock.local.ServiceKind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/**
 * Each body and each parameter of every operation is sent spoiled, and each text hostile, by
 * somebody who is let in. The caller is told what is wrong; no service fails, hangs or swells, and
 * whatever was taken is told as text. Each failure's request is kept as it was sent, without its
 * token, in {@code target/spoiled}.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class NoInputBreaksAnEndpointIT {

  /** The same inputs in every build, so that a build fails for what has changed in it. */
  private static final long SEED = Long.getLong("caseclock.spoiled.seed", 9901);

  /** Variants of each body, and of each parameter, which is shared out to those who take it. */
  private static final int VARIANTS = Integer.getInteger("caseclock.spoiled.variants", 250);

  /** Of each parameter of each operation. */
  private static final int LEAST = 15;

  private static final Duration BETWEEN_TESTS = Duration.ofSeconds(11);
  private static final String DEADLINES = "notification GET /deadlines/export";
  private static final String NOTICES = "notification GET /notices/export";
  private static final String AUDIT_FILE = "notification GET /audit-log/file";

  private static final double MOST_GROWTH = 1.15;
  private static final long SLACK = 4L << 20;

  private final Map<String, AccessRule> rules = AccessRules.read();
  private final GoodBodies bodies = GoodBodies.read();
  private final Gateway gateway = Gateway.taking();
  private Suite suite;
  private LetIn letIn;
  private Things things = new Things(Map.of());
  private List<Operation> operations = List.of();

  @BeforeAll
  void aStationThatHasOneOfEverything(@TempDir Path directory) {
    FileTree.delete(Tally.KEPT);
    suite =
        Suite.start(directory, options -> gateway.mailed(gateway.told(options, Roster.STATION)));
    letIn = new LetIn(new Tokens(suite.stack()));
    things = GuardedUnit.in(suite);
    operations = Operations.of(suite.stack());
  }

  @AfterAll
  void stop() {
    suite.close();
    gateway.close();
  }

  /** Before any of them is in a body, so that whatever comes out was in a path or a query. */
  @Test
  @Order(1)
  void hostile_parameters_come_out_as_text_everywhere() {
    var walk = new HostileWalk(suite, new Clients(suite.stack()));
    var requests = hostile();

    for (var text : HostileText.values()) {
      walk.send(requests.inParameters(text));
    }
    walk.read(requests.reading());

    assertThat(walk.told().get(PAGE))
        .contains("notification GET /search", "notification GET /audit-log");
    assertThat(walk.told().get(CSV)).contains(AUDIT_FILE);
    assertThat(walk.told().get(JSON))
        .contains(
            "intake GET /api/v1/audit-log",
            "monitor GET /api/v1/audit-log",
            "notification GET /api/v1/audit-log");
    assertThat(walk.faults()).isEmpty();
  }

  /** First, while everything that can be done once is still to be done. */
  @Test
  @Order(2)
  void hostile_text_comes_out_as_text_everywhere() {
    var walk = new HostileWalk(suite, new Clients(suite.stack()));
    var requests = hostile();

    for (var text : HostileText.values()) {
      walk.send(requests.inBodies(text));
    }
    walk.send(requests.inSource());
    walk.read(requests.reading());

    assertThat(walk.taken()).as("operations that took a hostile text").hasSizeGreaterThan(15);
    assertThat(walk.told()).as("forms in which one was told").containsKeys(PAGE, JSON);
    assertThat(walk.told().get(CSV)).contains(DEADLINES, NOTICES);
    assertThat(walk.told().get(WORKBOOK)).contains(DEADLINES);
    assertThat(walk.logged()).as("services that logged one").contains("intake");
    assertThat(walk.faults()).isEmpty();
    assumeThat(walk.fontless()).as("Debian: apt-get install fonts-droid-fallback").isEmpty();
    assertThat(walk.told().get(PDF)).contains(HostileRequests.PAPER);
  }

  @Test
  @Order(3)
  void hostile_text_in_the_head_of_a_mail_is_text() {
    var walk = new HostileWalk(suite, new Clients(suite.stack()));
    var requests = hostile();

    for (var text : HostileText.values()) {
      for (var test : requests.inAddress(text)) {
        suite.fastForward(BETWEEN_TESTS);
        suite.until(
            () -> walk.send(List.of(test)).getFirst(), answer -> answer.reply().status() != 409);
      }
    }

    var mails = gateway.mails().stream().map(HostileMail::new).toList();
    assertThat(mails).anyMatch(HostileMail::tells).allMatch(HostileMail::isSound);
    assertThat(walk.faults()).isEmpty();
  }

  private HostileRequests hostile() {
    Map<String, Operation> byName = new TreeMap<>();
    operations.forEach(operation -> byName.put(operation.name(), operation));
    return new HostileRequests(suite, byName, rules, bodies, things, letIn);
  }

  @Test
  @Order(4)
  void spoiled_bodies_and_parameters_are_refused_and_break_nothing() {
    var stack = suite.stack();
    var clients = new Clients(stack);
    clients.send(operations.stream().map(this::good).toList());
    var before = LiveHeap.of(stack);
    var tally = new Tally();

    for (var operation : operations) {
      tally.add(clients.send(spoiled(operation)));
    }

    var after = LiveHeap.of(stack);
    tally.tell(before, after);
    assertThat(tally.shown()).as("failures and hangs; all are in target/spoiled").isEmpty();
    for (var kind : ServiceKind.values()) {
      assertThat(live(after, kind))
          .as("what the %s holds after all that", kind)
          .isLessThan((long) (MOST_GROWTH * live(before, kind)) + SLACK);
    }
    assertThat(stack.services()).allMatch(service -> service.isAlive() && service.isReady());
  }

  private Asked good(Operation operation) {
    var request = Calls.about(operation, rule(operation), things);
    var body = bodies.of(operation.name(), things).stream().findFirst();
    return asked(operation, new Spoiled("", body.map(it -> it.in(request)).orElse(request)));
  }

  private List<Asked> spoiled(Operation operation) {
    var random = new Random(SEED + operation.name().hashCode());
    List<Spoiled> variants = new ArrayList<>();
    for (var parameter : operation.parameters()) {
      variants.addAll(
          SpoiledParameters.of(parameter, goodBut(operation, parameter), random, share(parameter)));
    }
    for (var body : bodies.of(operation.name(), things)) {
      var request = Calls.about(operation, rule(operation), things);
      variants.addAll(SpoiledBodies.of(body, request, random, VARIANTS));
    }
    return variants.stream().map(it -> asked(operation, it)).toList();
  }

  private int share(Parameter parameter) {
    var takers = operations.stream().filter(it -> it.parameters().contains(parameter)).count();
    return Math.max(LEAST, (int) (VARIANTS / takers));
  }

  /** A good request in whose path the variable still stands. */
  private Request goodBut(Operation operation, Parameter parameter) {
    var rule = rule(operation);
    if (parameter.isInPath()) {
      rule = rule.with(parameter.name(), "'{" + parameter.name() + "}'");
    }
    var request = Calls.about(operation, rule, things);
    request = request.at(request.target().replace("%7B", "{").replace("%7D", "}"));
    var body = bodies.of(operation.name(), things).stream().findFirst();
    return body.isEmpty() ? request : body.get().in(request);
  }

  private AccessRule rule(Operation operation) {
    return Objects.requireNonNull(rules.get(operation.name()), operation.name());
  }

  private Asked asked(Operation operation, Spoiled spoiled) {
    var rule = rule(operation);
    return new Asked(operation, rule, letIn.by(rule), spoiled.request(), spoiled.fault());
  }

  private static long live(Map<ServiceKind, LiveHeap> heaps, ServiceKind kind) {
    return Objects.requireNonNull(heaps.get(kind)).live();
  }

  /** What was sent and what came of it. */
  private static final class Tally {

    private static final Path KEPT = Path.of("target", "spoiled");
    private static final int MOST_SHOWN = 5;

    private final Map<Integer, Integer> byStatus = new TreeMap<>();
    private final Map<String, Integer> byOperation = new TreeMap<>();
    private final List<String> shown = new ArrayList<>();
    private int sent;
    private int failed;
    private @Nullable Answered slowest;

    void add(List<Answered> answers) {
      for (var answer : answers) {
        sent++;
        byStatus.merge(answer.reply().status(), 1, Integer::sum);
        if (slowest == null || answer.millis() > slowest.millis()) {
          slowest = answer;
        }
        if (answer.reply().isFailure()) {
          keep(answer);
        }
      }
    }

    private void keep(Answered answer) {
      var file = KEPT.resolve("%05d.http".formatted(++failed));
      try {
        Files.createDirectories(KEPT);
        Files.write(file, answer.asked().request().bytes());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      if (byOperation.merge(answer.asked().operation().name(), 1, Integer::sum) <= MOST_SHOWN) {
        shown.add(file.getFileName() + " " + answer);
      }
    }

    /** A few of each operation. */
    List<String> shown() {
      return shown;
    }

    void tell(Map<ServiceKind, LiveHeap> before, Map<ServiceKind, LiveHeap> after) {
      System.out.printf(
          "Spoiled input: %d sent (caseclock.spoiled.seed=%d, variants=%d), by status %s%n",
          sent, SEED, VARIANTS, byStatus);
      System.out.printf("  %d failures or hangs; the slowest took %s%n", failed, slowest());
      byOperation.forEach((name, number) -> System.out.printf("  %5d of %s%n", number, name));
      for (var kind : ServiceKind.values()) {
        System.out.printf(
            "  %s: %s before, %s after%n", kind.schema(), before.get(kind), after.get(kind));
      }
    }

    private String slowest() {
      return slowest == null
          ? "no time"
          : slowest.millis() + " ms (" + slowest.asked().operation() + ")";
    }
  }
}
