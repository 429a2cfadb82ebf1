package io.caseclock.notify.wiring;

import io.caseclock.batch.BatchCache;
import io.caseclock.consume.kafka.BatchProcessor;
import io.caseclock.directory.Directory;
import io.caseclock.jdbc.Sql;
import io.caseclock.notify.escalation.Acknowledge;
import io.caseclock.notify.escalation.Planner;
import io.caseclock.notify.level.HiddenCases;
import io.caseclock.notify.message.MessageTexts;
import io.caseclock.notify.message.Notifications;
import io.caseclock.notify.message.Recipients;
import io.caseclock.notify.message.StandIns;
import io.caseclock.notify.message.SupervisingUnits;
import io.caseclock.notify.notice.Actor;
import io.caseclock.notify.notice.NoticeDeadlines;
import io.caseclock.notify.notice.NoticeMessages;
import io.caseclock.notify.notice.NoticeSettings;
import io.caseclock.notify.notice.Notices;
import io.caseclock.notify.notice.document.DocumentRenderer;
import io.caseclock.notify.notice.document.DocumentStore;
import io.caseclock.notify.notice.document.RenderPdf;
import io.caseclock.notify.notice.document.file.OpenHtmlRenderer;
import io.caseclock.notify.notice.document.file.TemplateRenderer;
import io.caseclock.notify.notice.draft.Drafts;
import io.caseclock.notify.notice.draft.WriteNotice;
import io.caseclock.notify.notice.evidence.AddEvidence;
import io.caseclock.notify.notice.evidence.EvidenceStore;
import io.caseclock.notify.notice.evidence.file.FileContentCheck;
import io.caseclock.notify.notice.issue.CaseOwnership;
import io.caseclock.notify.notice.issue.CaseUnits;
import io.caseclock.notify.notice.issue.FaultFactory;
import io.caseclock.notify.notice.issue.HandleDeadlineEvent;
import io.caseclock.notify.notice.issue.IssueNotice;
import io.caseclock.notify.notice.issue.IssueSupervisionOrder;
import io.caseclock.notify.notice.issue.IssuingUnits;
import io.caseclock.notify.notice.issue.KnownFaults;
import io.caseclock.notify.notice.issue.RecordFinding;
import io.caseclock.notify.notice.kafka.DeadlineEventsConsumer;
import io.caseclock.notify.notice.step.NoticeSteps;
import io.caseclock.notify.notice.step.TakeStep;
import io.caseclock.notify.packs.RulePacks;
import io.caseclock.notify.routing.Routing;
import io.caseclock.notify.task.UpdateTasks;
import io.caseclock.notify.wiring.DeliveryWiring.PacksInForce;
import io.caseclock.wiring.Setting;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;

/** Notices: from the breach or the finding to the closed paper. */
public class NoticeWiring {

  private static final String DOCUMENTS = "/packs/cn-public-security/documents/";

  @Produces
  @Singleton
  NoticeSettings noticeSettings(NotifyConfig config, RulePacks packs) {
    var notice = config.notice();
    return Setting.of(
        "caseclock.notice",
        () ->
            new NoticeSettings(
                packs.usualZone(),
                notice.numberPattern(),
                notice.orderNumberPattern(),
                notice.longestPlanDays(),
                notice.evidenceSize().asLongValue(),
                notice.evidenceTotal().asLongValue()));
  }

  @Produces
  @Singleton
  NoticeMessages messages(MessageTexts wording) {
    return new NoticeMessages(wording);
  }

  @Produces
  @Singleton
  DocumentRenderer documentRenderer(
      PacksInForce packs, RulePacks rulePacks, Directory directory, MessageTexts wording) {
    return new TemplateRenderer(
        template(packs, "notice.html"),
        template(packs, "supervision-order.html"),
        directory,
        wording,
        rulePacks);
  }

  /** Of the first pack that brings it; else the one that is shipped. */
  private static String template(PacksInForce packs, String name) {
    return packs.packs().stream()
        .flatMap(pack -> pack.documents().template(name).stream())
        .findFirst()
        .orElseGet(() -> shipped(name));
  }

