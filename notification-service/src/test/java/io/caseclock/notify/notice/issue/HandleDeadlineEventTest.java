package io.caseclock.notify.notice.issue;

import static io.caseclock.notify.Office.breach;
import static io.caseclock.notify.Office.breachOf;
import static io.caseclock.notify.Office.changed;
import static io.caseclock.notify.Office.deadline;
import static io.caseclock.notify.Office.risk;
import static io.caseclock.notify.Office.warning;
import static io.caseclock.notify.notice.NoticeOffice.NOW;
import static io.caseclock.notify.notice.NoticeOffice.S1;
import static org.assertj.core.api.Assertions.assertThat;

import io.caseclock.batch.BatchCache;
import io.caseclock.contract.DeadlineEvent;
import io.caseclock.contract.DeadlineEvent.Change;
import io.caseclock.contract.DeadlineEvent.DeadlineAlarm;
import io.caseclock.contract.DeadlineEvent.Digest;
import io.caseclock.contract.DeadlineEvent.FindingRaised;
import io.caseclock.contract.DeadlineSnapshot;
import io.caseclock.contract.DeadlineStatus;
import io.caseclock.contract.Names;
import io.caseclock.contract.Subject;
import io.caseclock.notify.channel.Channels;
import io.caseclock.notify.escalation.Escalate;
import io.caseclock.notify.escalation.Escalation;
import io.caseclock.notify.escalation.EscalationState.Acknowledged;
import io.caseclock.notify.escalation.EscalationState.Ended;
import io.caseclock.notify.escalation.EscalationsInMemory;
import io.caseclock.notify.escalation.Plans;
import io.caseclock.notify.history.DigestMessages;
import io.caseclock.notify.history.DigestsInMemory;
import io.caseclock.notify.history.TellDigest;
import io.caseclock.notify.message.MessageTexts;
import io.caseclock.notify.message.RoleHolders;
import io.caseclock.notify.message.Superseded;
import io.caseclock.notify.notice.NoticeMessages;
import io.caseclock.notify.notice.NoticeOffice;
import io.caseclock.notify.notice.step.Action;
import io.caseclock.notify.notice.step.Command;
import io.caseclock.notify.pipeline.ContactGapMessages;
import io.caseclock.notify.pipeline.GroupWindow;
import io.caseclock.notify.pipeline.Notifier;
import io.caseclock.notify.pipeline.RecordedMessages;
import io.caseclock.notify.routing.NoOverrides;
import io.caseclock.notify.routing.RecipientResolver;
import io.caseclock.notify.routing.Routing;
import io.caseclock.pack.Match;
import io.caseclock.pack.Route;
import io.caseclock.pack.Step;
import io.caseclock.time.OfficeHours;
import io.caseclock.time.WorkingCalendar;
import io.caseclock.time.WorkingTime;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class HandleDeadlineEventTest {

  private static final WorkingTime OFFICE =
      new WorkingTime(
          new WorkingCalendar("none", List.of()), ZoneId.of("Asia/Shanghai"), OfficeHours.USUAL);

  private static final Route ROUTE =
      new Route(
          "pack",
          Match.EVERYTHING,
          false,
          false,
          List.of(new Step(Duration.ZERO, List.of("officer"), List.of())),
          null,
          Duration.ofDays(7));

  /** Rights of the list "rights" are told of when they have lapsed. */
  private static final Route LAPSES =
      new Route(
          "lapses",
          new Match(Set.of("lapse"), Set.of(), Set.of("rights"), Set.of()),
          false,
          false,
          List.of(new Step(Duration.ZERO, List.of("legal-officer"), List.of())),
          null,
          Duration.ofDays(7));

  private final NoticeOffice office = new NoticeOffice();
  private final RecordedMessages messages = new RecordedMessages();
  private final EscalationsInMemory escalations = new EscalationsInMemory();
  private final TellDigest digests;
  private final HandleDeadlineEvent handler;

  HandleDeadlineEventTest() {
    var texts = new MessageTexts(ZoneId.of("Asia/Shanghai"));
    var holders = new RoleHolders(office.people);
    var channels = new Channels(List.of(), List.of(), id -> false);
    var notifier =
        new Notifier(
            messages,
            new Routing(List.of(LAPSES, ROUTE), new NoOverrides(), office.people),
            new RecipientResolver(holders, office.people, channels),
            channels,
            office.people,
            new GroupWindow(Duration.ZERO, Duration.ZERO),
            new ContactGapMessages(texts, holders));
    digests = new TellDigest(new DigestsInMemory(), notifier, new DigestMessages(texts));
    handler =
        new HandleDeadlineEvent(
            office.notices,
            office.issueNotice,
            office.takeStep,
            notifier,
            new Escalate(
                escalations,
                notifier,
                messages,
                new NoPlans(),
                texts,
                about -> OFFICE,
                new BatchCache()),
            new NoticeMessages(texts),
            texts,
            office.faults,
            digests);
  }

  @Test
  void a_warning_is_told_and_replaces_the_one_before() {
    hears(warning(running("D1", 1), "before-P3D"));
    hears(warning(running("D1", 1), "before-P1D"));

    assertThat(messages.log())
        .containsExactly(
            "D1 superseded: newer-warning",
            "D1:1:before-P3D to O1 by in-app",
            "D1 superseded: newer-warning",
            "D1:1:before-P1D to O1 by in-app");
    assertThat(escalations.openOf("D1")).isEmpty();
  }

  @Test
  void a_prediction_takes_no_warning_back_and_a_warning_takes_it_back() {
    hears(warning(running("D1", 1), "before-P5D"));
    hears(risk(running("D1", 1)));
    hears(warning(running("D1", 1), "before-P1D"));

    assertThat(messages.log())
        .containsExactly(
            "D1 superseded: newer-warning",
            "D1:1:before-P5D to O1 by in-app",
            "D1:1:risk-high to O1 by in-app",
            "D1 superseded: newer-warning",
            "D1:1:before-P1D to O1 by in-app");
    assertThat(escalations.openOf("D1")).isEmpty();
  }

  @Test
  void a_breach_takes_a_prediction_back() {
    hears(risk(running("D1", 1)));
    hears(breachOf("D1"));

    assertThat(messages.log())
        .containsExactly(
            "D1:1:risk-high to O1 by in-app",
            "D1 superseded: breached",
            "D1:1:breach to O1 by in-app");
  }

  @Test
  void a_breach_replaces_warnings_opens_an_escalation_and_issues_a_notice() {
    hears(breachOf("D1"));

    assertThat(messages.log())
        .containsExactly("D1 superseded: breached", "D1:1:breach to O1 by in-app");
    assertThat(escalations.openOf("D1")).map(Escalation::unit).contains("D0102");
    assertThat(state("D1")).contains("delivered");
  }

  @Test
  void a_moved_deadline_replaces_what_was_told_and_takes_its_notice_back() {
    hears(breachOf("D1"));
    hears(changed(Change.MOVED, running("D1", 2)));

    assertThat(messages.log()).endsWith("D1 superseded: moved");
    assertThat(escalations.openOf("D1")).isEmpty();
    assertThat(office.notices.openOf("D1")).isEmpty();
  }

  @Test
  void a_deadline_breached_again_after_a_withdrawal_gets_a_new_notice() {
    hears(breachOf("D1"));
    hears(changed(Change.MOVED, running("D1", 2)));
    hears(breach(deadline("D1", 2, DeadlineStatus.BREACHED, "O1")));

    assertThat(office.notices.openOf("D1")).map(one -> one.serial().serial()).contains(2);
  }

  @Test
  void an_open_notice_of_a_deadline_gets_no_companion() {
    hears(breachOf("D1"));
    hears(breach(deadline("D1", 2, DeadlineStatus.BREACHED, "O1")));

    assertThat(office.notices.openOf("D1")).map(one -> one.revision()).contains(1);
  }

  @Test
  void late_work_ends_the_escalation_and_keeps_the_notice() {
    hears(breachOf("D1"));
    hears(changed(Change.MET_LATE, deadline("D1", 2, DeadlineStatus.MET_LATE, "O1")));

    assertThat(messages.log()).endsWith("D1 superseded: met-late");
    assertThat(escalations.locked("D1:1:breach"))
        .map(Escalation::state)
        .get()
        .isInstanceOf(Ended.class);
    assertThat(state("D1")).contains("delivered");
  }

  @Test
  void an_unanswered_notice_escalates_and_makes_no_notice() {
    hears(breachOf("D1"));
    var notice = office.notices.openOf("D1").orElseThrow();

    hears(breach(ofNotice("ND1", notice.id())));

    assertThat(escalations.openOf("ND1")).isPresent();
    assertThat(messages.byId("ND1:1:breach"))
        .map(message -> message.title().zh())
        .get()
        .asString()
        .contains(notice.number());
    assertThat(office.notices.openOf("ND1")).isEmpty();
  }

  @Test
  void the_deadline_of_a_finished_notice_bothers_nobody() {
    hears(breachOf("D1"));
    var notice = office.notices.openOf("D1").orElseThrow();
    var withdraw = Command.of(Action.WITHDRAW, "录入错误");
    office.takeStep.take(notice.id(), S1, withdraw, null, NOW);

    hears(breach(ofNotice("ND1", notice.id())));

    assertThat(messages.byId("ND1:1:breach")).isEmpty();
  }

  @Test
  void only_a_recorded_finding_becomes_a_notice_and_its_words_stay_out_of_the_message() {
    hears(finding("F1", "recorded"));
    hears(finding("F2", "contradiction"));

    assertThat(office.notices.openOfFinding("D0102", "A1", "示例规定 第二条", "卷内缺页")).isPresent();
    assertThat(office.issuedFor("D1").serial().serial()).isEqualTo(2);
    assertThat(messages.byId("F1").orElseThrow().text().zh()).doesNotContain("卷内缺页");
    assertThat(messages.byId("F2").orElseThrow().text().zh()).contains("卷内缺页");
  }

  @Test
  void a_digest_is_one_message_a_person_once_all_are_there_and_nothing_more() {
    hears(released("D1", 3));
    hears(released("D2", 3));
    assertThat(messages.log()).isEmpty();

    hears(released("D3", 3));

    assertThat(messages.log()).containsExactly("digest:R1:O1 to O1 by in-app");
    assertThat(messages.byId("digest:R1:O1").orElseThrow().title().en()).contains("3 in all");
    for (var deadline : List.of("D1", "D2", "D3")) {
      assertThat(escalations.openOf(deadline)).isEmpty();
      assertThat(office.notices.openOf(deadline)).isEmpty();
    }
  }

  @Test
  void a_digest_that_lost_a_breach_on_the_way_is_told_after_a_while() {
    hears(released("D1", 2));

    assertThat(digests.tellStalled(10, NOW.plus(Duration.ofMinutes(10)))).isZero();
    assertThat(messages.log()).isEmpty();

    assertThat(digests.tellStalled(10, NOW.plus(Duration.ofMinutes(10)).plusNanos(1))).isOne();
    assertThat(messages.log()).containsExactly("digest:R1:O1 to O1 by in-app");
    assertThat(digests.tellStalled(10, NOW.plus(Duration.ofDays(1)))).isZero();
  }

  @Test
  void what_is_only_recorded_is_told_to_nobody() {
    hears(breach(ofPolicy("D1", DeadlineStatus.BREACHED, "record", "case-closing")));
    hears(warning(ofPolicy("D2", DeadlineStatus.RUNNING, "record", "case-closing"), "before-P1D"));

    assertThat(messages.log()).isEmpty();
    assertThat(escalations.openOf("D1")).isEmpty();
    assertThat(state("D1")).isEmpty();
  }

  @Test
  void a_right_that_lapses_is_told_where_a_route_names_it_and_is_no_breach() {
    hears(changed(Change.LAPSED, ofPolicy("D1", DeadlineStatus.LAPSED, "lapse", "rights")));

    assertThat(messages.log())
        .containsExactly("D1 superseded: lapsed", "D1:1:LAPSED to L1 by in-app");
    assertThat(escalations.openOf("D1")).isEmpty();
    assertThat(state("D1")).isEmpty();
  }

  @Test
  void a_right_that_lapses_is_told_to_nobody_else() {
    hears(changed(Change.LAPSED, ofPolicy("D1", DeadlineStatus.LAPSED, "lapse", "case-closing")));
    hears(breach(ofPolicy("D2", DeadlineStatus.BREACHED, "lapse", "rights")));

    assertThat(messages.log()).containsExactly("D1 superseded: lapsed");
    assertThat(escalations.openOf("D2")).isEmpty();
  }

  @Test
  void a_right_that_lapsed_long_ago_is_history() {
    var lapsed = ofPolicy("D1", DeadlineStatus.LAPSED, "lapse", "rights", NOW);

    hears(changed(Change.LAPSED, lapsed));

    assertThat(messages.log()).containsExactly("D1 superseded: lapsed");
  }

  @Test
  void a_breach_that_turns_out_to_be_the_lapse_of_a_right_loses_its_notice() {
    hears(breachOf("D1"));

    hears(changed(Change.LAPSED, ofPolicy("D1", DeadlineStatus.LAPSED, "lapse", "case-closing")));

    assertThat(state("D1")).isEmpty();
    assertThat(escalations.openOf("D1")).isEmpty();
  }

  @Test
  void a_period_that_was_cut_short_is_a_fault_with_a_notice() {
    var cutShort = deadline("D1", 1, DeadlineStatus.CUT_SHORT, "O1");
    hears(changed(Change.CUT_SHORT, cutShort));
    hears(breach(cutShort));

    assertThat(messages.log())
        .containsExactly(
            "D1 superseded: cut-short", "D1 superseded: breached", "D1:1:breach to O1 by in-app");
    assertThat(state("D1")).contains("delivered");
  }

  private static DeadlineSnapshot ofPolicy(
      String id, DeadlineStatus status, String breachPolicy, String list) {
    return ofPolicy(id, status, breachPolicy, list, null);
  }

  private static DeadlineSnapshot ofPolicy(
      String id,
      DeadlineStatus status,
      String breachPolicy,
      String list,
      @Nullable Instant historyUntil) {
    var one = deadline(id, 1, status, "O1");
    return new DeadlineSnapshot(
        id,
        one.caseId(),
        one.subject(),
        one.rule(),
        one.ruleVersion(),
        one.names(),
        one.element(),
        one.unit(),
        one.officer(),
        one.statutory(),
        one.severity(),
        list,
        breachPolicy,
        status,
        one.startedAt(),
        one.dueAt(),
        one.dueOn(),
        one.zone(),
        one.provisional(),
        one.revision(),
        one.source(),
        historyUntil,
        one.basis(),
        one.trace());
  }

  private static DeadlineEvent released(String id, int alarms) {
    var deadline = deadline(id, 1, DeadlineStatus.BREACHED, "O1");
    return new DeadlineAlarm(
        id + ":1:breach",
        DeadlineAlarm.BREACH,
        deadline,
        NOW,
        Duration.ofDays(900),
        new Digest("R1", alarms));
  }

  private void hears(DeadlineEvent event) {
    handler.apply(event, NOW);
  }

  private Optional<String> state(String deadlineId) {
    return office.notices.openOf(deadlineId).map(notice -> notice.state().wire());
  }

  private static DeadlineSnapshot running(String id, int revision) {
    return deadline(id, revision, DeadlineStatus.RUNNING, "O1");
  }

  private static DeadlineSnapshot ofNotice(String id, String noticeId) {
    var subject = new Subject("notice", noticeId);
    return deadline(id, 1, DeadlineStatus.BREACHED, "O1", subject, "notice", "escalate");
  }

  private static FindingRaised finding(String id, String cause) {
    return new FindingRaised(
        id,
        "A1",
        new Subject("case", "A1"),
        "D0102",
        "O1",
        cause,
        "case-file",
        "示例规定 第二条",
        new Names("卷内缺页", "Pages are missing"),
        NOW);
  }

  private static final class NoPlans implements Plans {
    @Override
    public void made(Escalation escalation, Acknowledged plan) {
      throw new UnsupportedOperationException("nobody plans here");
    }

    @Override
    public void over(Escalation escalation, Acknowledged plan, Superseded why, Instant at) {
      throw new UnsupportedOperationException("nobody plans here");
    }
  }
}
