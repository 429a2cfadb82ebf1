package io.caseclock.notify.job;

import io.caseclock.notify.delivery.ChannelQueue;
import io.caseclock.notify.delivery.ChannelQueues;
import io.caseclock.notify.delivery.Failover;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One transaction of {@link Failover} at a time. */
@ApplicationScoped
public class FailoverJob {

  private static final Logger LOGGER = LoggerFactory.getLogger(FailoverJob.class);

  private final ChannelQueues queues;
  private final Failover failover;
  private final InstantSource clock;

  @Inject
  FailoverJob(ChannelQueues queues, Failover failover, InstantSource clock) {
    this.queues = queues;
    this.failover = failover;
    this.clock = clock;
  }

  /** What was not offered yet is, at the next tick. */
  @Transactional
  public void ofOpenCircuit(String channel) {
    var offered = failover.ofOpenCircuit(channel, clock.instant());
    if (offered > 0) {
      LOGGER
          .atWarn()
          .addKeyValue("channel", channel)
          .addKeyValue("count", offered)
          .log("channel is away; what waited for it was offered another way");
    }
  }

  @Transactional
  public void ofUnknownChannels() {
    var configured = queues.all().stream().map(ChannelQueue::id).toList();
    var givenUp = failover.ofUnknownChannels(configured, clock.instant());
    if (givenUp > 0) {
      LOGGER
          .atError()
          .addKeyValue("reason", "UNKNOWN_CHANNEL")
          .addKeyValue("count", givenUp)
          .log("deliveries were given up, since their channel is no longer configured");
    }
  }
}
