package io.caseclock.notify.delivery.rest;

import static io.caseclock.notify.Office.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.caseclock.jdbc.Sql;
import io.caseclock.notify.Office;
import io.caseclock.notify.channel.Channels;
import io.caseclock.notify.channel.Delivery;
import io.caseclock.notify.delivery.Circuit;
import io.caseclock.notify.delivery.Circuits;
import io.caseclock.notify.delivery.DeliveryQueue;
import io.caseclock.testsupport.InfrastructureResource;
import io.caseclock.time.Backoff;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(ChannelResourceTest.SomeChannels.class)
@WithTestResource(
    value = InfrastructureResource.class,
    initArgs = @ResourceArg(name = "schema", value = "notification"))
public class ChannelResourceTest {

  private static final Instant NOW = Instant.parse("2026-03-13T04:00:00Z");

  @Inject Office office;
  @Inject Sql sql;
  @Inject Channels channels;
  @Inject Circuits circuits;
  @Inject DeliveryQueue queue;
  @Inject MeterRegistry meters;

  /** A robot, a gateway and a webhook at a port where nobody listens; and a toy. */
  public static class SomeChannels implements QuarkusTestProfile {

    @Override
    public Map<String, String> getConfigOverrides() {
      Map<String, String> keys = new HashMap<>();
      keys.put("caseclock.channels.group.kind", "wecom");
      keys.put("caseclock.channels.group.url", nobody() + "/send?key=not-a-real-key");
      keys.put("caseclock.channels.group.allow-private", "true");
      keys.put("caseclock.channels.text.kind", "sms");
      keys.put("caseclock.channels.text.url", nobody() + "/sms");
      keys.put("caseclock.channels.text.template", "{\"to\":\"{to}\",\"c\":\"{text}\"}");
      keys.put("caseclock.webhooks.watch.url", nobody() + "/hook");
      keys.put("caseclock.webhooks.watch.secret", "not-a-real-secret");
      keys.put("caseclock.webhooks.watch.units", "D0102");
      keys.put("caseclock.pipeline.budget.webhook", "4");
      keys.put("caseclock.channels.ours.kind", "toy");
      keys.put("caseclock.email.enabled", "true");
      keys.put("caseclock.email.from", "caseclock@police.example");
      return keys;
    }

