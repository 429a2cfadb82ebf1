package io.caseclock.intake;

import io.caseclock.testsupport.AuditLogRightsBehaviour;
import io.caseclock.testsupport.InfrastructureResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import javax.sql.DataSource;

@QuarkusTest
@TestProfile(OwnedByAnother.class)
@WithTestResource(
    value = InfrastructureResource.class,
    initArgs = {
      @ResourceArg(name = "schema", value = "intake"),
      @ResourceArg(name = "owner", value = "other")
    })
class AuditLogRightsTest extends AuditLogRightsBehaviour {

  @Inject DataSource database;

  @Override
  protected DataSource database() {
    return database;
  }

  @Override
  protected int port() {
    return RestAssured.port;
  }
}
