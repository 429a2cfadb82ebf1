package io.caseclock.testsupport;

/**
 * Where the servers of a test run come from; the implementations start lazily and stop together.
 */
interface Servers extends AutoCloseable {

  /** Starts PostgreSQL where that was not done yet. */
  PostgresAddress postgres();

  /** Starts Kafka where that was not done yet and returns its bootstrap servers. */
  String kafka();

  @Override
  void close();
}
