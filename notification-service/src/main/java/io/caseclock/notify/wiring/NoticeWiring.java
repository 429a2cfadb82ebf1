package io.caseclock.notify.wiring;

import io.caseclock.consume.kafka.BatchProcessor;
import io.caseclock.directory.Directory;
import io.caseclock.jdbc.Sql;
import io.caseclock.notify.cache.BatchCache;
import io.caseclock.notify.channel.OutgoingQueue;
import io.caseclock.notify.escalation.Acknowledge;
import io.caseclock.notify.jdbc.CommittedCounter;
import io.caseclock.notify.message.MessageTexts;
import io.caseclock.notify.message.Notifications;
import io.caseclock.notify.message.Recipients;
import io.caseclock.notify.notice.NoticeMessages;
import io.caseclock.notify.notice.NoticeSettings;
import io.caseclock.notify.notice.document.DocumentRenderer;
import io.caseclock.notify.notice.document.RenderPdf;
import io.caseclock.notify.notice.document.file.OpenHtmlRenderer;
import io.caseclock.notify.notice.document.file.TemplateRenderer;
import io.caseclock.notify.notice.draft.Drafts;
import io.caseclock.notify.notice.draft.WriteNotice;
import io.caseclock.notify.notice.evidence.AddEvidence;
import io.caseclock.notify.notice.evidence.EvidenceStore;
import io.caseclock.notify.notice.evidence.file.FileContentCheck;
import io.caseclock.notify.notice.issue.CaseOwnership;
import io.caseclock.notify.notice.issue.FaultFactory;
import io.caseclock.notify.notice.issue.HandleDeadlineEvent;
import io.caseclock.notify.notice.issue.IssueNotice;
import io.caseclock.notify.notice.issue.IssueSupervisionOrder;
import io.caseclock.notify.notice.issue.KnownFaults;
import io.caseclock.notify.notice.issue.RecordFinding;
import io.caseclock.notify.notice.jdbc.JdbcCaseUnits;
import io.caseclock.notify.notice.jdbc.JdbcDrafts;
import io.caseclock.notify.notice.jdbc.JdbcEvidence;
import io.caseclock.notify.notice.jdbc.JdbcKnownFaults;
import io.caseclock.notify.notice.jdbc.JdbcNoticeNumbers;
import io.caseclock.notify.notice.jdbc.JdbcNotices;
import io.caseclock.notify.notice.jdbc.NoticeRows;
import io.caseclock.notify.notice.kafka.TakeInDeadlineEvents;
import io.caseclock.notify.notice.step.NoticeSteps;
import io.caseclock.notify.notice.step.TakeStep;
import io.caseclock.notify.task.FollowTasks;
import io.caseclock.notify.wiring.DeliveryWiring.PacksInForce;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Optional;

/** Notices: from the breach or the finding to the closed paper. */
public class NoticeWiring {

  private static final String DOCUMENTS = "/packs/cn-public-security/documents/";

  @Produces
  @Singleton
  NoticeSettings noticeSettings(NotifyConfig config) {
    var notice = config.notice();
    return new NoticeSettings(
        config.zone(),
        notice.numberPattern(),
        notice.orderNumberPattern(),
        notice.longestPlanDays(),
        notice.evidenceSize().asLongValue(),
        notice.evidenceTotal().asLongValue());
  }

  @Produces
  @Singleton
  NoticeMessages messages(MessageTexts wording) {
    return new NoticeMessages(wording);
  }

  @Produces
  @Singleton
  JdbcNotices notices(NoticeRows rows, Sql sql, CommittedCounter counter) {
    return new JdbcNotices(rows, sql, counter);
  }

  @Produces
  @Singleton
  EvidenceStore evidence(Sql sql) {
    return new JdbcEvidence(sql);
  }

  @Produces
  @Singleton
  DocumentRenderer press(PacksInForce packs, Directory directory, MessageTexts wording) {
    return new TemplateRenderer(
        template(packs, "notice.html"),
        template(packs, "supervision-order.html"),
        directory,
        wording);
  }

