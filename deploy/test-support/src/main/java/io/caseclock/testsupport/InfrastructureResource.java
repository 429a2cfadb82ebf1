package io.caseclock.testsupport;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.HashMap;
import java.util.Map;

/**
 * Gives a Quarkus test a database of its own, a Kafka broker and the key of {@link TestTokens}. The
 * argument {@code schema=intake} makes a role that owns a schema; without it the test is the
 * superuser. With {@code owner=other} besides, another role owns the schema and migrates, as in the
 * local stack. The argument {@code kafka=false} starts no broker.
 */
public final class InfrastructureResource implements QuarkusTestResourceLifecycleManager {

  private Map<String, String> arguments = Map.of();

  @Override
  public void init(Map<String, String> initArgs) {
    arguments = Map.copyOf(initArgs);
  }

  @Override
  public Map<String, String> start() {
    Map<String, String> configuration = new HashMap<>();
    var database = database();
    if ("other".equals(arguments.get("owner"))) {
      configuration.put("quarkus.flyway.username", database.owner().username());
      configuration.put("quarkus.flyway.password", database.owner().password());
    }
    configuration.put("quarkus.datasource.jdbc.url", database.jdbcUrl());
    configuration.put("quarkus.datasource.username", database.username());
    configuration.put("quarkus.datasource.password", database.password());
    configuration.put(
        "quarkus.datasource.jdbc.new-connection-sql", TestDatabase.NEW_CONNECTION_SQL);
    configuration.put("quarkus.oidc.public-key", TestTokens.publicKey());
    if (!"false".equals(arguments.get("kafka"))) {
      configuration.put("kafka.bootstrap.servers", Infrastructure.kafka());
    }
    return configuration;
  }

  private TestDatabase database() {
    var schema = arguments.get("schema");
    if (schema == null) {
      return TestDatabase.create();
    }
    return "other".equals(arguments.get("owner"))
        ? TestDatabase.withSchemaOfAnother(schema)
        : TestDatabase.withSchema(schema);
  }

  /** The servers are shared by every test of this JVM and stop with it. */
  @Override
  public void stop() {}
}
