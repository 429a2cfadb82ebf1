package io.caseclock.notify.wiring;

import io.caseclock.batch.BatchCache;
import io.caseclock.directory.Directory;
import io.caseclock.jdbc.Sql;
import io.caseclock.notify.channel.Channels;
import io.caseclock.notify.delivery.DeliveryQueue;
import io.caseclock.notify.delivery.DeliverySpans;
import io.caseclock.notify.delivery.NextChannel;
import io.caseclock.notify.delivery.jdbc.JdbcDeliveryTraces;
import io.caseclock.notify.inbox.Inboxes;
import io.caseclock.notify.inbox.LiveInbox;
import io.caseclock.notify.inbox.jdbc.JdbcInboxes;
import io.caseclock.notify.jdbc.CommittedCounter;
import io.caseclock.notify.message.MessageStore;
import io.caseclock.notify.message.MessageTexts;
import io.caseclock.notify.message.MessagesQueued;
import io.caseclock.notify.message.Recipients;
import io.caseclock.notify.message.RoleHolders;
import io.caseclock.notify.message.jdbc.BatchedMessageStore;
import io.caseclock.notify.message.jdbc.JdbcMessageStore;
import io.caseclock.notify.packs.RulePacks;
import io.caseclock.notify.pipeline.ContactGapMessages;
import io.caseclock.notify.pipeline.Deduplicate;
import io.caseclock.notify.pipeline.Digest;
import io.caseclock.notify.pipeline.GroupWindow;
import io.caseclock.notify.pipeline.Inhibit;
import io.caseclock.notify.pipeline.Mailboxes;
import io.caseclock.notify.pipeline.Notifier;
import io.caseclock.notify.pipeline.Pipeline;
import io.caseclock.notify.pipeline.PipelineSettings;
import io.caseclock.notify.pipeline.ProcessMailboxes;
import io.caseclock.notify.pipeline.RerouteMessages;
import io.caseclock.notify.pipeline.SendGroups;
import io.caseclock.notify.pipeline.Silenced;
import io.caseclock.notify.pipeline.WorkingDayStart;
import io.caseclock.notify.pipeline.jdbc.JdbcMailboxes;
import io.caseclock.notify.routing.RecipientResolver;
import io.caseclock.notify.routing.Routing;
import io.caseclock.notify.silence.AskForSilence;
import io.caseclock.notify.silence.Silences;
import io.caseclock.notify.silence.jdbc.JdbcSilencedMessages;
import io.caseclock.notify.words.PolicyWords;
import io.caseclock.pack.Pack;
import io.caseclock.pack.file.Packs;
import io.caseclock.trace.Tracing;
import io.caseclock.wiring.Setting;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;

/** From a message to the inbox, and to the deliveries in which it goes out. */
public class DeliveryWiring {

  /** The packs in force, in their order. */
  public record PacksInForce(List<Pack> packs) {
    public PacksInForce {
      packs = List.copyOf(packs);
    }
  }

  @Produces
  @Singleton
  PacksInForce packs(NotifyConfig config) {
    return new PacksInForce(Setting.of("caseclock.packs", () -> Packs.load(config.packs())));
  }

  @Produces
  @Singleton
  RulePacks rulePacks(PacksInForce packs, NotifyConfig config) {
    return new RulePacks(
        packs.packs(), config.zone().orElseGet(() -> packs.packs().getFirst().zone()));
  }

  @Produces
  @Singleton
  RoleHolders roleHolders(Directory directory) {
    return new RoleHolders(directory);
  }

  @Produces
  @Singleton
  Recipients recipients(RoleHolders holders) {
    return new Recipients(holders);
  }

  @Produces
  @Singleton
  JdbcInboxes inboxes(Sql sql, MessageStore messages) {
    return new JdbcInboxes(sql, messages);
  }

  @Produces
  @Singleton
  LiveInbox liveInbox(JdbcInboxes inboxes) {
    return new LiveInbox(inboxes);
  }

  @Produces
  @Singleton
  RecipientResolver recipientResolver(RoleHolders holders, Directory directory, Channels channels) {
    return new RecipientResolver(holders, directory, channels);
  }

  @Produces
  @Singleton
  MessageStore messageStore(
      Sql sql,
      DeliveryQueue queue,
      CommittedCounter counter,
      BatchCache cache,
      Event<MessagesQueued> queued) {
    var store =
        new JdbcMessageStore(sql, queue, counter, cache, () -> queued.fire(new MessagesQueued()));
    return new BatchedMessageStore(store, cache);
  }

  @Produces
  @Singleton
  Notifier notifier(
      MessageStore messages,
      Routing routing,
      RecipientResolver resolver,
      Channels channels,
      Directory directory,
      NotifyConfig config,
      ContactGapMessages gaps) {
    return new Notifier(messages, routing, resolver, channels, directory, group(config), gaps);
  }

  @Produces
  @Singleton
  ContactGapMessages contactGapMessages(MessageTexts texts, RoleHolders holders) {
    return new ContactGapMessages(texts, holders);
  }

  private static GroupWindow group(NotifyConfig config) {
    return new GroupWindow(
        config.pipeline().groupWindow(), config.pipeline().criticalGroupWindow());
  }

  @Produces
  @Singleton
  PolicyWords policyWords(PacksInForce packs, Channels channels) {
    return PolicyWords.of(packs.packs(), channels.kinds());
  }

  @Produces
  @Singleton
  AskForSilence askForSilence(Silences silences, Directory directory, PolicyWords words, Sql sql) {
    return new AskForSilence(silences, directory, words, new JdbcSilencedMessages(sql));
  }

  @Produces
  @Singleton
  Mailboxes mailboxes(Sql sql, MessageStore messages, CommittedCounter counter) {
    return new JdbcMailboxes(sql, messages, counter);
  }

  @Produces
  @Singleton
  SendGroups sendGroups(
      Mailboxes mailboxes,
      Inboxes inboxes,
      DeliveryQueue queue,
      Channels channels,
      Directory directory,
      DeliverySpans spans) {
    return new SendGroups(
        mailboxes, inboxes, queue, channels, directory, () -> UUID.randomUUID().toString(), spans);
  }

  @Produces
  @Singleton
  DeliverySpans deliverySpans(Tracing tracing, Sql sql) {
    return new DeliverySpans(tracing, new JdbcDeliveryTraces(sql));
  }

  @Produces
  @Singleton
  ProcessMailboxes processMailboxes(
      Mailboxes mailboxes,
      Silences silences,
      Channels channels,
      SendGroups sendGroups,
      RulePacks packs,
      NotifyConfig config) {
    return new ProcessMailboxes(
        mailboxes,
        silences,
        pipeline(packs, config),
        channels,
        config.pipeline().budget(),
        sendGroups);
  }

  /** The stages in their order. */
  private static Pipeline pipeline(RulePacks packs, NotifyConfig config) {
    var start =
        new WorkingDayStart(
            message -> packs.workingTime(message.rule()), config.pipeline().workingDayStart());
    return new Pipeline(
        List.of(new Deduplicate(), new Inhibit(), new Silenced(), group(config), new Digest(start)),
        config.pipeline().circuitPause());
  }

  @Produces
  @Singleton
  NextChannel nextChannel(
      Mailboxes mailboxes, MessageStore messages, RecipientResolver resolver, NotifyConfig config) {
    return new RerouteMessages(
        mailboxes, messages, resolver::way, config.pipeline().circuitPause());
  }

  @Produces
  @Singleton
  PipelineSettings pipelineSettings(NotifyConfig config) {
    return new PipelineSettings(config.pipeline().mailboxes());
  }
}