    private static String nobody() {
      try (var free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
        return "http://127.0.0.1:" + free.getLocalPort();
      } catch (IOException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  @BeforeEach
  void open() {
    office.open();
  }

  private static ValidatableResponse get(String path) {
    return as("S1", "D01", "administrator").get(path).then();
  }

  private static Response test(String channel, String body) {
    return as("S1", "D01", "administrator")
        .contentType("application/json")
        .body(body)
        .post("/api/v1/channels/" + channel + "/test");
  }

  @Test
  void every_channel_is_listed_with_its_circuit_and_what_waits() {
    queue.add(List.of(delivery("P1", "email", "o1@police.example")));
    queue.add(List.of(delivery("P2", "email", "o1@police.example")));
    var policy = new Circuit.Policy(1, new Backoff(Duration.ofMinutes(1), Duration.ofMinutes(1)));
    circuits.save(
        "group", circuits.lock("group", NOW).failed(NOW, "TIMEOUT: no answer in time", policy));

    get("/api/v1/channels")
        .statusCode(200)
        .body("channels.id", not(hasItem("nobody")))
        .body("channels.find { it.id == 'email' }.kind", equalTo("email"))
        .body("channels.find { it.id == 'email' }.circuit", equalTo("closed"))
        .body("channels.find { it.id == 'email' }.waiting", equalTo(2))
        .body("channels.find { it.id == 'text' }.kind", equalTo("sms"))
        .body("channels.find { it.id == 'watch' }.kind", equalTo("webhook"))
        .body("channels.find { it.id == 'group' }.circuit", equalTo("open"))
        .body("channels.find { it.id == 'group' }.since", equalTo("2026-03-13T04:00:00Z"))
        .body("channels.find { it.id == 'group' }.probeAt", equalTo("2026-03-13T04:01:00Z"))
        .body(
            "channels.find { it.id == 'group' }.lastError", equalTo("TIMEOUT: no answer in time"));
    assertThat(get("/api/v1/channels").extract().asString()).doesNotContain("not-a-real");
  }

  @Test
  void an_open_circuit_leaves_the_service_ready() {
    var policy = new Circuit.Policy(1, new Backoff(Duration.ofMinutes(1), Duration.ofMinutes(1)));
    circuits.save("group", circuits.lock("group", NOW).failed(NOW, "TIMEOUT", policy));

    RestAssured.get("/q/health/ready").then().statusCode(200);
    assertThat(gauge("caseclock.channel.circuit", "group")).isEqualTo(2);
    assertThat(gauge("caseclock.channel.circuit", "text")).isZero();
  }

  @Test
  void what_waits_is_measured_by_channel() {
    queue.add(List.of(delivery("P1", "email", "o1@police.example")));

    assertThat(gauge("caseclock.channel.waiting", "email")).isEqualTo(1);
    assertThat(gauge("caseclock.channel.waiting", "text")).isZero();
  }

  private double gauge(String name, String channel) {
    return meters.get(name).tag("channel", channel).gauge().value();
  }

  @Test
  void a_test_is_sent_at_once_and_logged() {
    var id =
        test("group", "{}")
            .then()
            .statusCode(200)
            .body("outcome", equalTo("failed"))
            .body("reason", equalTo("UNREACHABLE"))
            .body("millis", notNullValue())
            .extract()
            .<String>path("id");

    get("/api/v1/deliveries/" + id)
        .statusCode(200)
        .body("delivery.channel", equalTo("group"))
        .body("delivery.kind", equalTo("test"))
        .body("delivery.givenUpAt", notNullValue())
        .body("delivery.nextAttemptAt", nullValue())
        .body("attempts.outcome", contains("failed"))
        .body("attempts.reason", contains("UNREACHABLE: no connection"));
    assertThat(circuits.of("group", NOW).failures()).isZero();
  }

  @Test
  void a_private_address_that_is_not_allowed_is_told_as_the_reason() {
    test("text", "{\"to\":\"13800001234\"}")
        .then()
        .statusCode(200)
        .body("reason", equalTo("REFUSED_ADDRESS"));
    get("/api/v1/deliveries").body("deliveries[0].to", equalTo("***1234"));
  }

  @Test
  void a_test_that_arrives_closes_the_circuit() {
    var policy = new Circuit.Policy(1, new Backoff(Duration.ofMinutes(1), Duration.ofMinutes(1)));
    circuits.save("email", circuits.lock("email", NOW).failed(NOW, "TIMEOUT", policy));

    test("email", "{\"to\":\"a1@police.example\"}")
        .then()
        .statusCode(200)
        .body("outcome", equalTo("delivered"));
    assertThat(circuits.of("email", NOW).isClosed()).isTrue();
    get("/api/v1/deliveries")
        .body("deliveries", hasSize(1))
        .body("deliveries[0].to", equalTo("a***@police.example"));
  }

  @Test
  void a_channel_is_tested_once_in_ten_seconds() {
    test("watch", "{}").then().statusCode(200);
    test("watch", "{}")
        .then()
        .statusCode(409)
        .body("type", containsString("state-forbids"))
        .body("detail", containsString("ten seconds"));
    test("group", "{}").then().statusCode(200);
  }

  @Test
  void a_channel_that_is_not_configured_is_not_found() {
    test("nobody", "{}").then().statusCode(404).body("type", containsString("not-found"));
  }

  @Test
  void a_test_to_a_person_needs_an_address() {
    for (var body : new String[] {"{}", "{\"to\":null}", "{\"to\":\"\"}", "{\"to\":\"a b\"}"}) {
      test("text", body).then().statusCode(400).body("violations[0].pointer", equalTo("/to"));
    }
    test("text", "not JSON").then().statusCode(400);
    assertThat(office.text("select count(*)::text from delivery")).isEqualTo("0");
  }

  @Test
  void only_administrators_test_and_auditors_look() {
    as("S1", "D01", "auditor").get("/api/v1/channels").then().statusCode(200);
    as("S1", "D01", "supervisor").get("/api/v1/channels").then().statusCode(403);
    as("S1", "D01", "auditor")
        .contentType("application/json")
        .body("{}")
        .post("/api/v1/channels/group/test")
        .then()
        .statusCode(403);
    RestAssured.get("/api/v1/channels").then().statusCode(401);
  }

  @Test
  void a_delivery_outside_the_callers_units_is_not_shown() {
    queue.add(List.of(delivery("P1", "email", "o1@police.example")));

    get("/api/v1/deliveries/P1")
        .statusCode(200)
        .body("delivery.addressee", equalTo("O1"))
        .body("delivery.to", equalTo("o***@police.example"))
        .body("attempts", hasSize(0));
    as("S1", "D0103", "administrator").get("/api/v1/deliveries/P1").then().statusCode(404);
    get("/api/v1/deliveries/P2").statusCode(404);
  }

  private static Delivery delivery(String id, String channel, String to) {
    return new Delivery(
        id,
        channel,
        "O1",
        to,
        "D0102",
        "breach",
        "grave",
        1,
        null,
        null,
        NOW,
        0,
        new byte[] {'{', '}'});
  }
}
