package io.caseclock.notify.wiring;

import io.caseclock.directory.Directory;
import io.caseclock.jdbc.Sql;
import io.caseclock.notify.channel.OutgoingQueue;
import io.caseclock.notify.delivery.Wording;
import io.caseclock.notify.escalation.Acknowledge;
import io.caseclock.notify.escalation.Escalate;
import io.caseclock.notify.escalation.EscalationSettings;
import io.caseclock.notify.escalation.Escalations;
import io.caseclock.notify.escalation.Plans;
import io.caseclock.notify.escalation.jdbc.JdbcEscalations;
import io.caseclock.notify.escalation.jdbc.OutboxPlans;
import io.caseclock.notify.jdbc.CaseEventsOut;
import io.caseclock.notify.jdbc.CommittedCounter;
import io.caseclock.notify.memory.BatchMemory;
import io.caseclock.notify.memory.RememberedOverrides;
import io.caseclock.notify.notice.Faults;
import io.caseclock.notify.notice.FollowDeadlines;
import io.caseclock.notify.notice.IssueNotice;
import io.caseclock.notify.notice.NoticeLetters;
import io.caseclock.notify.notice.TakeStep;
import io.caseclock.notify.notice.jdbc.JdbcNotices;
import io.caseclock.notify.pipeline.Tell;
import io.caseclock.notify.pipeline.jdbc.JdbcPost;
import io.caseclock.notify.routing.ChangePolicy;
import io.caseclock.notify.routing.RouteOverrides;
import io.caseclock.notify.routing.Routing;
import io.caseclock.notify.routing.jdbc.JdbcRouteOverrides;
import io.caseclock.notify.wiring.DeliveryWiring.PacksInForce;
import io.caseclock.pack.Policy;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Who is told next, and what follows from each thing that the monitor says. */
public class EscalationWiring {

  @Produces
  @Singleton
  RouteOverrides routeOverrides(Sql sql, BatchMemory memory) {
    return new RememberedOverrides(new JdbcRouteOverrides(sql), memory);
  }

  @Produces
  @Singleton
  Routing routing(PacksInForce packs, RouteOverrides overrides, Directory directory) {
    return new Routing(Policy.of(packs.packs()), overrides, directory);
  }

  @Produces
  @Singleton
  ChangePolicy changePolicy(RouteOverrides overrides, Directory directory) {
    return new ChangePolicy(overrides, directory);
  }

  @Produces
  @Singleton
  CaseEventsOut caseEventsOut(Sql sql) {
    return new CaseEventsOut(sql);
  }

  @Produces
  @Singleton
  Plans plans(CaseEventsOut out) {
    return new OutboxPlans(out);
  }

  @Produces
  @Singleton
  Escalations escalations(Sql sql, CommittedCounter counter) {
    return new JdbcEscalations(sql, counter);
  }

  @Produces
  @Singleton
  Escalate escalate(
      Escalations escalations, Tell tell, JdbcPost post, Plans plans, Wording wording) {
    return new Escalate(escalations, tell, post, plans, wording);
  }

  @Produces
  @Singleton
  Acknowledge acknowledge(Escalations escalations, Plans plans, NotifyConfig config) {
    return new Acknowledge(escalations, plans, config.zone());
  }

  @Produces
  @Singleton
  EscalationSettings escalationSettings(NotifyConfig config) {
    return new EscalationSettings(config.escalation().batch());
  }

  @Produces
  @Singleton
  FollowDeadlines followDeadlines(
      JdbcNotices notices,
      IssueNotice issueNotice,
      TakeStep takeStep,
      Tell tell,
      Escalate escalate,
      NoticeLetters letters,
      Wording wording,
      OutgoingQueue outgoing,
      Faults faults) {
    return new FollowDeadlines(
        notices, issueNotice, takeStep, tell, escalate, letters, wording, outgoing, faults);
  }
}
