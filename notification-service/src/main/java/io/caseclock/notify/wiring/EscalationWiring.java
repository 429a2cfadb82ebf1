package io.caseclock.notify.wiring;

import io.caseclock.batch.BatchCache;
import io.caseclock.directory.Directory;
import io.caseclock.jdbc.Sql;
import io.caseclock.notify.escalation.Acknowledge;
import io.caseclock.notify.escalation.Escalate;
import io.caseclock.notify.escalation.EscalationSettings;
import io.caseclock.notify.escalation.Escalations;
import io.caseclock.notify.escalation.Plans;
import io.caseclock.notify.escalation.jdbc.BatchedEscalations;
import io.caseclock.notify.escalation.jdbc.JdbcEscalations;
import io.caseclock.notify.escalation.jdbc.OutboxPlans;
import io.caseclock.notify.history.DigestMessages;
import io.caseclock.notify.history.TellDigest;
import io.caseclock.notify.history.jdbc.JdbcReleasedDigests;
import io.caseclock.notify.jdbc.CaseEventsOut;
import io.caseclock.notify.jdbc.CommittedCounter;
import io.caseclock.notify.level.HiddenCases;
import io.caseclock.notify.message.MessageStore;
import io.caseclock.notify.message.MessageTexts;
import io.caseclock.notify.message.StandIns;
import io.caseclock.notify.notice.NoticeMessages;
import io.caseclock.notify.notice.Notices;
import io.caseclock.notify.notice.issue.FaultFactory;
import io.caseclock.notify.notice.issue.HandleDeadlineEvent;
import io.caseclock.notify.notice.issue.IssueNotice;
import io.caseclock.notify.notice.step.TakeStep;
import io.caseclock.notify.packs.RulePacks;
import io.caseclock.notify.pipeline.Notifier;
import io.caseclock.notify.routing.CachedRouteOverrides;
import io.caseclock.notify.routing.ChangePolicy;
import io.caseclock.notify.routing.RouteOverrides;
import io.caseclock.notify.routing.Routing;
import io.caseclock.notify.routing.panache.PanacheRouteOverrides;
import io.caseclock.notify.wiring.DeliveryWiring.PacksInForce;
import io.caseclock.notify.words.PolicyWords;
import io.caseclock.pack.Policy;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Who is told next, and what follows from each thing that the monitor says. */
public class EscalationWiring {

  @Produces
  @Singleton
  RouteOverrides routeOverrides(PanacheRouteOverrides overrides, BatchCache memory) {
    return new CachedRouteOverrides(overrides, memory);
  }

  @Produces
  @Singleton
  Routing routing(
      PacksInForce packs, RouteOverrides overrides, Directory directory, PolicyWords words) {
    var policy = Policy.of(packs.packs());
    words.requireChannels(policy);
    return new Routing(policy, overrides, directory);
  }

  @Produces
  @Singleton
  ChangePolicy changePolicy(RouteOverrides overrides, Directory directory) {
    return new ChangePolicy(overrides, directory);
  }

  @Produces
  @Singleton
  CaseEventsOut caseEventsOut(Sql sql, BatchCache batch) {
    return new CaseEventsOut(sql, batch);
  }

  @Produces
  @Singleton
  Plans plans(CaseEventsOut out) {
    return new OutboxPlans(out);
  }

  @Produces
  @Singleton
  Escalations escalations(Sql sql, CommittedCounter counter, BatchCache batch, HiddenCases hidden) {
    return new BatchedEscalations(new JdbcEscalations(sql, counter, hidden), batch);
  }

  @Produces
  @Singleton
  Escalate escalate(
      Escalations escalations,
      Notifier notifier,
      MessageStore messages,
      Plans plans,
      MessageTexts wording,
      RulePacks packs,
      BatchCache batch) {
    return new Escalate(
        escalations,
        notifier,
        messages,
        plans,
        wording,
        message -> packs.workingTime(message.rule()),
        batch);
  }

  @Produces
  @Singleton
  Acknowledge acknowledge(
      Escalations escalations, Plans plans, RulePacks packs, StandIns standIns) {
    return new Acknowledge(escalations, plans, packs.usualZone(), standIns);
  }

  @Produces
  @Singleton
  EscalationSettings escalationSettings(NotifyConfig config) {
    return new EscalationSettings(config.escalation().batch());
  }

  @Produces
  @Singleton
  HandleDeadlineEvent followDeadlines(
      Notices notices,
      IssueNotice issueNotice,
      TakeStep takeStep,
      Notifier tell,
      Escalate escalate,
      NoticeMessages messages,
      MessageTexts wording,
      FaultFactory faults,
      TellDigest digests) {
    return new HandleDeadlineEvent(
        notices, issueNotice, takeStep, tell, escalate, messages, wording, faults, digests);
  }

  @Produces
  @Singleton
  TellDigest tellDigest(Sql sql, Notifier notifier, MessageTexts texts) {
    return new TellDigest(new JdbcReleasedDigests(sql), notifier, new DigestMessages(texts));
  }
}
