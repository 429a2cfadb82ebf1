package io.caseclock.notify.notice;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.caseclock.access.Caller;
import io.caseclock.access.Role;
import io.caseclock.contract.DeadlineEvent.DeadlineAlarm;
import io.caseclock.contract.Names;
import io.caseclock.notify.Office;
import io.caseclock.notify.level.HiddenCases;
import io.caseclock.notify.message.MessageTexts;
import io.caseclock.notify.message.Recipients;
import io.caseclock.notify.message.RoleHolders;
import io.caseclock.notify.message.StandIns;
import io.caseclock.notify.message.SupervisingUnits;
import io.caseclock.notify.notice.document.DocumentsInMemory;
import io.caseclock.notify.notice.document.IssuedDocuments;
import io.caseclock.notify.notice.draft.DraftsInMemory;
import io.caseclock.notify.notice.draft.WriteNotice;
import io.caseclock.notify.notice.evidence.AddEvidence;
import io.caseclock.notify.notice.evidence.EvidenceInMemory;
import io.caseclock.notify.notice.issue.CaseOwnership;
import io.caseclock.notify.notice.issue.CaseUnits;
import io.caseclock.notify.notice.issue.FaultFactory;
import io.caseclock.notify.notice.issue.IssueNotice;
import io.caseclock.notify.notice.issue.IssueSupervisionOrder;
import io.caseclock.notify.notice.issue.IssuingUnits;
import io.caseclock.notify.notice.issue.KnownFaultsInMemory;
import io.caseclock.notify.notice.issue.RecordFinding;
import io.caseclock.notify.notice.step.NoticeSteps;
import io.caseclock.notify.notice.step.TakeStep;
import io.caseclock.notify.routing.KnownPeople;
import io.caseclock.notify.routing.NoOverrides;
import io.caseclock.notify.routing.Routing;
import io.caseclock.pack.Policy;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The use cases of notices over memory, in a fictional sub-bureau D01 with the stations D0102 and
 * D0103: officers O1 and O2 and legal officer L1 at D0102, officer O3 at D0103, legal officer L9
 * and supervisor S1 at D01.
 */
public final class NoticeOffice {

  public static final Instant NOW = Instant.parse("2026-03-13T04:00:00Z");
  public static final LocalDate TODAY = LocalDate.parse("2026-03-13");
  public static final Caller O1 = caller("O1", "D0102", Role.OFFICER);
  public static final Caller O2 = caller("O2", "D0102", Role.OFFICER);
  public static final Caller L1 = caller("L1", "D0102", Role.LEGAL_OFFICER);
  public static final Caller L3 = caller("L3", "D0103", Role.LEGAL_OFFICER);
  public static final Caller L9 = caller("L9", "D01", Role.LEGAL_OFFICER);
  public static final Caller S1 = caller("S1", "D01", Role.SUPERVISOR);

  /** Bytes of one file, and of all files of a notice. */
  public static final int LARGEST = 100;

  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

  public final KnownPeople people =
      new KnownPeople()
          .unit("D01", null, "sub-bureau")
          .unit("D0102", "D01", "station")
          .unit("D0103", "D01", "station")
          .officer("O1", "D0102", "officer")
          .officer("O2", "D0102", "officer")
          .officer("L1", "D0102", "legal-officer")
          .officer("O3", "D0103", "officer")
          .officer("L9", "D01", "legal-officer")
          .officer("S1", "D01", "supervisor");
  public final NoticesInMemory notices = new NoticesInMemory(people);
  public final RecordedNotifications notified = new RecordedNotifications();
  public final DocumentsInMemory documents = new DocumentsInMemory();
  public final EvidenceInMemory evidence = new EvidenceInMemory();

  /** Until which day the escalation of a deadline is paused. */
  public final Map<String, LocalDate> paused = new HashMap<>();

  /** Units whose deadlines were told of, by case. */
  public final Map<String, Set<String>> cases = new HashMap<>();

