package io.caseclock.notify.job;

import io.caseclock.notify.channel.Delivery;
import io.caseclock.notify.channel.DeliveryOutcome;
import io.caseclock.notify.channel.DeliveryOutcome.Delivered;
import io.caseclock.notify.channel.DeliveryOutcome.Failed;
import io.caseclock.notify.channel.DeliveryOutcome.Undeliverable;
import io.caseclock.notify.delivery.AttemptRecorder;
import io.caseclock.notify.delivery.Circuit;
import io.caseclock.notify.delivery.RecordAttempt;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Records each attempt in one transaction, and logs what a person should know of. */
@ApplicationScoped
public class AttemptRecording implements AttemptRecorder {

  private static final Logger LOGGER = LoggerFactory.getLogger(AttemptRecording.class);

  private final RecordAttempt recordAttempt;
  private final MeterRegistry meters;

  @Inject
  AttemptRecording(RecordAttempt recordAttempt, MeterRegistry meters) {
    this.recordAttempt = recordAttempt;
    this.meters = meters;
  }

  @Override
  @Transactional
  public void record(Delivery delivery, DeliveryOutcome outcome, Instant at, Duration took) {
    meters.timer("caseclock.channel.duration", "channel", delivery.channel()).record(took);
    recordAttempt
        .record(delivery, outcome, at, took)
        .ifPresent(circuit -> log(delivery.channel(), circuit));
    switch (outcome) {
      case Delivered ignored -> {}
      case Failed failed -> log(delivery, failed.reason());
      case Undeliverable never -> log(delivery, never.reason());
    }
  }

  /** The same for a test that a person sent. */
  @Transactional
  public void recordTest(Delivery delivery, DeliveryOutcome outcome, Instant at, Duration took) {
    recordAttempt.recordTest(delivery, outcome, at, took);
  }

  private static void log(Delivery delivery, DeliveryOutcome.Reason reason) {
    LOGGER
        .atWarn()
        .addKeyValue("channel", delivery.channel())
        .addKeyValue("eventId", delivery.id())
        .addKeyValue("attempt", delivery.attempt())
        .addKeyValue("reason", reason)
        .log("delivery failed");
  }

  private static void log(String channel, Circuit circuit) {
    if (circuit.isClosed()) {
      LOGGER.atInfo().addKeyValue("channel", channel).log("channel works again");
    } else {
      LOGGER
          .atError()
          .addKeyValue("channel", channel)
          .addKeyValue("reason", circuit.lastError())
          .log("channel keeps failing and is not used for now");
    }
  }
}
