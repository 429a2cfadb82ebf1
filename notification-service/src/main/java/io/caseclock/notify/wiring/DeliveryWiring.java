package io.caseclock.notify.wiring;

import io.caseclock.calendar.WorkingCalendar;
import io.caseclock.directory.Directory;
import io.caseclock.jdbc.Sql;
import io.caseclock.notify.channel.ChannelKind;
import io.caseclock.notify.channel.Channels;
import io.caseclock.notify.channel.ParcelQueue;
import io.caseclock.notify.delivery.LiveInbox;
import io.caseclock.notify.delivery.Recipients;
import io.caseclock.notify.delivery.RoleHolders;
import io.caseclock.notify.delivery.Wording;
import io.caseclock.notify.delivery.jdbc.JdbcInboxes;
import io.caseclock.notify.delivery.jdbc.JdbcNewMessages;
import io.caseclock.notify.jdbc.CommittedCounter;
import io.caseclock.notify.memory.BatchMemory;
import io.caseclock.notify.pipeline.Deduplicate;
import io.caseclock.notify.pipeline.Digest;
import io.caseclock.notify.pipeline.Enclose;
import io.caseclock.notify.pipeline.FindAnotherWay;
import io.caseclock.notify.pipeline.GapLetters;
import io.caseclock.notify.pipeline.Group;
import io.caseclock.notify.pipeline.Inhibit;
import io.caseclock.notify.pipeline.PipelineSettings;
import io.caseclock.notify.pipeline.RunPipeline;
import io.caseclock.notify.pipeline.Silenced;
import io.caseclock.notify.pipeline.SortMail;
import io.caseclock.notify.pipeline.Tell;
import io.caseclock.notify.pipeline.WorkingDayStart;
import io.caseclock.notify.pipeline.jdbc.JdbcMailboxes;
import io.caseclock.notify.pipeline.jdbc.JdbcPost;
import io.caseclock.notify.pipeline.jdbc.JdbcStranded;
import io.caseclock.notify.routing.Routing;
import io.caseclock.notify.routing.WhoIsTold;
import io.caseclock.notify.silence.AskForSilence;
import io.caseclock.notify.silence.Silences;
import io.caseclock.notify.silence.jdbc.JdbcSilences;
import io.caseclock.notify.words.PolicyWords;
import io.caseclock.pack.Pack;
import io.caseclock.pack.file.Packs;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import java.util.function.ToIntFunction;

/** From a letter to the message in which it goes out. */
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
  LiveInbox liveInbox(Sql sql, JdbcInboxes inboxes) {
    return new LiveInbox(new JdbcNewMessages(sql, inboxes));
  }

  @Produces
  @Singleton
  WhoIsTold whoIsTold(RoleHolders holders, Directory directory, Channels channels) {
    return new WhoIsTold(holders, directory, channels);
  }

  @Produces
  @Singleton
  JdbcPost post(Sql sql, ParcelQueue queue, CommittedCounter counter, BatchMemory memory) {
    return new JdbcPost(sql, queue, counter, memory);
  }

  @Produces
  @Singleton
  Tell tell(
      JdbcPost post,
      Routing routing,
      WhoIsTold who,
      Wording wording,
      RoleHolders holders,
      NotifyConfig config) {
    return new Tell(post, routing, who, group(config), new GapLetters(wording, holders));
  }

  private static Group group(NotifyConfig config) {
    return new Group(config.pipeline().groupWindow(), config.pipeline().criticalGroupWindow());
  }

  @Produces
  @Singleton
  Silences silences(Sql sql) {
    return new JdbcSilences(sql);
  }

  @Produces
  @Singleton
  PolicyWords policyWords(PacksInForce packs) {
    return PolicyWords.of(packs.packs());
  }

  @Produces
  @Singleton
  AskForSilence askForSilence(Silences silences, Directory directory, PolicyWords words) {
    return new AskForSilence(silences, directory, words);
  }

  @Produces
  @Singleton
  RunPipeline runPipeline(
      Sql sql,
      CommittedCounter counter,
      Silences silences,
      Channels channels,
      Directory directory,
      ParcelQueue queue,
      PacksInForce packs,
      NotifyConfig config) {
    var mailboxes = new JdbcMailboxes(sql, counter);
    return new RunPipeline(
        mailboxes,
        silences,
        sortMail(packs, config),
        channels,
        budget(config.pipeline().budget()),
        new Enclose(mailboxes, channels, directory, queue, () -> UUID.randomUUID().toString()));
  }

  /** The stages in their order. */
  private static SortMail sortMail(PacksInForce packs, NotifyConfig config) {
    var calendar = WorkingCalendar.of(packs.packs().getFirst());
    var start = new WorkingDayStart(calendar, config.zone(), config.pipeline().workingDayStart());
    return new SortMail(
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
  FindAnotherWay undelivered(Sql sql, JdbcPost post, WhoIsTold who, NotifyConfig config) {
    return new FindAnotherWay(
        new JdbcStranded(sql), post, who::way, config.pipeline().circuitPause());
  }

  @Produces
  @Singleton
  PipelineSettings pipelineSettings(NotifyConfig config) {
    return new PipelineSettings(config.pipeline().mailboxes());
  }
}
