package io.caseclock.notify.wiring;

import io.caseclock.directory.Directory;
import io.caseclock.jdbc.Sql;
import io.caseclock.notify.cache.BatchCache;
import io.caseclock.notify.channel.Channels;
import io.caseclock.notify.channel.ConfiguredChannels;
import io.caseclock.notify.channel.Coverage;
import io.caseclock.notify.channel.InboxDoor;
import io.caseclock.notify.channel.OutgoingQueue;
import io.caseclock.notify.channel.PushText;
import io.caseclock.notify.channel.email.EmailChannel;
import io.caseclock.notify.channel.inapp.InAppChannel;
import io.caseclock.notify.channel.webhook.WebhookBody;
import io.caseclock.notify.delivery.ChannelQueue;
import io.caseclock.notify.delivery.ChannelQueues;
import io.caseclock.notify.delivery.Circuit;
import io.caseclock.notify.delivery.Circuits;
import io.caseclock.notify.delivery.Deliveries;
import io.caseclock.notify.delivery.DeliveryLog;
import io.caseclock.notify.delivery.DeliveryQueue;
import io.caseclock.notify.delivery.DivertStranded;
import io.caseclock.notify.delivery.RecordAttempt;
import io.caseclock.notify.delivery.RetryPolicy;
import io.caseclock.notify.delivery.SendDue;
import io.caseclock.notify.delivery.TestChannel;
import io.caseclock.notify.delivery.Undelivered;
import io.caseclock.notify.delivery.jdbc.ChannelGauges;
import io.caseclock.notify.delivery.jdbc.JdbcCircuits;
import io.caseclock.notify.delivery.jdbc.JdbcDeliveries;
import io.caseclock.notify.delivery.jdbc.JdbcDeliveryLog;
import io.caseclock.notify.delivery.jdbc.JdbcDeliveryQueue;
import io.caseclock.notify.delivery.jdbc.JdbcOutgoingQueue;
import io.caseclock.notify.delivery.job.RecordAttempts;
import io.caseclock.notify.message.MessageTexts;
import io.quarkus.mailer.reactive.ReactiveMailer;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.vertx.core.Vertx;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.ArrayList;
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
        sql, Ways.receivers(config), directory, new WebhookBody(config.consoleUrl())::of);
  }

  @Produces
  @Singleton
  DeliveryQueue deliveryQueue(Sql sql) {
    return new JdbcDeliveryQueue(sql);
  }

  @Produces
  @Singleton
  Deliveries deliveries(Sql sql) {
    return new JdbcDeliveries(sql);
  }

  @Produces
  @Singleton
  Circuits circuits(Sql sql) {
    return new JdbcCircuits(sql);
  }

  @Produces
  @Singleton
  PushText pushText(NotifyConfig config, MessageTexts wording) {
    return new PushText(wording::say, config.consoleUrl());
  }

  @Produces
  @Singleton
  Channels channels(
      NotifyConfig config,
      PushText text,
      Circuits circuits,
      InstantSource clock,
      ReactiveMailer mailer,
      Vertx vertx,
      InboxDoor inbox,
      BatchCache memory) {
    List<ConfiguredChannels.Entry> entries = new ArrayList<>(new Ways(config, text, clock).all());
    var everybody = new Coverage(Set.of());
    if (config.email().enabled()) {
      entries.add(new ConfiguredChannels.Entry(email(config, text, mailer, vertx), everybody));
    }
    entries.add(new ConfiguredChannels.Entry(new InAppChannel(inbox, clock), everybody));
    return new ConfiguredChannels(
        entries,
        id ->
            memory.remembered(
                List.of("circuit", id),
                () -> circuits.of(id, clock.instant()).isOpen(clock.instant())));
  }

  private static EmailChannel email(
      NotifyConfig config, PushText text, ReactiveMailer mailer, Vertx vertx) {
    var loop = vertx.getOrCreateContext();
    var from =
        config
            .email()
            .from()
            .orElseThrow(() -> new IllegalStateException("caseclock.email.from is not set"));
    return new EmailChannel(
        mailer,
        from,
        text,
        config.sending().timeout(),
        command -> loop.runOnContext(begun -> command.run()));
  }

  @Produces
  @Singleton
  ChannelQueues queues(Channels channels, NotifyConfig config, PushText text, InstantSource clock) {
    var sending = config.sending();
    if (sending.lease().compareTo(sending.timeout().multipliedBy(2)) < 0) {
      throw new IllegalStateException(
          "caseclock.sending.lease must be at least twice caseclock.sending.timeout");
    }
    var ways = new Ways(config, text, clock);
    return new ChannelQueues(
        channels.all().stream()
            .map(
                channel ->
                    new ChannelQueue(
                        channel, sending.batch(), sending.lease(), ways.perMinute(channel)))
            .toList());
  }

  @Produces
  @Singleton
  RecordAttempt noteDelivery(
      Deliveries deliveries, Circuits circuits, Undelivered undelivered, NotifyConfig config) {
    var sending = config.sending();
    var circuit = config.circuit();
    return new RecordAttempt(
        deliveries,
        circuits,
        undelivered,
        new RetryPolicy(
            sending.firstPause(), sending.longestPause(), sending.attempts(), sending.keep()),
        new Circuit.Policy(circuit.failures(), circuit.firstPause(), circuit.longestPause()),
        () -> ThreadLocalRandom.current().nextDouble());
  }

  @Produces
  @Singleton
  DivertStranded divert(
      Deliveries deliveries, DeliveryQueue queue, Circuits circuits, Undelivered undelivered) {
    return new DivertStranded(deliveries, queue, circuits, undelivered);
  }

  @Produces
  @Singleton
  SendDue sendDue(Deliveries deliveries, RecordAttempts notes, InstantSource clock) {
    return new SendDue(deliveries, notes, clock, Executors.newVirtualThreadPerTaskExecutor());
  }

  @Produces
  @Singleton
  TestChannel testChannel(DeliveryLog log, RecordAttempt attempts, InstantSource clock) {
    return new TestChannel(
        log, attempts, clock, noted -> QuarkusTransaction.requiringNew().run(noted));
  }

  @Produces
  @Singleton
  DeliveryLog deliveryLog(Sql sql) {
    return new JdbcDeliveryLog(sql);
  }

  @Produces
  @Singleton
  ChannelGauges channelGauges(ChannelQueues queues, Sql sql) {
    return new ChannelGauges(queues, sql);
  }
}
