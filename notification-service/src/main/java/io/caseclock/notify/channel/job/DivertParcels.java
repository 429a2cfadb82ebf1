package io.caseclock.notify.channel.job;

import io.caseclock.notify.channel.Divert;
import io.caseclock.notify.channel.Lane;
import io.caseclock.notify.channel.Lanes;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One transaction of {@link Divert} at a time. */
@ApplicationScoped
public class DivertParcels {

  private static final Logger LOGGER = LoggerFactory.getLogger(DivertParcels.class);

  private final Lanes lanes;
  private final Divert divert;
  private final InstantSource clock;

  @Inject
  DivertParcels(Lanes lanes, Divert divert, InstantSource clock) {
    this.lanes = lanes;
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
          .addKeyValue("parcels", offered)
          .log("channel is away; what waited for it was offered another way");
    }
  }

  @Transactional
  public void ofUnknownChannels() {
    var configured = lanes.all().stream().map(Lane::id).toList();
    var givenUp = divert.ofUnknownChannels(configured, clock.instant());
    if (givenUp > 0) {
      LOGGER
          .atError()
          .addKeyValue("reason", "UNKNOWN_CHANNEL")
          .addKeyValue("parcels", givenUp)
          .log("deliveries were given up, since their channel is no longer configured");
    }
  }
}
