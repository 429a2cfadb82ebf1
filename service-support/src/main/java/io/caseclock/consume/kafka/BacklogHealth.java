package io.caseclock.consume.kafka;

import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.DoubleSupplier;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;

/**
 * Tells for how many seconds the oldest waits: in the outbox, and in each channel. It is never down
 * (ADR 0027): a replica that is taken away makes what waits wait longer. Whoever asks does not wait
 * for the database either; the outbox is as it was when somebody asked before.
 */
public final class BacklogHealth implements HealthCheck {

  static final String NAME = "backlog";
  static final String OUTBOX = "outbox";
  static final String UNKNOWN = "unknown";

  private final ConsumerLoops channels;
  private final DoubleSupplier outboxAge;
  private final InstantSource clock;
  private final AtomicBoolean isAsking = new AtomicBoolean();
  // written by the one thread that asks, read by whoever asks for readiness
  private volatile double outbox = Double.NaN;

  /**
   * @param outboxAge in seconds; not a number while the database is away
   * @param clock that of the machines, as the times of records are
   */
  public BacklogHealth(ConsumerLoops channels, DoubleSupplier outboxAge, InstantSource clock) {
    this.channels = channels;
    this.outboxAge = outboxAge;
    this.clock = clock;
  }

  @Override
  public HealthCheckResponse call() {
    askAside();
    var response = HealthCheckResponse.named(NAME).up();
    tell(response, OUTBOX, outbox);
    channels.oldestAges(clock).forEach((channel, age) -> tell(response, channel, age));
    return response.build();
  }

  private static void tell(HealthCheckResponseBuilder response, String what, double seconds) {
    if (Double.isNaN(seconds)) {
      response.withData(what, UNKNOWN);
    } else {
      response.withData(what, Math.max(0, Math.round(seconds)));
    }
  }

  private void askAside() {
    if (isAsking.compareAndSet(false, true)) {
      Thread.ofVirtual().name(NAME).start(this::ask);
    }
  }

  private void ask() {
    try {
      outbox = outboxAge.getAsDouble();
    } catch (RuntimeException e) {
      outbox = Double.NaN; // the service ends, and its pool with it
    } finally {
      isAsking.set(false);
    }
  }
}
