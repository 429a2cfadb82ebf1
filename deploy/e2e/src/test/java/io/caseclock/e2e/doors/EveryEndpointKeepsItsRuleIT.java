package io.caseclock.e2e.doors;

import static io.caseclock.e2e.doors.Matrix.none;
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
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;

/** Every operation of the three services, for every role in every place, by {@code access.md}. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@ExtendWith(SharedSuite.class)
class EveryEndpointKeepsItsRuleIT {

  /** Sends back to the inbox, whether there was something to mark as read or not. */
  static final String SENDS_BACK = "notification POST /messages/read";

  /** Answers 401 to whoever comes without the right password: that is its work. */
  private static final String JUDGES_A_PASSWORD = "notification POST /sign-in";

  private final Map<String, AccessRule> rules = AccessRules.read();
  private final GoodBodies bodies = GoodBodies.read();

  private List<Operation> operations = List.of();
  private List<Caller> known = List.of();
  private List<Caller> unknown = List.of();
  private Things things = new Things(Map.of());
  private Tokens tokens;
  private Matrix matrix;

  @BeforeAll
  void aStationThatHasOneOfEverything(Suite suite) {
    var stack = suite.stack();
    operations = new ArrayList<>(Operations.of(stack));
    rules.values().stream()
        .filter(AccessRule::isUndescribed)
        .map(EveryEndpointKeepsItsRuleIT::undescribed)
        .forEach(operations::add);
    tokens = new Tokens(stack);
    known = Caller.known(tokens);
    unknown = Caller.unknown(tokens);
    things = GuardedUnit.in(suite);
    matrix = new Matrix(operations, rules, stack);
  }

  @AfterAll
  void tell() {
    matrix.tell();
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
    var answers =
        matrix.send(known, (operation, rule, caller) -> List.of(Calls.empty(operation, rule)));

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
    var answers =
        matrix.send(unknown, (operation, rule, caller) -> List.of(Calls.empty(operation, rule)));

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

    var answers = matrix.send(outside, this::aboutTheGuardedUnit);

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
        matrix
            .send(
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

  /** Last, since the owners use up at its end what the others ask for. */
  @Test
  @Order(Integer.MAX_VALUE)
  void a_colleague_reads_and_changes_nothing_that_somebody_keeps_for_themselves(Suite suite) {
    var own = OwnThings.in(suite, tokens, things);
    var before = own.seen();
    var alone = new OwnersAlone(matrix, tokens, own);

    var answers = alone.askedByColleagues();

    none(answers, it -> it.reply().isFailure(), "answered by a failure");
    none(answers, OwnersAlone::isRead, "read by a colleague");
    none(answers, alone::isChanged, "changed by a colleague");
    assertThat(own.seen()).as("what the owners see").isEqualTo(before);

    var theirs = alone.askedByOwners();
    none(theirs, it -> !it.reply().isDone(), "refused to the owner, in the same words");
    assertThat(OwnersAlone.reading(theirs))
        .as("operations by which an owner reads a mark")
        .contains(
            "monitor GET /api/v1/calendar-feeds",
            "monitor GET /api/v1/impact-run",
            "notification GET /api/v1/inbox",
            "notification GET /api/v1/inbox/{id}/letters",
            "notification GET /api/v1/saved-filters",
            "notification GET /api/v1/warnings/{letterId}/feedback",
            "notification GET /feed",
            "notification GET /messages/{id}");
  }

  @Test
  void who_does_not_stand_at_the_root_touches_nothing_that_the_installation_has(Suite suite) {
    var acts = new Acts(suite.stack());
    var root = Caller.of(tokens, LocalRole.ADMINISTRATOR, Standing.PARENT);
    var before = keys(acts, root);

    var answers =
        matrix.send(
            known.stream().filter(caller -> !caller.standing().isAtRoot()).toList(),
            (operation, rule, caller) ->
                rule.isOfTheRoot() && rule.names(caller) && rule.namesSomething()
                    ? matrix.about(operation, rule, things)
                    : List.of());

    none(answers, it -> !it.reply().isRefusal(), "let in from below the root");
    assertThat(keys(acts, root)).isEqualTo(before).contains(things.value("key"));
    none(
        matrix.send(
            List.of(root),
            (operation, rule, caller) ->
                rule.of().containsValue("key") ? rootAsks(acts, operation, rule, root) : List.of()),
        it -> !it.reply().isDone(),
        "refused at the root, in the same words");
  }

  private List<Request> rootAsks(Acts acts, Operation operation, AccessRule rule, Caller root) {
    var fresh = things.with("key", GuardedUnit.key(acts, root));
    return List.of(matrix.about(operation, rule, fresh).getFirst());
  }

  private static String keys(Acts acts, Caller administrator) {
    return acts.read(ServiceKind.INTAKE, administrator, "/api/v1/api-keys").toString();
  }

  private static List<String> unreadOfTheOfficer(Suite suite) {
    return suite
        .all(LocalRole.OFFICER, Roster.OFFICER, "/api/v1/inbox?unread=true", "messages")
        .stream()
        .map(message -> message.path("id").asText())
        .toList();
  }

  private List<Request> aboutTheGuardedUnit(Operation operation, AccessRule rule, Caller caller) {
    return rule.isSomebodys() ? matrix.about(operation, rule, things) : List.of();
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
