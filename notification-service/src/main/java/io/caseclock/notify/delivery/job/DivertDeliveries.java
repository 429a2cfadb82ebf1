package io.caseclock.notify.delivery.job;

import io.caseclock.notify.delivery.ChannelQueue;
import io.caseclock.notify.delivery.ChannelQueues;
import io.caseclock.notify.delivery.DivertStranded;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One transaction of {@link DivertStranded} at a time. */
@ApplicationScoped
public class DivertDeliveries {

  private static final Logger LOGGER = LoggerFactory.getLogger(DivertDeliveries.class);

  private final ChannelQueues queues;
  private final DivertStranded divert;
  private final InstantSource clock;

  @Inject
  DivertDeliveries(ChannelQueues queues, DivertStranded divert, InstantSource clock) {
    this.queues = queues;
    this.divert = divert;
    this.clock = clock;
  }

  /** What was not offered yet is, at the next tick. */
  @Transactional
  public void strandedBy(String channel) {
    var offered = divert.strandedBy(channel, clock.instant());
    if (offered > 0) {
      LOGGER
          .atWarn()
          .addKeyValue("channel", channel)
          .addKeyValue("deliveries", offered)
          .log("channel is away; what waited for it was offered another way");
    }
  }

  @Transactional
  public void ofUnknownChannels() {
    var configured = queues.all().stream().map(ChannelQueue::id).toList();
    var givenUp = divert.ofUnknownChannels(configured, clock.instant());
    if (givenUp > 0) {
      LOGGER
          .atError()
          .addKeyValue("reason", "UNKNOWN_CHANNEL")
          .addKeyValue("deliveries", givenUp)
          .log("deliveries were given up, since their channel is no longer configured");
    }
  }
}
