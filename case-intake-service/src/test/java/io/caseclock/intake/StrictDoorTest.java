package io.caseclock.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.caseclock.testsupport.InfrastructureResource;
import io.caseclock.testsupport.RawHttp.Answer;
import io.caseclock.testsupport.StrictDoorBehaviour;
import io.caseclock.testsupport.TestTokens;
import io.caseclock.wire.Json;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import org.junit.jupiter.api.BeforeEach;

@QuarkusTest
@WithTestResource(
    value = InfrastructureResource.class,
    initArgs = @ResourceArg(name = "schema", value = "intake"))
class StrictDoorTest extends StrictDoorBehaviour {

  @BeforeEach
  void units() {
    IntakeDoor.registerUnits();
  }

  StrictDoorTest() {
    super(
        new Endpoints(
            "POST /api/v1/events",
            "application/cloudevents+json",
            202,
            "GET /api/v1/journal?caseId=x&",
            "limit=1",
            "GET /api/v1/event-types/%s"));
  }

  @Override
  protected int port() {
    return RestAssured.port;
  }

  @Override
  protected TestTokens token(String role) {
    return TestTokens.of(role).unit("D01");
  }

  @Override
  protected String role() {
    return "administrator";
  }

  @Override
  protected String members() {
    return Json.text(IntakeDoor.caseFiled()).transform(it -> it.substring(1, it.length() - 1));
  }

  /** What is JSON is held against the schema of events, which has its own type of problem. */
  @Override
  protected void isRefused(Answer answer) {
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.body()).contains("violations", "pointer");
  }
}
