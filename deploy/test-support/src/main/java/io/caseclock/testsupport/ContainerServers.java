package io.caseclock.testsupport;

import org.jspecify.annotations.Nullable;
import org.testcontainers.kafka.KafkaContainer;
import org.testcontainers.postgresql.PostgreSQLContainer;
import org.testcontainers.utility.DockerImageName;

/** Servers in containers; Testcontainers removes them even where this JVM is killed. */
final class ContainerServers implements Servers {

  private static final DockerImageName POSTGRES = DockerImageName.parse("postgres:18-alpine");
  private static final DockerImageName KAFKA = DockerImageName.parse("apache/kafka:4.1.1");

  private @Nullable PostgreSQLContainer postgres;
  private @Nullable KafkaContainer kafka;

  @Override
  public synchronized PostgresAddress postgres() {
    if (postgres == null) {
      var container = new PostgreSQLContainer(POSTGRES);
      container.withCommand("postgres", "-c", "fsync=off", "-c", "max_connections=200");
      container.start();
      postgres = container;
    }
    return new PostgresAddress(
        postgres.getHost() + ":" + postgres.getMappedPort(PostgreSQLContainer.POSTGRESQL_PORT),
        postgres.getUsername(),
        postgres.getPassword());
  }

  @Override
  public synchronized String kafka() {
    if (kafka == null) {
      var container = new KafkaContainer(KAFKA);
      container.start();
      kafka = container;
    }
    return kafka.getBootstrapServers();
  }

  @Override
  public synchronized void close() {
    if (kafka != null) {
      kafka.stop();
    }
    if (postgres != null) {
      postgres.stop();
    }
  }
}