  private final NoticeSettings settings =
      new NoticeSettings(
          ZONE,
          "{unitName}整改〔{year}〕{number}号",
          "{unitName}督办〔{year}〕{number}号",
          30,
          LARGEST,
          2 * LARGEST);
  private final NoticeMessages messages = new NoticeMessages(new MessageTexts(ZONE));
  private final Recipients recipients = new Recipients(new RoleHolders(people));
  public final FaultFactory faults = new FaultFactory(messages);
  private final CaseOwnership ownership =
      new CaseOwnership(new CasesInMemory(), people, HiddenCases.NONE);

  public final KnownFaultsInMemory known = new KnownFaultsInMemory(faults);
  public final DraftsInMemory drafts = new DraftsInMemory(people);

  /** By the policy that holds where nobody has said any. */
  private final IssuingUnits issuers =
      new IssuingUnits(
          new Routing(Policy.BUILT_IN, new NoOverrides(), people), new SupervisingUnits(people));

  public final IssueNotice issueNotice =
      new IssueNotice(
          notices,
          documents,
          (notice, content) -> new IssuedDocuments(document("{}"), document("<p/>")),
          people,
          recipients,
          notified,
          messages,
          settings,
          issuers);
  public final NoticeSteps steps =
      new NoticeSteps(
          notices,
          recipients,
          notified,
          messages,
          evidence,
          (deadlineId, by, until, text, now) -> paused.put(deadlineId, until));
  public final TakeStep takeStep =
      new TakeStep(notices, steps, people, settings, new StandIns(people));
  public final IssueSupervisionOrder supervise =
      new IssueSupervisionOrder(notices, issueNotice, steps, people);
  public final RecordFinding recordFinding =
      new RecordFinding(people, notices, issueNotice, ownership, issuers);
  public final WriteNotice write =
      new WriteNotice(drafts, known, notices, issueNotice, people, ownership, issuers);
  public final AddEvidence addEvidence =
      new AddEvidence(
          notices, evidence, settings, (type, content) -> content[0] != 'X', new StandIns(people));

  public static StoredDocument document(String text) {
    return StoredDocument.of(text.getBytes(UTF_8));
  }

  /** What was done; fails where it was refused. */
  public static <T> T done(Outcome<T> outcome) {
    return outcome.orElseThrow(refused -> new IllegalStateException(refused.why().name()));
  }

  public static Caller caller(String officer, String unit, Role... roles) {
    return new Caller("account-" + officer, Set.of(roles), unit, officer);
  }

  /** The notice for a breach of the deadline, for which O1 of D0102 is responsible. */
  public Notice issuedFor(String deadlineId) {
    return issuedFor(Office.breachOf(deadlineId));
  }

  public Notice issuedFor(DeadlineAlarm breach) {
    return issueNotice.issue(faults.of(breach), Actor.SYSTEM, NOW).orElseThrow();
  }

  /** A notice for a finding in a case of the unit. */
  public Notice issuedTo(String unit) {
    var text = new Names("卷内缺页", "A page is missing");
    var fault = new Fault("F-" + unit, unit, null, "A9", "case/A9", "case-file", "示例", text, NOW);
    return issueNotice.issue(fault, Actor.SYSTEM, NOW).orElseThrow();
  }

  public Notice now(Notice notice) {
    return notices.locked(notice.id()).orElseThrow();
  }

  /** The kinds of the steps taken so far. */
  public List<String> history(Notice notice) {
    var kinds = new ArrayList<String>();
    notices.steps(notice.id()).forEach(step -> kinds.add(step.kind().wire()));
    return kinds;
  }

  public NoticeStep last(Notice notice) {
    return notices.steps(notice.id()).getLast();
  }

  private final class CasesInMemory implements CaseUnits {

    @Override
    public void keep(Set<CaseUnit> told) {
      told.forEach(one -> cases.merge(one.caseId(), Set.of(one.unit()), NoticeOffice::together));
    }

    @Override
    public Set<String> unitsOf(String caseId) {
      return cases.getOrDefault(caseId, Set.of());
    }
  }

  private static Set<String> together(Set<String> some, Set<String> others) {
    Set<String> all = new HashSet<>(some);
    all.addAll(others);
    return all;
  }
}
