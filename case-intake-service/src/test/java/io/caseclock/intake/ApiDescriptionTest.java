package io.caseclock.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.caseclock.testsupport.ApiDescriptionBehaviour;
import io.caseclock.testsupport.InfrastructureResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(
    value = InfrastructureResource.class,
    initArgs = @ResourceArg(name = "schema", value = "intake"))
class ApiDescriptionTest extends ApiDescriptionBehaviour {

  @Override
  protected int port() {
    return RestAssured.port;
  }

  @Override
  protected int reads() {
    return 3;
  }

  @BeforeEach
  void fill() {
    IntakeDoor.registerUnits();
    IntakeDoor.post(IntakeDoor.caseFiled()).statusCode(202);
  }

  @Test
  void the_events_are_described_in_each_of_their_three_forms() {
    var post = operation("post", "/api/v1/events");
    var bodies = post.at("/requestBody/content");

    assertThat(bodies.at("/application~1cloudevents+json/schema/$ref").asText()).endsWith("/Event");
    assertThat(bodies.at("/application~1cloudevents-batch+json/schema/items/$ref").asText())
        .endsWith("/Event");
    assertThat(bodies.at("/application~1json/schema/type").asText()).isEqualTo("object");
    assertThat(post.path("responses").fieldNames())
        .toIterable()
        .contains("200", "202", "207", "400", "401", "403", "408", "409", "413", "415", "422")
        .contains("429", "503", "default");
    assertThat(post.at("/responses/202/content/application~1json/schema/$ref").asText())
        .endsWith("/EventReceipt");
  }

  @Test
  void a_precinct_system_may_sign_in_by_a_key_and_a_certificate() {
    assertThat(operation("post", "/api/v1/events").path("security").toString())
        .contains("bearer", "ApiKey", "certificate");
    assertThat(operation("get", "/api/v1/api-keys").path("security").toString())
        .contains("bearer")
        .doesNotContain("ApiKey", "certificate");
  }

  @Test
  void a_key_is_asked_for_one_unit_or_a_list() {
    var body =
        operation("post", "/api/v1/api-keys").at("/requestBody/content/application~1json/schema");
    var unit = schema(body.path("$ref").asText()).at("/properties/unit/oneOf");

    assertThat(unit)
        .extracting(form -> form.path("type").asText())
        .containsExactly("string", "array");
    assertThat(unit.at("/1/items/type").asText()).isEqualTo("string");
  }

  @Test
  void what_is_refused_without_a_parameter_says_so() {
    assertThat(queryParameters(operation("get", "/api/v1/receipts")))
        .hasSize(2)
        .allMatch(parameter -> parameter.path("required").asBoolean());
  }

  @Test
  void members_that_are_always_there_are_required() {
    var answer =
        operation("get", "/api/v1/receipts")
            .at("/responses/200/content/application~1json/schema/$ref");
    assertThat(schema(answer.asText()).path("required").toString())
        .contains("source", "acceptedAt", "watched")
        .doesNotContain("unwatched", "publishedAt");
  }
}
