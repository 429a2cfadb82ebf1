package io.caseclock.notify;

import io.caseclock.notify.delivery.rest.ChannelResourceTest.SomeChannels;
import io.caseclock.testsupport.ApiDescriptionBehaviour;
import io.caseclock.testsupport.InfrastructureResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;

@QuarkusTest
@TestProfile(SomeChannels.class)
@WithTestResource(
    value = InfrastructureResource.class,
    initArgs = @ResourceArg(name = "schema", value = "notification"))
class ApiDescriptionTest extends ApiDescriptionBehaviour {

  @Override
  protected int port() {
    return RestAssured.port;
  }

  @Override
  protected int reads() {
    return 5;
  }
}
