package io.caseclock.monitor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;

import io.caseclock.testsupport.ApiDescriptionBehaviour;
import io.caseclock.testsupport.InfrastructureResource;
import io.caseclock.testsupport.TestTokens;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(
    value = InfrastructureResource.class,
    initArgs = @ResourceArg(name = "schema", value = "monitor"))
class ApiDescriptionTest extends ApiDescriptionBehaviour {

  @Override
  protected int port() {
    return RestAssured.port;
  }

  @Override
  protected int reads() {
    return 10;
  }

  @Test
  void all_that_a_question_for_effects_lacks_is_told_at_once() {
    RestAssured.given()
        .auth()
        .oauth2(TestTokens.of("supervisor").unit("D01").sign())
        .get("/api/v1/effects")
        .then()
        .statusCode(400)
        .body("violations.pointer", contains("/source", "/id"));
    assertThat(queryParameters(operation("get", "/api/v1/effects")))
        .hasSize(2)
        .allMatch(parameter -> parameter.path("required").asBoolean());
  }
}
