package io.caseclock.notify;

import io.caseclock.testsupport.InfrastructureResource;
import io.caseclock.testsupport.StrictDoorBehaviour;
import io.caseclock.testsupport.TestTokens;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;

@QuarkusTest
@WithTestResource(
    value = InfrastructureResource.class,
    initArgs = @ResourceArg(name = "schema", value = "notification"))
class StrictDoorTest extends StrictDoorBehaviour {

  @Inject Office office;

  @BeforeEach
  void anOffice() {
    office.open();
  }

  StrictDoorTest() {
    super(
        new Endpoints(
            "POST /api/v1/routes/test",
            "application/json",
            200,
            "GET /api/v1/notices?",
            "limit=1",
            "GET /api/v1/notices/%s"));
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
    return "supervisor";
  }

  @Override
  protected String members() {
    return "\"unit\":\"D01\",\"kind\":\"breach\",\"severity\":\"grave\"";
  }
}
