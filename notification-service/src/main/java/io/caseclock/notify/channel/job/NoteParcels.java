package io.caseclock.notify.channel.job;

import io.caseclock.notify.channel.Circuit;
import io.caseclock.notify.channel.Delivery;
import io.caseclock.notify.channel.Delivery.Delivered;
import io.caseclock.notify.channel.Delivery.Failed;
import io.caseclock.notify.channel.Delivery.Undeliverable;
import io.caseclock.notify.channel.NoteDelivery;
import io.caseclock.notify.channel.Parcel;
import io.caseclock.notify.channel.SendDue;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Notes each outcome in one transaction, and says what a person should know of. */
@ApplicationScoped
public class NoteParcels implements SendDue.Notes {

  private static final Logger LOGGER = LoggerFactory.getLogger(NoteParcels.class);

  private final NoteDelivery notes;
  private final MeterRegistry meters;

  @Inject
  NoteParcels(NoteDelivery notes, MeterRegistry meters) {
    this.notes = notes;
    this.meters = meters;
  }

  @Override
  @Transactional
  public void note(Parcel parcel, Delivery outcome, Instant at, Duration took) {
    meters.timer("caseclock.channel.duration", "channel", parcel.channel()).record(took);
    notes.note(parcel, outcome, at, took).ifPresent(circuit -> log(parcel.channel(), circuit));
    switch (outcome) {
      case Delivered ignored -> {}
      case Failed failed -> log(parcel, failed.reason());
      case Undeliverable never -> log(parcel, never.reason());
    }
  }

  private static void log(Parcel parcel, Delivery.Reason reason) {
    LOGGER
        .atWarn()
        .addKeyValue("channel", parcel.channel())
        .addKeyValue("eventId", parcel.id())
        .addKeyValue("attempt", parcel.attempt())
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
