package io.caseclock.notify.wiring;

import io.caseclock.directory.Directory;
import io.caseclock.jdbc.Sql;
import io.caseclock.notify.channel.Channels;
import io.caseclock.notify.channel.ConfiguredChannels;
import io.caseclock.notify.channel.Coverage;
import io.caseclock.notify.channel.OutgoingQueue;
import io.caseclock.notify.channel.ParcelQueue;
import io.caseclock.notify.channel.Receiver;
import io.caseclock.notify.channel.RetryPolicy;
import io.caseclock.notify.channel.SendDue;
import io.caseclock.notify.channel.SendingSettings;
import io.caseclock.notify.channel.jdbc.JdbcDeliveries;
import io.caseclock.notify.channel.jdbc.JdbcOutgoingQueue;
import io.caseclock.notify.channel.jdbc.JdbcParcelQueue;
import io.caseclock.notify.channel.jdbc.JdbcParcels;
import io.caseclock.notify.channel.webhook.WebhookBody;
import io.caseclock.notify.channel.webhook.WebhookChannel;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;

/** The ways out. */
public class ChannelWiring {

  @Produces
  @Singleton
  OutgoingQueue outgoingQueue(Sql sql, Directory directory, NotifyConfig config) {
    return new JdbcOutgoingQueue(
        sql, receivers(config), directory, new WebhookBody(config.consoleUrl())::of);
  }

  @Produces
  @Singleton
  ParcelQueue parcelQueue(Sql sql) {
    return new JdbcParcelQueue(sql);
  }

  @Produces
  @Singleton
  Channels channels(NotifyConfig config, InstantSource clock) {
    return new ConfiguredChannels(
        receivers(config).stream().map(receiver -> webhook(receiver, config, clock)).toList(),
        id -> false);
  }

  private static ConfiguredChannels.Entry webhook(
      Receiver receiver, NotifyConfig config, InstantSource clock) {
    var sending = config.webhookSending();
    return new ConfiguredChannels.Entry(
        new WebhookChannel(
            receiver,
            new WebhookBody(config.consoleUrl()),
            sending.connectTimeout(),
            sending.timeout(),
            clock),
        new Coverage(receiver.units()));
  }

  @Produces
  @Singleton
  SendingSettings sendingSettings(NotifyConfig config) {
    var sending = config.webhookSending();
    return new SendingSettings(sending.batch(), sending.lease());
  }

  @Produces
  @Singleton
  SendDue sendDue(Sql sql, NotifyConfig config, InstantSource clock) {
    var sending = config.webhookSending();
    return new SendDue(
        new JdbcParcels(sql),
        new RetryPolicy(sending.firstPause(), sending.longestPause(), sending.attempts()),
        clock,
        () -> ThreadLocalRandom.current().nextDouble(),
        Executors.newVirtualThreadPerTaskExecutor());
  }

  @Produces
  @Singleton
  JdbcDeliveries deliveries(Sql sql) {
    return new JdbcDeliveries(sql);
  }

  private static List<Receiver> receivers(NotifyConfig config) {
    return config.webhooks().entrySet().stream()
        .map(
            entry ->
                new Receiver(
                    entry.getKey(),
                    entry.getValue().url(),
                    entry.getValue().secret(),
                    entry.getValue().units().orElse(Set.of())))
        .toList();
  }
}
