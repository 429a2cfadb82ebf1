package io.caseclock.intake.activity.rest;

import static io.caseclock.intake.IntakeDoor.as;
import static io.caseclock.intake.IntakeDoor.caseFiled;
import static io.caseclock.intake.IntakeDoor.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.caseclock.intake.IntakeDoor;
import io.caseclock.intake.activity.Heard;
import io.caseclock.intake.activity.HeardSources;
import io.caseclock.intake.activity.SourceActivities;
import io.caseclock.intake.activity.jdbc.QuietSourcesGauge;
import io.caseclock.testsupport.InfrastructureResource;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(
    value = InfrastructureResource.class,
    initArgs = @ResourceArg(name = "schema", value = "intake"))
class SourceActivityResourceTest {

  private static final String PATH = "/api/v1/source-activity";

  @Inject HeardSources heard;
  @Inject SourceActivities activities;
  @Inject QuietSourcesGauge gauge;
  @Inject MeterRegistry registry;

  private final String source = "urn:precinct:a:" + UUID.randomUUID();

  @BeforeEach
  void units() {
    IntakeDoor.registerUnits();
  }

  @Test
  void a_source_that_sends_is_listed_with_the_time_of_its_last_event() {
    var event = caseFiled();
    event.put("source", source);
    post(as("administrator", "D01"), event).statusCode(202);

    activities.add(heard.take());

    list("quiet=false&after=" + source.substring(0, source.length() - 1))
        .body("items[0].source", equalTo(source))
        .body("items[0].quietFrom", nullValue())
        .body("items[0].isQuiet", equalTo(false));
  }

  @Test
  void one_that_is_quiet_is_listed_by_itself_until_it_is_forgotten() {
    var last = Instant.now().minus(Duration.ofDays(1)).truncatedTo(ChronoUnit.MICROS);
    activities.add(List.of(new Heard(source, last.truncatedTo(ChronoUnit.HOURS), 1, last, last)));
    var before = activities.list(null, source.substring(0, source.length() - 1), 1).getFirst();
    activities.judge(before, last.plusSeconds(1));

    var mine = "quiet=true&after=" + source.substring(0, source.length() - 1);
    list(mine).body("items.source", hasItem(source));
    as("administrator", "D01").delete(PATH + "/" + source).then().statusCode(204);

    list(mine).body("items.source", not(hasItem(source)));
    as("administrator", "D01").delete(PATH + "/" + source).then().statusCode(404);
  }

  @Test
  void one_that_is_quiet_is_a_metric_of_its_own_until_it_is_heard_again() {
    var last = Instant.now().minus(Duration.ofDays(1)).truncatedTo(ChronoUnit.MICROS);
    activities.add(List.of(new Heard(source, last.truncatedTo(ChronoUnit.HOURS), 1, last, last)));
    var before = activities.list(null, source.substring(0, source.length() - 1), 1).getFirst();
    var unusual = Duration.ofDays(4);
    activities.judge(before, Instant.now().minus(unusual));

    gauge.refresh();
    assertThat(metric())
        .singleElement()
        .satisfies(
            quiet ->
                assertThat(quiet.value())
                    .isBetween(unusual.toSeconds() - 60.0, unusual.toSeconds() + 60.0));

    var now = Instant.now().truncatedTo(ChronoUnit.MICROS);
    activities.add(List.of(new Heard(source, now.truncatedTo(ChronoUnit.HOURS), 1, now, now)));
    gauge.refresh();
    assertThat(metric()).isEmpty();
  }

  private Collection<Gauge> metric() {
    return registry.find("caseclock.intake.source.quiet").tag("source", source).gauges();
  }

  @Test
  void a_page_ends_where_it_was_asked_to_and_tells_how_to_go_on() {
    var at = Instant.now().minus(Duration.ofHours(1)).truncatedTo(ChronoUnit.HOURS);
    activities.add(
        List.of(new Heard(source + ":1", at, 1, at, at), new Heard(source + ":2", at, 1, at, at)));

    list("limit=1&after=" + source)
        .body("items.source", contains(source + ":1"))
        .body("next", equalTo(source + ":1"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"quiet=maybe", "limit=0", "limit=1001", "limit=x"})
  void a_parameter_without_sense_is_refused(String query) {
    as("auditor", "D01").get(PATH + "?" + query).then().statusCode(400);
  }

  @Test
  void what_is_no_source_is_refused_with_a_pointer() {
    as("administrator", "D01")
        .urlEncodingEnabled(false)
        .delete(PATH + "/no%20source")
        .then()
        .statusCode(400)
        .body("violations[0].pointer", equalTo("/source"));
  }

  private static ValidatableResponse list(String query) {
    return as("auditor", "D01").get(PATH + "?" + query).then().statusCode(200);
  }
}
