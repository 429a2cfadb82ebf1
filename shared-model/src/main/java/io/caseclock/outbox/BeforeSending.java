package io.caseclock.outbox;

/** What a service does before each send to Kafka, such as making the topics. */
@FunctionalInterface
public interface BeforeSending {

  /** Does nothing. */
  BeforeSending NOTHING = () -> {};

  /** Must not throw, and must be quick where there is nothing to do. */
  void run();
}