  private static String shipped(String name) {
    try (var text = NoticeWiring.class.getResourceAsStream(DOCUMENTS + name)) {
      if (text == null) {
        throw new IllegalStateException("no pack brings " + DOCUMENTS + name);
      }
      return new String(text.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Produces
  @Singleton
  RenderPdf renderPdf(DocumentStore documents, NotifyConfig config) {
    return new RenderPdf(documents, new OpenHtmlRenderer(config.notice().font()));
  }

  @Produces
  @Singleton
  IssueNotice issueNotice(
      Notices notices,
      DocumentStore documents,
      DocumentRenderer renderer,
      Directory directory,
      Recipients recipients,
      Notifications notifications,
      NoticeMessages messages,
      NoticeSettings settings,
      IssuingUnits issuers) {
    return new IssueNotice(
        notices,
        documents,
        renderer,
        directory,
        recipients,
        notifications,
        messages,
        settings,
        issuers);
  }

  @Produces
  @Singleton
  IssuingUnits issuingUnits(Routing routing, Directory directory) {
    return new IssuingUnits(routing, new SupervisingUnits(directory));
  }

  @Produces
  @Singleton
  CaseOwnership caseOwnership(CaseUnits units, Directory directory, HiddenCases hidden) {
    return new CaseOwnership(units, directory, hidden);
  }

  @Produces
  @Singleton
  RecordFinding recordFinding(
      Directory directory,
      Notices notices,
      IssueNotice issueNotice,
      CaseOwnership cases,
      IssuingUnits issuers) {
    return new RecordFinding(directory, notices, issueNotice, cases, issuers);
  }

  @Produces
  @Singleton
  NoticeSteps noticeSteps(
      Notices notices,
      Recipients recipients,
      Notifications notifications,
      NoticeMessages messages,
      EvidenceStore evidence,
      Acknowledge acknowledge) {
    return new NoticeSteps(
        notices,
        recipients,
        notifications,
        messages,
        evidence,
        (deadlineId, by, planOn, text, now) ->
            acknowledge.withNotice(deadlineId, planner(by), planOn, text, now));
  }

  /** Accounts that are no officer go by their name. */
  private static Planner planner(Actor by) {
    var officer = by.officer();
    return new Planner(officer == null ? by.name() : officer, by.role(), by.actingFor());
  }

  @Produces
  @Singleton
  TakeStep takeStep(
      Notices notices,
      NoticeSteps steps,
      Directory directory,
      NoticeSettings settings,
      StandIns standIns) {
    return new TakeStep(notices, steps, directory, settings, standIns);
  }

  @Produces
  @Singleton
  StandIns standIns(Directory directory) {
    return new StandIns(directory);
  }

  @Produces
  @Singleton
  AddEvidence addEvidence(
      Notices notices, EvidenceStore evidence, NoticeSettings settings, StandIns standIns) {
    return new AddEvidence(notices, evidence, settings, new FileContentCheck(), standIns);
  }

  @Produces
  @Singleton
  IssueSupervisionOrder issueSupervisionOrder(
      Notices notices, IssueNotice issueNotice, NoticeSteps steps, Directory directory) {
    return new IssueSupervisionOrder(notices, issueNotice, steps, directory);
  }

  @Produces
  @Singleton
  FaultFactory faults(NoticeMessages messages) {
    return new FaultFactory(messages);
  }

  @Produces
  @Singleton
  WriteNotice writeNotice(
      Drafts drafts,
      KnownFaults known,
      Notices notices,
      IssueNotice issueNotice,
      Directory directory,
      CaseOwnership cases,
      IssuingUnits issuers) {
    return new WriteNotice(drafts, known, notices, issueNotice, directory, cases, issuers);
  }

  @Produces
  @Singleton
  DeadlineEventsConsumer deadlineEvents(
      HandleDeadlineEvent follow,
      UpdateTasks tasks,
      KnownFaults known,
      NoticeDeadlines deadlines,
      CaseUnits units,
      Sql sql,
      InstantSource clock,
      BatchProcessor batches,
      BatchCache memory) {
    return new DeadlineEventsConsumer(
        follow, tasks, known, deadlines, units, sql, clock, batches, memory);
  }
}
