package io.caseclock.e2e.doors;

import static org.assertj.core.api.Assertions.assertThat;

import io.caseclock.e2e.Roster;
import io.caseclock.e2e.SharedSuite;
import io.caseclock.e2e.Suite;
import io.caseclock.e2e.doors.Asked.Answered;
import io.caseclock.e2e.doors.Caller.Standing;
import io.caseclock.local.ServiceKind;
import io.caseclock.local.secret.LocalRole;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/** Every operation of the three services, for every role in every place, by {@code access.md}. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@ExtendWith(SharedSuite.class)
class EveryEndpointKeepsItsRuleIT {

  /** Sends back to the inbox, whether there was something to mark as read or not. */
  private static final String SENDS_BACK = "notification POST /messages/read";

  /** Answers 401 to whoever comes without the right password: that is its work. */
  private static final String JUDGES_A_PASSWORD = "notification POST /sign-in";

  private final Map<String, AccessRule> rules = AccessRules.read();
  private final GoodBodies bodies = GoodBodies.read();
  private final AtomicInteger tried = new AtomicInteger();
  private final AtomicInteger failed = new AtomicInteger();

  private List<Operation> operations = List.of();
  private List<Caller> known = List.of();
  private List<Caller> unknown = List.of();
  private Things things = new Things(Map.of());
  private Clients clients;

  @BeforeAll
  void aStationThatHasOneOfEverything(Suite suite) {
    var stack = suite.stack();
    operations = new ArrayList<>(Operations.of(stack));
    rules.values().stream()
        .filter(AccessRule::isUndescribed)
        .map(EveryEndpointKeepsItsRuleIT::undescribed)
        .forEach(operations::add);
    var tokens = new Tokens(stack);
    known = Caller.known(tokens);
    unknown = Caller.unknown(tokens);
    things = GuardedUnit.in(suite);
    clients = new Clients(stack);
  }

  @AfterAll
  void tell() {
    System.out.printf(
        "Access: %d operations, %d combinations tried, %d answered by a failure%n",
        operations.size(), tried.get(), failed.get());
  }

  @Test
  void every_operation_has_a_stated_rule_and_every_rule_an_operation() {
    assertThat(new TreeSet<>(rules.keySet()))
        .as("the rows of access.md are the operations that the services describe")
        .isEqualTo(new TreeSet<>(operations.stream().map(Operation::name).toList()));
  }

  @Test
  void no_endpoint_is_left_out_of_the_description(Suite suite) {
    var described =
        operations.stream()
            .filter(it -> !rules.containsKey(it.name()) || !rules.get(it.name()).isUndescribed());
    assertThat(SourceEndpoints.in(suite.stack().options().repository()))
        .as("the endpoints of the sources are those of the OpenAPI documents")
        .isEqualTo(new TreeSet<>(described.map(Operation::name).toList()));
  }

  @Test
  void every_operation_that_takes_a_body_has_a_good_one_to_be_tried_with() {
    assertThat(new TreeSet<>(bodies.names()))
        .as("the entries of bodies.json are the operations that take a body")
        .isEqualTo(
            new TreeSet<>(
                operations.stream()
                    .filter(operation -> !operation.bodyTypes().isEmpty())
                    .map(Operation::name)
                    .toList()));
  }

  @Test
  void a_role_is_let_in_where_its_rule_says_and_nowhere_else() {
    var answers = send(known, (operation, rule, caller) -> List.of(Calls.empty(operation, rule)));

    none(answers, it -> it.reply().isFailure(), "answered by a failure");
    none(
        answers,
        it -> !admitted(it) && !it.reply().isRefusal(),
        "let in without a right by the table");
    none(
        answers,
        it -> admitted(it) && !isNowhere(it) && !it.asked().rule().isOpen() && !it.reply().letsIn(),
        "refused against the table");
  }

  @Test
  void who_has_no_known_role_or_no_valid_token_is_let_in_nowhere() {
    var answers = send(unknown, (operation, rule, caller) -> List.of(Calls.empty(operation, rule)));

    none(answers, it -> it.reply().isFailure(), "answered by a failure");
    none(
        answers,
        it -> !it.asked().rule().isOpen() && !it.reply().isRefusal(),
        "let in without a known role");
    none(
        answers,
        it ->
            it.asked().rule().isOpen()
                && it.asked().caller().token() == null
                && !it.asked().operation().name().equals(JUDGES_A_PASSWORD)
                && Set.of(401, 403).contains(it.reply().status()),
        "refused although no token is needed");
  }

  @Test
  void nobody_beside_a_unit_reads_or_changes_what_it_has(Suite suite) {
    var outside = known.stream().filter(caller -> caller.standing().isOutside()).toList();

    var answers = send(outside, this::aboutTheGuardedUnit);

    none(answers, it -> it.reply().isFailure(), "answered by a failure");
    none(answers, this::givesAway, "read by somebody beside the unit");
    none(answers, it -> isChange(it) && it.reply().isDone(), "changed by somebody beside the unit");
    assertThat(unreadOfTheOfficer(suite))
        .as("what the officer has not read, nobody else reads away")
        .contains(things.value("message"));
  }

  @Test
  void the_unit_above_reads_all_of_it() {
    var above =
        known.stream()
            .filter(caller -> caller.standing() == Standing.PARENT)
            .filter(caller -> caller.role() != LocalRole.PRECINCT_SYSTEM)
            .toList();

    var answers =
        send(
                above,
                (operation, rule, caller) ->
                    operation.isReading()
                        ? List.of(Calls.about(operation, rule, things))
                        : List.of())
            .stream()
            .filter(it -> it.asked().rule().scope() == AccessRule.Scope.UNIT)
            .filter(this::admitted)
            .toList();

    none(
        answers,
        it -> it.reply().status() >= 400 && !it.asked().request().target().contains(Calls.NOTHING),
        "not found from above");
    assertThat(
            answers.stream()
                .filter(this::givesAway)
                .map(it -> it.asked().operation().name())
                .distinct()
                .count())
        .as("operations by which the unit above reads a mark")
        .isGreaterThan(20);
  }

  private static List<String> unreadOfTheOfficer(Suite suite) {
    return suite
        .all(LocalRole.OFFICER, Roster.OFFICER, "/api/v1/inbox?unread=true", "messages")
        .stream()
        .map(message -> message.path("id").asText())
        .toList();
  }

  private List<Request> aboutTheGuardedUnit(Operation operation, AccessRule rule, Caller caller) {
    if (!rule.isSomebodys()) {
      return List.of();
    }
    var request = Calls.about(operation, rule, things);
    var good = bodies.of(operation.name(), things);
    return good.isEmpty()
        ? List.of(request, Calls.listing(operation, rule, things))
        : good.stream().map(body -> body.in(request)).toList();
  }

  private interface Requests {
    List<Request> of(Operation operation, AccessRule rule, Caller caller);
  }

  private List<Answered> send(List<Caller> callers, Requests requests) {
    List<Asked> questions = new ArrayList<>();
    for (var operation : operations) {
      var rule = rules.get(operation.name());
      if (rule != null) {
        for (var caller : callers) {
          requests.of(operation, rule, caller).stream()
              .distinct()
              .forEach(request -> questions.add(new Asked(operation, rule, caller, request)));
        }
      }
    }
    var answers = clients.send(questions);
    tried.addAndGet(answers.size());
    failed.addAndGet((int) answers.stream().filter(it -> it.reply().isFailure()).count());
    return answers;
  }

  private boolean admitted(Answered answered) {
    var caller = answered.asked().caller();
    return caller.role() != null
        && answered.asked().rule().admits(caller.role(), caller.standing());
  }

  /** Whoever has no unit may be told so, or shown nothing. */
  private static boolean isNowhere(Answered answered) {
    return answered.asked().caller().standing() == Standing.NOWHERE;
  }

  /** A change that names something of the unit. */
  private boolean isChange(Answered answered) {
    var question = answered.asked().request().toString();
    return !answered.asked().operation().isReading()
        && !answered.asked().operation().name().equals(SENDS_BACK)
        && things.values().values().stream().anyMatch(question::contains);
  }

  /** The answer holds a mark that was not in the question; the audit log tells earlier ones. */
  private boolean givesAway(Answered answered) {
    var question = answered.asked().request().toString();
    var text = answered.reply().text();
    for (var value : things.longestFirst()) {
      if (question.contains(value) || tellsQuestions(answered)) {
        text = text.replace(value, "");
      }
    }
    return GuardedUnit.SECRETS.stream().anyMatch(text::contains);
  }

  private static boolean tellsQuestions(Answered answered) {
    return answered.asked().operation().name().contains("/audit-log");
  }

  private static void none(List<Answered> answers, Predicate<Answered> wrong, String what) {
    assertThat(answers.stream().filter(wrong).map(Answered::toString).toList()).as(what).isEmpty();
  }

  private static Operation undescribed(AccessRule rule) {
    var words = rule.name().split(" ");
    var service =
        Arrays.stream(ServiceKind.values())
            .filter(kind -> kind.schema().equals(words[0]))
            .findFirst()
            .orElseThrow();
    return new Operation(service, words[1], words[2], List.of(), Set.of(), Set.of());
  }
}
