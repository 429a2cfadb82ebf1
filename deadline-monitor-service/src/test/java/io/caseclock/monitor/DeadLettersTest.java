package io.caseclock.monitor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.caseclock.consume.DeadLetter;
import io.caseclock.consume.DeadLetterQuery;
import io.caseclock.consume.FailureReason;
import io.caseclock.consume.jdbc.DeadLetterTable;
import io.caseclock.consume.kafka.DeadLetters;
import io.caseclock.contract.CaseEvent;
import io.caseclock.contract.DeadlineEvent.FindingRaised;
import io.caseclock.contract.Topics;
import io.caseclock.jdbc.Sql;
import io.caseclock.testsupport.InfrastructureResource;
import io.caseclock.testsupport.TestTokens;
import io.caseclock.wire.CaseEventWire;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What operators see of dead letters, and what follows for the case. */
@QuarkusTest
@WithTestResource(
    value = InfrastructureResource.class,
    initArgs = @ResourceArg(name = "schema", value = "monitor"))
class DeadLettersTest {

  private static final String PATH = "/api/v1/dead-letters";
  private static final AtomicLong OFFSETS = new AtomicLong(1_000_000);

  @Inject MonitorTestBench bench;
  @Inject DeadLetters deadLetters;
  @Inject DataSource dataSource;

  private String caseId = "";
  private Sql sql;

  @BeforeEach
  void aKnownCase() {
    sql = new Sql(dataSource);
    bench.clock().set("2026-03-02T02:00:00Z");
    bench.aSmallBureau();
    caseId = bench.aNewCase();
    var filed = bench.event(caseId, "case-filed", "2026-03-02T02:00:00Z", Map.of());
    bench.send(filed);
    bench.awaitEvaluated(filed);
  }

  @Test
  void the_case_of_a_lost_event_is_unverified_until_it_is_put_back_and_taken() {
    var decided = bench.event(caseId, "decision-made", "2026-03-03T02:00:00Z", Map.of());
    var id = lost(decided);
    int opened =
        unverified()
            .body("unverified", equalTo("dead letter " + id + " (malformed)"))
            .extract()
            .path("deadlines.size()");
    assertThat(bench.toldOf(caseId, opened + 1))
        .filteredOn(FindingRaised.class::isInstance)
        .map(FindingRaised.class::cast)
        .extracting(FindingRaised::cause)
        .containsExactly("quarantined");

    as("administrator")
        .post(PATH + "/{id}/replay", id)
        .then()
        .statusCode(200)
        .body("state", equalTo("replayed"))
        .body("settledBy", equalTo("test-caller"));

    bench.awaitEvaluated(decided);
    unverified()
        .body("unverified", nullValue())
        .body(
            "deadlines.find { it.rule == 'public-security-case-handling' }.status", equalTo("met"));
    as("administrator")
        .post(PATH + "/{id}/replay", id)
        .then()
        .statusCode(200)
        .body("tries", equalTo(1));
    dismiss(id, "too late").statusCode(409).body("detail", containsString("replayed"));
  }

  @Test
  void a_record_that_still_cannot_be_taken_stays_open_and_says_why() {
    var id = lost("{\"no\": json");

    as("administrator")
        .post(PATH + "/{id}/replay", id)
        .then()
        .statusCode(422)
        .body("type", equalTo("urn:caseclock:problem:rule-refuses"))
        .body("reason", equalTo("malformed"))
        .body("detail", notNullValue());

    as("auditor")
        .get(PATH + "/{id}", id)
        .then()
        .body("letter.state", equalTo("open"))
        .body("letter.tries", equalTo(2));
    unverified().body("unverified", notNullValue());
  }

  @Test
  void a_dismissed_record_has_no_effect_and_its_case_is_relied_on_again() {
    var id = lost("{}");

    dismiss(id, "sent twice by mistake")
        .statusCode(200)
        .body("state", equalTo("dismissed"))
        .body("note", equalTo("sent twice by mistake"));

    unverified().body("unverified", nullValue());
    dismiss(id, "again").statusCode(200).body("note", equalTo("sent twice by mistake"));
    as("administrator").post(PATH + "/{id}/replay", id).then().statusCode(409);
  }

