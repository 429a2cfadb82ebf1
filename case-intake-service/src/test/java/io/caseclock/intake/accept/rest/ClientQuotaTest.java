package io.caseclock.intake.accept.rest;

import static io.caseclock.intake.IntakeDoor.as;
import static io.caseclock.intake.IntakeDoor.bearer;
import static io.caseclock.intake.IntakeDoor.caseFiled;
import static io.caseclock.intake.IntakeDoor.post;
import static io.caseclock.intake.IntakeDoor.postBatch;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThanOrEqualTo;
import static org.hamcrest.Matchers.nullValue;

import io.caseclock.intake.IntakeDoor;
import io.caseclock.testsupport.InfrastructureResource;
import io.caseclock.testsupport.TestTokens;
import io.caseclock.wire.Json;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(
    value = InfrastructureResource.class,
    initArgs = @ResourceArg(name = "schema", value = "intake"))
class ClientQuotaTest {

  private static final int A_DAY = 24 * 60 * 60;

  @Inject MeterRegistry metrics;

  private final String client = "client-" + UUID.randomUUID();

  @BeforeEach
  void units() {
    IntakeDoor.registerUnits();
  }

  @Test
  void a_batch_beyond_the_quota_is_refused_whole_and_says_what_is_left() {
    limit("\"eventsPerDay\":10");
    postBatch(client(), events(8)).statusCode(200);
    var before = refusedForQuota();

    var batch = events(3);
    postBatch(client(), batch)
        .statusCode(429)
        .contentType("application/problem+json")
        .header("Retry-After", Integer::parseInt, allOf(greaterThan(0), lessThanOrEqualTo(A_DAY)))
        .body("type", equalTo("urn:caseclock:problem:too-many-requests"))
        .body("quota", equalTo(10))
        .body("left", equalTo(2))
        .body("retryAfter", greaterThan(0))
        .body("detail", containsString("room for 2 more"));

    assertThat(refusedForQuota() - before).isEqualTo(3);
    showsAccepted(8);
    postBatch(client(), batch.subList(0, 2)).statusCode(200);
    showsAccepted(10);
    post(client(), batch.get(2)).statusCode(429).body("left", equalTo(0));
  }

  @Test
  void what_is_known_is_answered_when_the_quota_is_used_up_and_what_is_faulty_costs_nothing() {
    limit("\"eventsPerDay\":2");
    var batch = events(1);
    var faulty = caseFiled();
    faulty.put("type", "no-such-type");

    post(client(), faulty).statusCode(422);
    postBatch(client(), List.of(faulty, batch.getFirst())).statusCode(207);
    post(client(), caseFiled()).statusCode(202);

    postBatch(client(), batch).statusCode(200).body("results.status", everyItem(is("duplicate")));
    postBatch(client(), List.of(faulty, caseFiled())).statusCode(429);
    showsAccepted(2);
  }

  @Test
  void singles_at_once_never_come_to_more_and_a_neighbour_is_not_held_up()
      throws ExecutionException, InterruptedException {
    limit("\"eventsPerDay\":7");
    List<Integer> mine = new ArrayList<>();
    List<Integer> others = new ArrayList<>();

    try (var senders = Executors.newFixedThreadPool(12)) {
      List<Future<Integer>> limited = new ArrayList<>();
      List<Future<Integer>> free = new ArrayList<>();
      for (var n = 0; n < 24; n++) {
        limited.add(senders.submit(() -> status(client())));
        free.add(senders.submit(() -> status(as("precinct-system", "D01"))));
      }
      for (var n = 0; n < 24; n++) {
        mine.add(limited.get(n).get());
        others.add(free.get(n).get());
      }
    }

    assertThat(mine).filteredOn(status -> status == 202).hasSize(7);
    assertThat(mine).filteredOn(status -> status == 429).hasSize(17);
    assertThat(others).containsOnly(202);
    showsAccepted(7);
  }

  @Test
  void the_quota_of_a_client_holds_for_its_api_keys() {
    limit("\"eventsPerDay\":1");
    var key =
        as("administrator", "D01")
            .contentType("application/json")
            .body("{\"client\":\"" + client + "\",\"unit\":\"D01\"}")
            .post("/api/v1/api-keys")
            .then()
            .statusCode(201)
            .extract()
            .<String>path("key");

    withKey(key).statusCode(202);
    withKey(key).statusCode(429).body("quota", equalTo(1));
    post(client(), caseFiled()).statusCode(429);
  }

  @Test
  void a_quota_that_is_raised_or_taken_away_holds_no_longer() {
    limit("\"eventsPerDay\":1");
    post(client(), caseFiled()).statusCode(202);
    post(client(), caseFiled()).statusCode(429);

    limit("\"eventsPerDay\":2");
    post(client(), caseFiled()).statusCode(202);
    post(client(), caseFiled()).statusCode(429);

    limit("\"eventsPerSecond\":4000").body("acceptedToday", nullValue());
    post(client(), caseFiled()).statusCode(202);
  }

  @Test
  void a_rate_of_ones_own_is_less_than_that_of_all() {
    limit("\"eventsPerSecond\":1");
    postBatch(client(), events(100)).statusCode(200);
    var before = refusedForRate();

    post(client(), caseFiled())
        .statusCode(429)
        .body("type", equalTo("urn:caseclock:problem:too-many-requests"))
        .body("quota", nullValue())
        .body("retryAfter", greaterThan(60));
    assertThat(refusedForRate()).isEqualTo(before + 1);
    post(as("precinct-system", "D01"), caseFiled()).statusCode(202);

    register("{\"sources\":[\"" + IntakeDoor.SOURCE + "\"]}").statusCode(200);
    post(client(), caseFiled()).statusCode(202);
  }

  private static int status(RequestSpecification as) {
    return post(as, caseFiled()).extract().statusCode();
  }

  private static List<Map<String, Object>> events(int count) {
    return Stream.generate(IntakeDoor::caseFiled).limit(count).toList();
  }

  private double refusedForQuota() {
    return metrics
        .counter("caseclock.intake.events", "outcome", "refused", "reason", "quota")
        .count();
  }

  private double refusedForRate() {
    return metrics.counter("caseclock.http.refused", "reason", "rate").count();
  }

  private void showsAccepted(int events) {
    as("auditor", "D01")
        .get("/api/v1/sources/" + client)
        .then()
        .statusCode(200)
        .body("acceptedToday", equalTo(events));
  }

  private static ValidatableResponse withKey(String key) {
    return IntakeDoor.plain()
        .header("Authorization", "ApiKey " + key)
        .contentType("application/cloudevents+json")
        .body(Json.text(caseFiled()))
        .post(IntakeDoor.EVENTS)
        .then();
  }

  private RequestSpecification client() {
    return bearer(TestTokens.of("precinct-system").name(client).unit("D01").sources().sign());
  }

  private ValidatableResponse limit(String members) {
    return register("{\"sources\":[\"" + IntakeDoor.SOURCE + "\"]," + members + "}")
        .statusCode(200);
  }

  private ValidatableResponse register(String body) {
    return as("administrator", "D01")
        .contentType("application/json")
        .body(body)
        .put("/api/v1/sources/" + client)
        .then();
  }
}
