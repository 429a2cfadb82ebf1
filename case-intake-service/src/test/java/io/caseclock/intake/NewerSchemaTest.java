package io.caseclock.intake;

import io.caseclock.testsupport.InfrastructureResource;
import io.caseclock.testsupport.NewerSchemaBehaviour;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

@QuarkusTest
@WithTestResource(
    value = InfrastructureResource.class,
    initArgs = @ResourceArg(name = "schema", value = "intake"))
class NewerSchemaTest extends NewerSchemaBehaviour {

  @Inject DataSource database;
  @Inject Flyway flyway;

  @Override
  protected DataSource database() {
    return database;
  }

  @Override
  protected void migrate() {
    flyway.migrate();
  }
}
