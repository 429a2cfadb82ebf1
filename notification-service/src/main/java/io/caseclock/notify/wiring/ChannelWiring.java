package io.caseclock.notify.wiring;

import io.caseclock.directory.Directory;
import io.caseclock.jdbc.Sql;
import io.caseclock.notify.channel.Channels;
import io.caseclock.notify.channel.Circuit;
import io.caseclock.notify.channel.Circuits;
import io.caseclock.notify.channel.ConfiguredChannels;
import io.caseclock.notify.channel.Coverage;
import io.caseclock.notify.channel.Divert;
import io.caseclock.notify.channel.InboxDoor;
import io.caseclock.notify.channel.Lane;
import io.caseclock.notify.channel.Lanes;
import io.caseclock.notify.channel.NoteDelivery;
import io.caseclock.notify.channel.OutgoingQueue;
import io.caseclock.notify.channel.ParcelQueue;
import io.caseclock.notify.channel.Parcels;
import io.caseclock.notify.channel.PushText;
import io.caseclock.notify.channel.RetryPolicy;
import io.caseclock.notify.channel.SendDue;
import io.caseclock.notify.channel.Undelivered;
import io.caseclock.notify.channel.email.EmailChannel;
import io.caseclock.notify.channel.inapp.InAppChannel;
import io.caseclock.notify.channel.jdbc.ChannelGauges;
import io.caseclock.notify.channel.jdbc.JdbcCircuits;
import io.caseclock.notify.channel.jdbc.JdbcDeliveries;
import io.caseclock.notify.channel.jdbc.JdbcOutgoingQueue;
import io.caseclock.notify.channel.jdbc.JdbcParcelQueue;
import io.caseclock.notify.channel.jdbc.JdbcParcels;
import io.caseclock.notify.channel.jdbc.JdbcTestParcels;
import io.caseclock.notify.channel.job.NoteParcels;
import io.caseclock.notify.channel.webhook.WebhookBody;
import io.caseclock.notify.delivery.Wording;
import io.caseclock.notify.memory.BatchMemory;
import io.quarkus.mailer.reactive.ReactiveMailer;
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
  ParcelQueue parcelQueue(Sql sql) {
    return new JdbcParcelQueue(sql);
  }

  @Produces
  @Singleton
  Parcels parcels(Sql sql) {
    return new JdbcParcels(sql);
  }

  @Produces
  @Singleton
  Circuits circuits(Sql sql) {
    return new JdbcCircuits(sql);
  }

  @Produces
  @Singleton
  PushText pushText(NotifyConfig config, Wording wording) {
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
      BatchMemory memory) {
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
  Lanes lanes(Channels channels, NotifyConfig config, PushText text, InstantSource clock) {
    var sending = config.sending();
    if (sending.lease().compareTo(sending.timeout().multipliedBy(2)) < 0) {
      throw new IllegalStateException(
          "caseclock.sending.lease must be at least twice caseclock.sending.timeout");
    }
    var ways = new Ways(config, text, clock);
    return new Lanes(
        channels.all().stream()
            .map(
                channel ->
                    new Lane(channel, sending.batch(), sending.lease(), ways.perMinute(channel)))
            .toList());
  }

  @Produces
  @Singleton
  NoteDelivery noteDelivery(
      Parcels parcels, Circuits circuits, Undelivered undelivered, NotifyConfig config) {
    var sending = config.sending();
    var circuit = config.circuit();
    return new NoteDelivery(
        parcels,
        circuits,
        undelivered,
        new RetryPolicy(
            sending.firstPause(), sending.longestPause(), sending.attempts(), sending.keep()),
        new Circuit.Policy(circuit.failures(), circuit.firstPause(), circuit.longestPause()),
        () -> ThreadLocalRandom.current().nextDouble());
  }

  @Produces
  @Singleton
  Divert divert(Parcels parcels, ParcelQueue queue, Circuits circuits, Undelivered undelivered) {
    return new Divert(parcels, queue, circuits, undelivered);
  }

  @Produces
  @Singleton
  SendDue sendDue(Parcels parcels, NoteParcels notes, InstantSource clock) {
    return new SendDue(parcels, notes, clock, Executors.newVirtualThreadPerTaskExecutor());
  }

  @Produces
  @Singleton
  JdbcTestParcels testParcels(Sql sql) {
    return new JdbcTestParcels(sql);
  }

  @Produces
  @Singleton
  JdbcDeliveries deliveries(Sql sql) {
    return new JdbcDeliveries(sql);
  }

  @Produces
  @Singleton
  ChannelGauges channelGauges(Lanes lanes, Sql sql) {
    return new ChannelGauges(lanes, sql);
  }
}
