package io.caseclock.notify.delivery;

import io.caseclock.notify.channel.Delivery;
import io.caseclock.notify.channel.DeliveryOutcome;
import java.time.Duration;
import java.time.Instant;

/** Keeps what an attempt came to, in a transaction of its own. */
@FunctionalInterface
public interface AttemptRecorder {

  void record(Delivery delivery, DeliveryOutcome outcome, Instant at, Duration took);
}
