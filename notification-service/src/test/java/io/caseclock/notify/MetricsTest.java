package io.caseclock.notify;

import io.caseclock.notify.delivery.rest.ChannelResourceTest.SomeChannels;
import io.caseclock.testsupport.InfrastructureResource;
import io.caseclock.testsupport.MetricsBehaviour;
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
class MetricsTest extends MetricsBehaviour {

  MetricsTest() {
    super("Readers of topics", "Notification");
  }

  @Override
  protected int port() {
    return RestAssured.port;
  }
}
