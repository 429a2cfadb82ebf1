package io.caseclock.e2e.doors;

import static org.assertj.core.api.Assertions.assertThat;

import io.caseclock.e2e.Roster;
import io.caseclock.e2e.SharedSuite;
import io.caseclock.e2e.Suite;
import io.caseclock.e2e.doors.Asked.Answered;
import io.caseclock.e2e.doors.Caller.Standing;
import io.caseclock.local.secret.LocalRole;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * What the operations answer, about a station that has one of everything, is what the OpenAPI
 * document of the service that runs says of it, and nothing more.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@ExtendWith(SharedSuite.class)
class AnswersAreAsDescribedIT {

  /** Not those of the access walk, which may run before or after in the same suite. */
  private static final int CASES = 11;

  /** Few below what is reached. */
  private static final int LEAST = 140;

  private static final String NO_DEAD_LETTER =
      "nothing that cannot be read comes to the suite that stories share";

  private static final String ROUTES = "notification PUT /api/v1/routes";

  /** Operations that answer in JSON, and why none of their answers is compared here. */
  private static final Map<String, String> NOT_COMPARED =
      Map.of(
          "monitor GET /api/v1/dead-letters/{id}",
          NO_DEAD_LETTER,
          "monitor POST /api/v1/dead-letters/{id}/dismiss",
          NO_DEAD_LETTER,
          "monitor POST /api/v1/dead-letters/{id}/replay",
          NO_DEAD_LETTER,
          "notification GET /api/v1/dead-letters/{id}",
          NO_DEAD_LETTER,
          "notification POST /api/v1/dead-letters/{id}/dismiss",
          NO_DEAD_LETTER,
          "notification POST /api/v1/dead-letters/{id}/replay",
          NO_DEAD_LETTER,
          "monitor POST /api/v1/history/releases",
          "no history was taken in",
          "notification POST /api/v1/tasks/{id}/unreachable",
          "it asks for attempts in three hours",
          ROUTES,
          "it would change whom other stories tell; GET answers with the same record");

  /** Before what ends it. */
  private static final Set<String> FIRST = Set.of("notification POST /api/v1/tasks/{id}/attempts");

  private final Map<String, AccessRule> rules = AccessRules.read();
  private final GoodBodies bodies = GoodBodies.read();
  private List<Operation> operations = List.of();
  private List<Caller> callers = List.of();
  private Things things = new Things(Map.of());
  private Compared compared;
  private Clients clients;
  private LetIn letIn;
  private Earnest earnest;

  @BeforeAll
  void aStationThatHasOneOfEverything(Suite suite) {
    var tokens = new Tokens(suite.stack());
    var descriptions = Descriptions.of(suite.stack());
    compared = new Compared(descriptions);
    clients = new Clients(suite.stack());
    letIn = new LetIn(tokens);
    callers =
        Stream.of(
                Caller.of(tokens, Standing.OWN),
                List.of(callingBack(tokens)),
                Caller.of(tokens, Standing.PARENT))
            .flatMap(List::stream)
            .toList();
    operations = Operations.of(suite.stack()).stream().filter(descriptions::tellsInJson).toList();
    things = GuardedUnit.in(suite, CASES);
    earnest = Earnest.of(suite, things);
  }

  @Test
  void what_is_answered_is_as_it_is_described() {
    read();
    change();
    read();

    var left = compared.left(operations);
    System.out.printf(
        "Described: %d operations answer in JSON, %d answers compared, %d not compared%n",
        operations.size(), compared.answers(), left.size());
    assertThat(compared.faults()).as("answered otherwise than described").isEmpty();
    assertThat(left.keySet()).as(left::toString).isEqualTo(NOT_COMPARED.keySet());
    assertThat(operations.size() - left.size()).isGreaterThanOrEqualTo(LEAST);
  }

  private void read() {
    var reading = operations.stream().filter(Operation::isReading);
    compare(clients.send(reading.flatMap(this::readings).toList()));
  }

  /** By everybody who is let in: what they see differs. */
  private Stream<Asked> readings(Operation operation) {
    var rule = rule(operation);
    var about = request(operation, 0);
    var listing = Calls.listing(operation, rule, things);
    return callers.stream()
        .filter(caller -> admits(rule, caller))
        .flatMap(
            caller -> Stream.of(about, listing).distinct().map(it -> asked(operation, caller, it)));
  }

  /** One after the other: what is there before it is changed, changed before it is deleted. */
  private void change() {
    operations.stream()
        .filter(operation -> !operation.isReading() && !operation.name().equals(ROUTES))
        .sorted(
            Comparator.comparing(Operation::method)
                .reversed()
                .thenComparing(operation -> !FIRST.contains(operation.name())))
        .forEach(operation -> bodies(operation).forEach(number -> change(operation, number)));
  }

  /** By whoever may. */
  private void change(Operation operation, int body) {
    var rule = rule(operation);
    var allowed = callers.stream().filter(caller -> admits(rule, caller));
    for (var caller : Stream.concat(Stream.of(letIn.by(rule)), allowed).toList()) {
      var answered = clients.send(List.of(asked(operation, caller, request(operation, body))));
      compare(answered);
      if (answered.getFirst().reply().isDone()) {
        return;
      }
    }
  }

  private IntStream bodies(Operation operation) {
    var number = earnest.knows(operation) ? 0 : bodies.of(operation.name(), things).size();
    return IntStream.range(0, Math.max(1, number));
  }

  private Request request(Operation operation, int body) {
    var request = Calls.about(operation, rule(operation), things);
    if (earnest.knows(operation)) {
      return earnest.in(operation, request);
    }
    var good = bodies.of(operation.name(), things);
    return good.isEmpty() ? request : good.get(body).in(request);
  }

  private void compare(List<Answered> all) {
    for (var answered : all) {
      compared.add(answered);
      earnest.saw(answered.asked().operation(), answered.reply());
    }
  }

  /** Whose work the tasks are. */
  private static Caller callingBack(Tokens tokens) {
    Map<String, Object> claims = Map.of("unit", Roster.STATION, "officer", GuardedUnit.CALLER_BACK);
    return new Caller(
        "who calls back",
        LocalRole.OFFICER,
        Standing.OWN,
        tokens.with(LocalRole.OFFICER, usual -> usual.putAll(claims)),
        null);
  }

  private static boolean admits(AccessRule rule, Caller caller) {
    return rule.admits(Objects.requireNonNull(caller.role()), caller.standing());
  }

  private Asked asked(Operation operation, Caller caller, Request request) {
    return new Asked(
        operation, rule(operation), caller, request.with("Accept", "application/json"));
  }

  private AccessRule rule(Operation operation) {
    return Objects.requireNonNull(rules.get(operation.name()), operation.name());
  }
}
