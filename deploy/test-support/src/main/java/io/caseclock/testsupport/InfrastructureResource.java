package io.caseclock.testsupport;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.HashMap;
import java.util.Map;

/**
 * Gives a Quarkus test a database of its own, a Kafka broker and the key of {@link TestTokens}. The
 * argument {@code schema=intake} makes a role and a schema as the local stack does; without it the
 * test is the superuser. The argument {@code kafka=false} starts no broker.
 */
public final class InfrastructureResource implements QuarkusTestResourceLifecycleManager {

  private Map<String, String> arguments = Map.of();

  @Override
  public void init(Map<String, String> initArgs) {
    arguments = Map.copyOf(initArgs);
  }

  @Override
  public Map<String, String> start() {
    var schema = arguments.get("schema");
    var database = schema == null ? TestDatabase.create() : TestDatabase.withSchema(schema);
    Map<String, String> configuration = new HashMap<>();
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

  /** The servers are shared by every test of this JVM and stop with it. */
  @Override
  public void stop() {}
}
