package io.caseclock.intake.journal.rest;

import static io.caseclock.intake.IntakeDoor.as;
import static io.caseclock.intake.IntakeDoor.caseFiled;
import static io.caseclock.intake.IntakeDoor.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;

import io.caseclock.intake.IntakeDoor;
import io.caseclock.jdbc.Sql;
import io.caseclock.testsupport.InfrastructureResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@WithTestResource(
    value = InfrastructureResource.class,
    initArgs = @ResourceArg(name = "schema", value = "intake"))
class RepublishResourceTest {

  @Inject DataSource database;

  @BeforeEach
  void units() {
    IntakeDoor.registerUnits();
  }

  @Test
  void each_event_of_a_case_that_was_accepted_since_goes_out_once_more() {
    String before = post(caseFiled()).statusCode(202).extract().path("acceptedAt");
    String first = post(caseFiled()).statusCode(202).extract().path("acceptedAt");
    post(caseFiled()).statusCode(202);
    assertThat(first).isGreaterThan(before);

    var steps = steps(first, 100);

    assertThat(steps.stream().mapToInt(Step::published).sum()).isEqualTo(2);
    assertThat(steps.stream().mapToInt(Step::read).sum()).isEqualTo(rows("journal"));
  }

  @Test
  void the_directory_is_left_to_its_topic_which_keeps_it() {
    post(caseFiled()).statusCode(202);

    var published = steps("2020-01-01T00:00:00Z", 1000).stream().mapToInt(Step::published).sum();

    assertThat(published)
        .isEqualTo(rows("journal where split_part(subject, '/', 1) not in ('unit', 'officer')"))
        .isPositive();
    Awaitility.await().until(() -> rows("outbox") == 0);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{} | /from",
        "{'from': 'yesterday'} | /from",
        "{'from': 5} | /from",
        "{'from': '2026-01-01T00:00:00Z', 'limit': 0} | /limit",
        "{'from': '2026-01-01T00:00:00Z', 'limit': 1001} | /limit",
        "{'from': '2026-01-01T00:00:00Z', 'limit': '5'} | /limit",
        "{'from': '2026-01-01T00:00:00Z', 'after': ''} | /after",
        "{'from': '2026-01-01T00:00:00Z', 'after': 'A-1'} | /after",
        "{'from': '2026-01-01T00:00:00Z', 'after': '1:'} | /after",
        "{'from': '2026-01-01T00:00:00Z', 'after': null} | /after",
        "{'from': '2026-01-01T00:00:00Z', 'until': 'x'} | /until"
      })
  void a_member_without_sense_is_refused_with_its_pointer(String body, String pointer) {
    publish(body.replace('\'', '"')).statusCode(400).body("violations.pointer", hasItem(pointer));
  }

  @Test
  void a_step_looks_at_no_more_than_was_asked_for_and_says_where_the_next_begins() {
    post(caseFiled()).statusCode(202);
    post(caseFiled()).statusCode(202);

    publish("{\"from\":\"2020-01-01T00:00:00Z\",\"limit\":2}")
        .statusCode(200)
        .body("read", equalTo(2))
        .body("next", notNullValue());
  }

  @Test
  void only_who_administers_the_whole_tree_may_ask_for_it() {
    var body = "{\"from\":\"2026-01-01T00:00:00Z\"}";

    as("administrator", "D0101")
        .contentType("application/json")
        .body(body)
        .post("/api/v1/journal/republish")
        .then()
        .statusCode(403);
    publish(body).statusCode(200);
  }

  private record Step(int read, int published, @Nullable String next) {}

  private static List<Step> steps(String from, int limit) {
    List<Step> steps = new ArrayList<>();
    var after = "";
    do {
      var answer =
          publish("{\"from\":\"" + from + "\",\"limit\":" + limit + after + "}")
              .statusCode(200)
              .extract()
              .jsonPath();
      var next = answer.getString("next");
      steps.add(new Step(answer.getInt("read"), answer.getInt("published"), next));
      after = next == null ? "" : ",\"after\":\"" + next + "\"";
    } while (!after.isEmpty());
    return steps;
  }

  private static ValidatableResponse publish(String body) {
    return as("administrator", "D01")
        .contentType("application/json")
        .body(body)
        .post("/api/v1/journal/republish")
        .then();
  }

  private int rows(String table) {
    return new Sql(database)
        .query("select count(*) from " + table, row -> row.getInt(1))
        .getFirst();
  }
}
