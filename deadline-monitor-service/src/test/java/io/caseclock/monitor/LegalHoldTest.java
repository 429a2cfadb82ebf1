package io.caseclock.monitor;

import io.caseclock.testsupport.InfrastructureResource;
import io.caseclock.testsupport.LegalHoldBehaviour;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;

@QuarkusTest
@WithTestResource(
    value = InfrastructureResource.class,
    initArgs = @ResourceArg(name = "schema", value = "monitor"))
class LegalHoldTest extends LegalHoldBehaviour {

  @Override
  protected int port() {
    return RestAssured.port;
  }
}
