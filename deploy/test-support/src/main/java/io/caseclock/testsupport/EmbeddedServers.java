package io.caseclock.testsupport;

import io.caseclock.embedded.EmbeddedPostgresServer;
import io.caseclock.embedded.KafkaBrokerProcess;
import org.jspecify.annotations.Nullable;

/** Servers that need nothing but this JVM's class path. */
final class EmbeddedServers implements Servers {

  private @Nullable EmbeddedPostgresServer postgres;
  private @Nullable KafkaBrokerProcess kafka;

  @Override
  public synchronized PostgresAddress postgres() {
    if (postgres == null) {
      postgres = EmbeddedPostgresServer.ephemeral();
    }
    return new PostgresAddress(
        "127.0.0.1:" + postgres.port(),
        EmbeddedPostgresServer.SUPERUSER,
        postgres.superuserPassword());
  }

  @Override
  public synchronized String kafka() {
    if (kafka == null) {
      kafka = KafkaBrokerProcess.ephemeral().start();
    }
    return kafka.bootstrapServers();
  }

  @Override
  public synchronized void close() {
    if (kafka != null) {
      kafka.close();
    }
    if (postgres != null) {
      postgres.close();
    }
  }
}
