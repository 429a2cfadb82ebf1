package io.caseclock.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.caseclock.e2e.ErrorTable.Refusal;
import io.caseclock.e2e.Provocations.Provocation;
import io.caseclock.local.audit.ServiceClient;
import io.caseclock.local.secret.LocalRole;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The table of errors of {@code docs/integration.md} is what intake answers, row by row. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@ExtendWith(SharedSuite.class)
class ErrorsOfTheDocumentIT {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Set<String> FOR_A_WHILE = Set.of("429", "503");

  /** What another test provokes, and why it is not provoked here. */
  private static final Map<Refusal, Elsewhere> ELSEWHERE =
      Map.of(
          new Refusal("408", "too-slow"),
          new Elsewhere(
              BodiesCannotKillAServiceIT.class, "takes a suite that waits for 3 s instead of 15"),
          new Refusal("none", "connection broken"),
          new Elsewhere(NothingIsLostIT.class, "takes a suite whose intake is killed"));

  private Suite suite;
  private List<Refusal> table;
  private List<Provocation> provocations;
  private Provocations posted;

  private record Elsewhere(Class<?> test, String reason) {

    @Override
    public String toString() {
      return test.getSimpleName() + ", since it " + reason;
    }
  }

  @BeforeAll
  void theTable(Suite shared) throws IOException {
    suite = shared;
    table = ErrorTable.of(Suite.repository().resolve("docs/integration.md"));
    posted = new Provocations(suite);
    provocations = posted.all();
  }

  @Test
  void each_row_is_provoked_here_or_in_another_test() {
    var here = provocations.stream().map(Provocation::refusal).collect(Collectors.toSet());
    var tested = new HashSet<>(here);
    tested.addAll(ELSEWHERE.keySet());

    assertThat(table).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(tested);
    assertThat(here).doesNotContainAnyElementsOf(ELSEWHERE.keySet());
    System.out.printf(
        "Errors: %d in the table, %d provoked in %d ways, others %s%n",
        table.size(), here.size(), provocations.size(), ELSEWHERE);
  }

  List<Provocation> provocations() {
    return provocations;
  }

  /** And what was refused leaves no trace: it may come again under its id once it is mended. */
  @ParameterizedTest
  @MethodSource("provocations")
  void it_is_answered_as_its_row_says(Provocation provocation) throws JsonProcessingException {
    var answer = provocation.answer();

    var refusal = provocation.refusal();
    assertThat(answer.statusCode()).as(answer.body()).hasToString(refusal.status());
    assertThat(answer.headers().allValues("Content-Type"))
        .containsExactly("application/problem+json");
    var problem = JSON.readTree(answer.body());
    assertThat(problem.path("type").asText()).isEqualTo("urn:caseclock:problem:" + refusal.type());
    assertThat(problem.path("status").asText()).isEqualTo(refusal.status());
    isToldWhatToDo(answer.headers().firstValue("Retry-After").orElse(""), problem, refusal);
    if (!refusal.status().equals("409")) {
      assertThat(suite.receipt(provocation.id()).status()).isEqualTo(404);
      assertThat(suite.post(posted.sound(provocation.id())).status()).isEqualTo(202);
    }
  }

  private static void isToldWhatToDo(String retryAfter, JsonNode problem, Refusal refusal) {
    if (FOR_A_WHILE.contains(refusal.status())) {
      assertThat(retryAfter).matches("[1-9]\\d*");
    }
    if (refusal.status().equals("400")) {
      assertThat(problem.path("violations")).isNotEmpty();
    }
    if (refusal.status().equals("429")) {
      assertThat(problem.path("quota").asInt()).isEqualTo(1);
      assertThat(problem.path("left").asInt()).isEqualTo(1);
    }
  }

  /** But for 500, which is the answer to everything else there. */
  @Test
  void the_description_of_intake_has_the_statuses_of_the_table() {
    var described =
        new ServiceClient(suite.stack().intakeUrl(), suite.stack().token(LocalRole.ADMINISTRATOR))
            .get("/q/openapi?format=json")
            .at("/paths/~1api~1v1~1events/post/responses");
    Set<String> refusals = new TreeSet<>();
    described.fieldNames().forEachRemaining(refusals::add);
    refusals.removeIf(status -> status.startsWith("2"));
    assertThat(refusals.remove("default")).isTrue();
    refusals.add("500");
    refusals.add("none");

    assertThat(table.stream().map(Refusal::status).collect(Collectors.toSet())).isEqualTo(refusals);
  }
}
