package io.caseclock.notify.wiring;

import io.caseclock.batch.BatchCache;
import io.caseclock.jdbc.Sql;
import io.caseclock.notify.channel.ChannelType;
import io.caseclock.notify.channel.Channels;
import io.caseclock.notify.channel.ConfiguredChannel;
import io.caseclock.notify.channel.PushText;
import io.caseclock.notify.channel.email.EmailSettings;
import io.caseclock.notify.channel.http.HttpPosters;
import io.caseclock.notify.channel.webhook.WebhookReceivers;
import io.caseclock.notify.delivery.ChannelQueue;
import io.caseclock.notify.delivery.ChannelQueues;
import io.caseclock.notify.delivery.Circuit;
import io.caseclock.notify.delivery.Circuits;
import io.caseclock.notify.delivery.DeliveryLog;
import io.caseclock.notify.delivery.DeliveryQueue;
import io.caseclock.notify.delivery.DeliverySpans;
import io.caseclock.notify.delivery.Failover;
import io.caseclock.notify.delivery.KeptAddresses;
import io.caseclock.notify.delivery.NextChannel;
import io.caseclock.notify.delivery.RecordAttempt;
import io.caseclock.notify.delivery.RetryPolicy;
import io.caseclock.notify.delivery.SendDue;
import io.caseclock.notify.delivery.SendTest;
import io.caseclock.notify.delivery.jdbc.ChannelGauges;
import io.caseclock.notify.delivery.jdbc.JdbcCircuits;
import io.caseclock.notify.delivery.jdbc.JdbcDeliveryLog;
import io.caseclock.notify.delivery.jdbc.JdbcDeliveryQueue;
import io.caseclock.notify.delivery.jdbc.JdbcKeptAddresses;
import io.caseclock.notify.job.AttemptRecording;
import io.caseclock.notify.message.MessageTexts;
import io.caseclock.notify.wiring.NotifyConfig.ChannelConfig;
import io.caseclock.time.Backoff;
import io.caseclock.wiring.Setting;
import io.quarkus.arc.All;
import io.vertx.core.Vertx;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;

/** The kinds of channels, the configured channels, and how deliveries are sent. */
public class ChannelWiring {

  @Produces
  @Singleton
  PushText pushText(NotifyConfig config, MessageTexts texts) {
    return new PushText(texts::say, config.consoleUrl());
  }

  @Produces
  @Singleton
  HttpPosters posters(NotifyConfig config, Vertx vertx) {
    return new HttpPosters(vertx, config.sending().connectTimeout(), config.sending().timeout());
  }

  @Produces
  @Singleton
  EmailSettings emailSettings(NotifyConfig config) {
    var email = config.email();
    return new EmailSettings(email.enabled(), email.from(), config.sending().timeout());
  }

  @Produces
  @Singleton
  WebhookReceivers webhookReceivers(NotifyConfig config) {
    return new WebhookReceivers(Map.copyOf(config.webhooks()));
  }

  @Produces
  @Singleton
  Channels channels(
      @All List<ChannelType> types,
      NotifyConfig config,
      Circuits circuits,
      InstantSource clock,
      BatchCache cache) {
    return new Channels(
        types,
        Stream.concat(
                types.stream().flatMap(type -> type.setUpElsewhere().stream()),
                config.channels().entrySet().stream()
                    .map(entry -> configured(types, entry.getKey(), entry.getValue())))
            .toList(),
        id ->
            cache.remembered(
                List.of("circuit", id),
                () -> circuits.of(id, clock.instant()).isOpen(clock.instant())));
  }

  private static ConfiguredChannel configured(
      List<ChannelType> types, String id, ChannelConfig config) {
    var key = "caseclock.channels." + id;
    var type =
        types.stream()
            .filter(candidate -> candidate.name().equals(config.kind()))
            .findFirst()
            .orElseThrow(
                () ->
                    Setting.refused(
                        key + ".kind",
                        "is one of " + types.stream().map(ChannelType::name).sorted().toList()));
    return Setting.of(key, () -> ConfiguredChannel.of(key, id, type, config));
  }

  @Produces
  @Singleton
  KeptAddresses keptAddresses(Sql sql) {
    return new JdbcKeptAddresses(sql);
  }

  @Produces
  @Singleton
  DeliveryQueue deliveryQueue(Sql sql) {
    return new JdbcDeliveryQueue(sql);
  }

  @Produces
  @Singleton
  DeliveryLog deliveryLog(Sql sql) {
    return new JdbcDeliveryLog(sql);
  }

  @Produces
  @Singleton
  Circuits circuits(Sql sql) {
    return new JdbcCircuits(sql);
  }

  @Produces
  @Singleton
  ChannelQueues queues(Channels channels, NotifyConfig config) {
    var sending = config.sending();
    if (sending.lease().compareTo(sending.timeout().multipliedBy(2)) < 0) {
      throw Setting.refused(
          "caseclock.sending.lease", "must be at least twice caseclock.sending.timeout");
    }
    return new ChannelQueues(
        channels.all().stream()
            .map(
                one ->
                    new ChannelQueue(
                        one.channel(), sending.batch(), sending.lease(), one.perMinute()))
            .toList());
  }

  @Produces
  @Singleton
  RecordAttempt recordAttempt(
      DeliveryQueue queue, Circuits circuits, NextChannel nextChannel, NotifyConfig config) {
    var sending = config.sending();
    var circuit = config.circuit();
    return new RecordAttempt(
        queue,
        circuits,
        nextChannel,
        Setting.of(
            "caseclock.sending",
            () ->
                new RetryPolicy(
                    new Backoff(sending.firstPause(), sending.longestPause()),
                    sending.attempts(),
                    sending.keep())),
        Setting.of(
            "caseclock.circuit",
            () ->
                new Circuit.Policy(
                    circuit.failures(), new Backoff(circuit.firstPause(), circuit.longestPause()))),
        () -> ThreadLocalRandom.current().nextDouble());
  }

  @Produces
  @Singleton
  Failover failover(DeliveryQueue queue, Circuits circuits, NextChannel nextChannel) {
    return new Failover(queue, circuits, nextChannel);
  }

  @Produces
  @Singleton
  SendDue sendDue(
      DeliveryQueue queue, AttemptRecording recording, InstantSource clock, DeliverySpans spans) {
    return new SendDue(queue, recording, clock, Executors.newVirtualThreadPerTaskExecutor(), spans);
  }

  @Produces
  @Singleton
  SendTest sendTest(DeliveryQueue queue, AttemptRecording recording, InstantSource clock) {
    return new SendTest(queue, recording::recordTest, clock, () -> UUID.randomUUID().toString());
  }

  @Produces
  @Singleton
  ChannelGauges channelGauges(ChannelQueues queues, Sql sql) {
    return new ChannelGauges(queues, sql);
  }
}