  @Test
  void a_letter_is_listed_by_topic_reason_and_state_and_shown_whole() {
    var id = lost("{}");

    as("auditor")
        .get(PATH + "?topic=case-events&reason=malformed&limit=500&after=" + (id - 1))
        .then()
        .statusCode(200)
        .body("deadLetters.id", hasItem((int) id))
        .body("deadLetters.reason", everyItem(equalTo("malformed")));
    as("auditor")
        .get(PATH + "?reason=bug&limit=500&after=" + (id - 1))
        .then()
        .body("deadLetters.id", not(hasItem((int) id)));
    as("auditor")
        .get(PATH + "?topic=directory&limit=500&after=" + (id - 1))
        .then()
        .body("deadLetters.id", not(hasItem((int) id)));
    as("auditor").get(PATH + "?state=dismissed&after=" + id).then().body("deadLetters", empty());
    as("auditor")
        .get(PATH + "/{id}", id)
        .then()
        .statusCode(200)
        .body("letter.caseId", equalTo(caseId))
        .body("letter.topic", equalTo("case-events"))
        .body("key.text", equalTo(caseId))
        .body("value.text", equalTo("{}"))
        .body("headers.name", contains("trace"))
        .body("headers[0].value.base64", equalTo("/wA="));
  }

  @Test
  void a_long_list_is_read_page_by_page() {
    var first = lost("{}");
    var second = lost("{}");

    as("auditor")
        .get(PATH + "?limit=1&after=" + (first - 1))
        .then()
        .body("deadLetters.id", contains((int) first))
        .body("next", equalTo((int) first));
    as("auditor")
        .get(PATH + "?limit=1&after=" + first)
        .then()
        .body("deadLetters.id", contains((int) second));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "?topic=nonsense",
        "?reason=transient",
        "?state=closed",
        "?limit=0",
        "?limit=501",
        "?limit=x",
        "?after=-1",
        "?after=%00"
      })
  void a_parameter_that_is_no_word_of_ours_is_refused_with_those_that_are(String query) {
    as("auditor")
        .get(PATH + query)
        .then()
        .statusCode(400)
        .body("violations.pointer", contains("/" + query.substring(1, query.indexOf('='))))
        .body("violations.message", contains(containsString("expected")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"{}", "{\"reason\":\"\"}", "{\"reason\":\" \"}", "{\"reason\":\"a\\u0000\"}"})
  void a_letter_is_dismissed_only_with_a_reason(String body) {
    var id = lost("{}");

    as("administrator")
        .contentType("application/json")
        .body(body)
        .post(PATH + "/{id}/dismiss", id)
        .then()
        .statusCode(400);

    unverified().body("unverified", notNullValue());
  }

  @Test
  void nobody_but_those_who_run_the_installation_sees_or_settles_them() {
    var id = lost("{}");

    for (var role : new String[] {"officer", "legal-officer", "supervisor", "precinct-system"}) {
      as(role).get(PATH).then().statusCode(403);
      as(role).get(PATH + "/{id}", id).then().statusCode(403);
      as(role).post(PATH + "/{id}/replay", id).then().statusCode(403);
    }
    as("auditor").post(PATH + "/{id}/replay", id).then().statusCode(403);
    RestAssured.get(PATH).then().statusCode(401);
    as("administrator").get(PATH + "/{id}", Long.MAX_VALUE).then().statusCode(404);
    as("administrator").get(PATH + "/x").then().statusCode(400);
  }

  @Test
  void the_metric_counts_the_open_ones() {
    lost("{}");

    var metrics = as("administrator").get("/q/metrics").then().statusCode(200).extract().asString();

    assertThat(metrics)
        .containsPattern(
            "caseclock_dead_letters\\{reason=\"malformed\",topic=\"case-events\",?\\} [1-9]")
        .containsPattern(
            "caseclock_consumer_channel\\{channel=\"case-events\",state=\"running\",?\\} 1");
  }

  @Test
  void readiness_names_every_channel() {
    RestAssured.get("/q/health/ready")
        .then()
        .statusCode(200)
        .body(
            "checks.find { it.name == 'channels' }.data.keySet()",
            hasItems("case-events", "notice-events", "directory"));
  }

  @Test
  void the_same_record_at_the_same_place_is_one_letter_however_often_it_comes() {
    var record = record(caseId, "{}");

    deadLetters.put(record, FailureReason.MALFORMED, new IllegalArgumentException("once"));
    var before = id();
    deadLetters.put(record, FailureReason.MALFORMED, new IllegalArgumentException("twice"));

    assertThat(id()).isEqualTo(before);
    as("auditor")
        .get(PATH + "/{id}", before)
        .then()
        .body("letter.tries", greaterThan(1))
        .body("letter.detail", equalTo("twice"));
  }

  @ParameterizedTest
  @ValueSource(strings = {Topics.CASE_EVENTS, Topics.NOTICE_EVENTS})
  void a_record_of_any_size_is_put_aside_whole(String topic) {
    var key = random(5_000);
    var record = record(topic, key, random(100_000));
    record.headers().add("x\u0000" + random(3_000), random(3_000).getBytes(StandardCharsets.UTF_8));

    deadLetters.put(record, FailureReason.MALFORMED, new IllegalArgumentException("rubbish"));

    as("auditor")
        .get(PATH + "/{id}", idAt(record.offset()))
        .then()
        .body("letter.caseId", nullValue())
        .body("key.text", equalTo(key))
        .body("headers", hasSize(2));
  }

  @Test
  void a_letter_that_can_be_kept_in_no_other_way_is_kept_alone() {
    var record = record(Topics.CASE_EVENTS, caseId, "{}");
    sql.update("alter table dead_letter add constraint no_case check (case_id is null) not valid");
    try {
      deadLetters.put(record, FailureReason.MALFORMED, new IllegalArgumentException("rubbish"));
    } finally {
      sql.update("alter table dead_letter drop constraint no_case");
    }

    as("auditor")
        .get(PATH + "/{id}", idAt(record.offset()))
        .then()
        .body("letter.caseId", nullValue())
        .body("key.text", equalTo(caseId))
        .body("value.text", equalTo("{}"));
  }

  @Test
  void a_list_reads_no_contents_of_records() {
    var id = lost("x".repeat(100_000));

    assertThat(
            new DeadLetterTable(dataSource).list(new DeadLetterQuery(null, null, null, id - 1, 1)))
        .singleElement()
        .returns(caseId, DeadLetter::caseId)
        .returns(null, DeadLetter::key)
        .returns(null, DeadLetter::value)
        .returns(List.of(), DeadLetter::headers);
    assertThat(new DeadLetterTable(dataSource).find(id).orElseThrow().value()).hasSize(100_000);
  }

  /** A good event that some earlier fault of ours refused. */
  private long lost(CaseEvent event) {
    var wire = CaseEventWire.write(event);
    var record = record(wire.key(), new String(wire.data(), StandardCharsets.UTF_8));
    wire.headers()
        .forEach(
            (name, value) -> record.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
    deadLetters.put(record, FailureReason.MALFORMED, new IllegalArgumentException("a fault"));
    return id();
  }

  private long lost(String value) {
    deadLetters.put(
        record(caseId, value), FailureReason.MALFORMED, new IllegalArgumentException("rubbish"));
    return id();
  }

  /** No compression makes it short. */
  private static String random(int length) {
    var letters = new Random(length);
    return letters
        .ints(length, 'a', 'z' + 1)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  private long idAt(long offset) {
    return sql.query(
            "select id from dead_letter where record_offset = ?", row -> row.getLong(1), offset)
        .getFirst();
  }

  private static ConsumerRecord<byte[], byte[]> record(String key, String value) {
    return record(Topics.CASE_EVENTS, key, value);
  }

  private static ConsumerRecord<byte[], byte[]> record(String topic, String key, String value) {
    var record =
        new ConsumerRecord<>(
            topic,
            0,
            OFFSETS.incrementAndGet(),
            key.getBytes(StandardCharsets.UTF_8),
            value.getBytes(StandardCharsets.UTF_8));
    record.headers().add("trace", new byte[] {(byte) 0xFF, 0});
    return record;
  }

  /** The newest letter of the case. */
  private long id() {
    return as("auditor")
        .get(PATH + "?limit=500")
        .then()
        .extract()
        .jsonPath()
        .getLong("deadLetters.findAll { it.caseId == '" + caseId + "' }.id.max()");
  }

  private ValidatableResponse unverified() {
    return bench
        .asSupervisorOf("X01")
        .get("/api/v1/cases/{id}/deadlines", caseId)
        .then()
        .statusCode(200);
  }

  private static ValidatableResponse dismiss(long id, String reason) {
    return as("administrator")
        .contentType("application/json")
        .body(Map.of("reason", reason))
        .post(PATH + "/{id}/dismiss", id)
        .then();
  }

  private static RequestSpecification as(String role) {
    return RestAssured.given().auth().oauth2(TestTokens.of(role).unit("X01").sign());
  }
}