  /** Of the first pack that brings it; else the one that is shipped. */
  private static String template(PacksInForce packs, String name) {
    return packs.packs().stream()
        .flatMap(pack -> Optional.ofNullable(pack.documents().get(name)).stream())
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
  RenderPdf printNotice(JdbcNotices notices, NotifyConfig config) {
    return new RenderPdf(notices, notices, new OpenHtmlRenderer(config.notice().font()));
  }

  @Produces
  @Singleton
  IssueNotice issueNotice(
      JdbcNotices notices,
      Sql sql,
      DocumentRenderer press,
      Directory directory,
      Recipients recipients,
      Notifications log,
      NoticeMessages messages,
      OutgoingQueue outgoing,
      NoticeSettings settings) {
    return new IssueNotice(
        notices,
        new JdbcNoticeNumbers(sql),
        press,
        directory,
        recipients,
        log,
        messages,
        outgoing,
        settings);
  }

  @Produces
  @Singleton
  CaseOwnership ownCases(Sql sql, Directory directory) {
    return new CaseOwnership(new JdbcCaseUnits(sql), directory);
  }

  @Produces
  @Singleton
  RecordFinding recordFinding(
      Directory directory, JdbcNotices notices, IssueNotice issueNotice, CaseOwnership cases) {
    return new RecordFinding(directory, notices, issueNotice, cases);
  }

  @Produces
  @Singleton
  NoticeSteps noticeSteps(
      JdbcNotices notices,
      Recipients recipients,
      Notifications log,
      NoticeMessages messages,
      EvidenceStore evidence,
      Acknowledge acknowledge) {
    return new NoticeSteps(
        notices,
        recipients,
        log,
        messages,
        evidence,
        (notice, by, planOn, text, now) ->
            notices.faults(notice.id()).stream()
                .filter(fault -> fault.droppedAt() == null)
                .flatMap(fault -> Optional.ofNullable(fault.deadlineId()).stream())
                .forEach(
                    id -> acknowledge.withNotice(id, by.name(), by.role(), planOn, text, now)));
  }

  @Produces
  @Singleton
  TakeStep takeStep(
      JdbcNotices notices, NoticeSteps steps, Directory directory, NoticeSettings settings) {
    return new TakeStep(notices, steps, directory, settings);
  }

  @Produces
  @Singleton
  AddEvidence addEvidence(JdbcNotices notices, EvidenceStore evidence, NoticeSettings settings) {
    return new AddEvidence(notices, evidence, settings, new FileContentCheck());
  }

  @Produces
  @Singleton
  IssueSupervisionOrder issueSupervisionOrder(
      JdbcNotices notices, IssueNotice issueNotice, NoticeSteps steps, Directory directory) {
    return new IssueSupervisionOrder(notices, issueNotice, steps, directory);
  }

  @Produces
  @Singleton
  FaultFactory faults(NoticeMessages messages) {
    return new FaultFactory(messages);
  }

  @Produces
  @Singleton
  KnownFaults knownFaults(Sql sql, FaultFactory faults) {
    return new JdbcKnownFaults(sql, faults);
  }

  @Produces
  @Singleton
  Drafts drafts(Sql sql) {
    return new JdbcDrafts(sql);
  }

  @Produces
  @Singleton
  WriteNotice writeNotice(
      Drafts drafts,
      KnownFaults known,
      JdbcNotices notices,
      IssueNotice issueNotice,
      Directory directory,
      CaseOwnership cases) {
    return new WriteNotice(drafts, known, notices, issueNotice, directory, cases);
  }

  @Produces
  @Singleton
  TakeInDeadlineEvents takeInDeadlineEvents(
      HandleDeadlineEvent follow,
      FollowTasks tasks,
      KnownFaults known,
      Sql sql,
      InstantSource clock,
      BatchProcessor batches,
      BatchCache memory) {
    return new TakeInDeadlineEvents(follow, tasks, known, sql, clock, batches, memory);
  }
}
