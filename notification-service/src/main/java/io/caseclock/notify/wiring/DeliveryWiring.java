package io.caseclock.notify.wiring;

import io.caseclock.calendar.WorkingCalendar;
import io.caseclock.directory.Directory;
import io.caseclock.jdbc.Sql;
import io.caseclock.notify.cache.BatchCache;
import io.caseclock.notify.channel.ChannelKind;
import io.caseclock.notify.channel.Channels;
import io.caseclock.notify.delivery.DeliveryQueue;
import io.caseclock.notify.inbox.LiveInbox;
import io.caseclock.notify.inbox.jdbc.JdbcInboxes;
import io.caseclock.notify.jdbc.CommittedCounter;
import io.caseclock.notify.message.MessageTexts;
import io.caseclock.notify.message.Recipients;
import io.caseclock.notify.message.RoleHolders;
import io.caseclock.notify.message.jdbc.JdbcMessageStore;
import io.caseclock.notify.pipeline.ContactGapMessages;
import io.caseclock.notify.pipeline.Deduplicate;
import io.caseclock.notify.pipeline.DeliverGroup;
import io.caseclock.notify.pipeline.Digest;
import io.caseclock.notify.pipeline.Failover;
import io.caseclock.notify.pipeline.GroupWindow;
import io.caseclock.notify.pipeline.Inhibit;
import io.caseclock.notify.pipeline.Notifier;
import io.caseclock.notify.pipeline.Pipeline;
import io.caseclock.notify.pipeline.PipelineSettings;
import io.caseclock.notify.pipeline.ProcessMailboxes;
import io.caseclock.notify.pipeline.Silenced;
import io.caseclock.notify.pipeline.WorkingDayStart;
import io.caseclock.notify.pipeline.jdbc.JdbcMailboxes;
import io.caseclock.notify.pipeline.jdbc.JdbcStranded;
import io.caseclock.notify.routing.RecipientResolver;
import io.caseclock.notify.routing.Routing;
import io.caseclock.notify.silence.AskForSilence;
import io.caseclock.notify.silence.Silences;
import io.caseclock.notify.silence.jdbc.JdbcSilencedMessages;
import io.caseclock.notify.words.PolicyWords;
import io.caseclock.pack.Pack;
import io.caseclock.pack.file.Packs;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import java.util.function.ToIntFunction;

/** From a message to the message in which it goes out. */
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
    return new PacksInForce(Packs.load(config.packs()));
  }

  @Produces
  @Singleton
  RoleHolders roleHolders(Directory directory) {
    return new RoleHolders(directory);
  }

  @Produces
  @Singleton
  Recipients recipients(RoleHolders holders, InstantSource clock) {
    return new Recipients(holders, clock);
  }

  @Produces
  @Singleton
  JdbcInboxes inboxes(Sql sql) {
    return new JdbcInboxes(sql);
  }

  @Produces
  @Singleton
  LiveInbox liveInbox(JdbcInboxes inboxes) {
    return new LiveInbox(inboxes);
  }

  @Produces
  @Singleton
  RecipientResolver whoIsTold(RoleHolders holders, Directory directory, Channels channels) {
    return new RecipientResolver(holders, directory, channels);
  }

  @Produces
  @Singleton
  JdbcMessageStore post(Sql sql, DeliveryQueue queue, CommittedCounter counter, BatchCache memory) {
    return new JdbcMessageStore(sql, queue, counter, memory);
  }

  @Produces
  @Singleton
  Notifier tell(
      JdbcMessageStore post,
      Routing routing,
      RecipientResolver who,
      MessageTexts wording,
      RoleHolders holders,
      NotifyConfig config) {
    return new Notifier(
        post, routing, who, group(config), new ContactGapMessages(wording, holders));
  }

  private static GroupWindow group(NotifyConfig config) {
    return new GroupWindow(
        config.pipeline().groupWindow(), config.pipeline().criticalGroupWindow());
  }

  @Produces
  @Singleton
  PolicyWords policyWords(PacksInForce packs) {
    return PolicyWords.of(packs.packs());
  }

  @Produces
  @Singleton
  AskForSilence askForSilence(Silences silences, Directory directory, PolicyWords words, Sql sql) {
    return new AskForSilence(silences, directory, words, new JdbcSilencedMessages(sql));
  }

  @Produces
  @Singleton
  ProcessMailboxes runPipeline(
      Sql sql,
      CommittedCounter counter,
      Silences silences,
      Channels channels,
      Directory directory,
      DeliveryQueue queue,
      PacksInForce packs,
      NotifyConfig config) {
    var mailboxes = new JdbcMailboxes(sql, counter);
    return new ProcessMailboxes(
        mailboxes,
        silences,
        sortMail(packs, config),
        channels,
        budget(config.pipeline().budget()),
        new DeliverGroup(
            mailboxes, channels, directory, queue, () -> UUID.randomUUID().toString()));
  }

  /** The stages in their order. */
  private static Pipeline sortMail(PacksInForce packs, NotifyConfig config) {
    var calendar = WorkingCalendar.of(packs.packs().getFirst());
    var start = new WorkingDayStart(calendar, config.zone(), config.pipeline().workingDayStart());
    return new Pipeline(
        List.of(new Deduplicate(), new Inhibit(), new Silenced(), group(config), new Digest(start)),
        config.pipeline().circuitPause());
  }

  private static ToIntFunction<ChannelKind> budget(NotifyConfig.Pipeline.Budget budget) {
    return kind ->
        switch (kind) {
          case IN_APP -> budget.inApp();
          case EMAIL -> budget.email();
          case SMS -> budget.sms();
          case WEBHOOK, WECOM, DINGTALK, FEISHU -> budget.group();
        };
  }

  @Produces
  @Singleton
  Failover undelivered(Sql sql, JdbcMessageStore post, RecipientResolver who, NotifyConfig config) {
    return new Failover(new JdbcStranded(sql), post, who::way, config.pipeline().circuitPause());
  }

  @Produces
  @Singleton
  PipelineSettings pipelineSettings(NotifyConfig config) {
    return new PipelineSettings(config.pipeline().mailboxes());
  }
}
