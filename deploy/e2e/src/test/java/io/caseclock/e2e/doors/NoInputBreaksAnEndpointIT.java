package io.caseclock.e2e.doors;

import static io.caseclock.e2e.doors.Outlet.CSV;
import static io.caseclock.e2e.doors.Outlet.JSON;
import static io.caseclock.e2e.doors.Outlet.PAGE;
import static io.caseclock.e2e.doors.Outlet.WORKBOOK;
import static org.assertj.core.api.Assertions.assertThat;

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
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
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
    suite = Suite.start(directory, options -> gateway.told(options, Roster.STATION));
    letIn = new LetIn(new Tokens(suite.stack()));
    things = GuardedUnit.in(suite);
  }

  @AfterAll
  void stop() {
    suite.close();
    gateway.close();
  }

  /** First, while everything that can be done once is still to be done. */
  @Test
  @Order(1)
  void hostile_text_comes_out_as_text_everywhere() {
    operations = Operations.of(suite.stack());
    var walk = new HostileWalk(suite, new Clients(suite.stack()));

    for (var text : HostileText.values()) {
      walk.write(hostile(text));
      walk.write(Arrays.stream(HostileNames.values()).map(it -> named(it, text)).toList());
    }
    walk.read(operations.stream().filter(Operation::isReading).flatMap(this::told).toList());

    assertThat(walk.taken()).as("operations that took a hostile text").hasSizeGreaterThan(15);
    assertThat(walk.told()).as("forms in which one was told").contains(PAGE, CSV, WORKBOOK, JSON);
    assertThat(walk.faults()).isEmpty();
  }

  private List<Asked> hostile(HostileText text) {
    List<Asked> hostile = new ArrayList<>();
    for (var operation : operations) {
      var number = bodies.of(operation.name(), things).size();
      for (var i = 0; i < number; i++) {
        var count = text.in(bodies.of(operation.name(), things).get(i).content()).size();
        for (var variant = 0; variant < count; variant++) {
          // each with ids of its own, so that none is a repetition of the one before
          var body = bodies.of(operation.name(), things).get(i);
          var request = Calls.about(operation, rule(operation), things);
          var sent = body.in(request, text.in(body.content()).get(variant));
          hostile.add(asked(operation, new Spoiled(text.name(), sent)));
        }
      }
    }
    return hostile;
  }

  private Asked named(HostileNames name, HostileText text) {
    var operation =
        operations.stream()
            .filter(it -> it.name().equals("intake POST /api/v1/events"))
            .findFirst()
            .orElseThrow();
    var request =
        Request.of(operation.method(), operation.path())
            .with("application/cloudevents+json", name.event(text, suite.now()));
    return asked(operation, new Spoiled(text.name(), request));
  }

  /** What is told about the station, in each form in which it may be asked for. */
  private Stream<Asked> told(Operation operation) {
    var about = Calls.about(operation, rule(operation), things);
    var listing = Calls.listing(operation, rule(operation), things);
    return HostileWalk.inEachForm(operation, about, listing)
        .map(it -> asked(operation, new Spoiled("", it)));
  }

  @Test
  @Order(2)
  void spoiled_bodies_and_parameters_are_refused_and_break_nothing() {
    var stack = suite.stack();
    var clients = new Clients(stack);
    operations = Operations.of(stack);
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
