package io.caseclock.notify.notice.kafka;

import static io.caseclock.notify.Office.breach;
import static io.caseclock.notify.Office.breachOf;
import static io.caseclock.notify.Office.changed;
import static io.caseclock.notify.Office.consumed;
import static io.caseclock.notify.Office.deadline;
import static io.caseclock.notify.Office.warning;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.caseclock.contract.DeadlineEvent.Change;
import io.caseclock.contract.DeadlineEvent.DeadlineAlarm;
import io.caseclock.contract.DeadlineEvent.Digest;
import io.caseclock.contract.DeadlineEvent.FindingRaised;
import io.caseclock.contract.DeadlineStatus;
import io.caseclock.contract.Names;
import io.caseclock.contract.Subject;
import io.caseclock.jdbc.Sql;
import io.caseclock.notify.Office;
import io.caseclock.notify.Topic;
import io.caseclock.notify.notice.issue.CaseUnits;
import io.caseclock.notify.notice.issue.CaseUnits.CaseUnit;
import io.caseclock.testsupport.InfrastructureResource;
import io.caseclock.wire.WireRecord;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(
    value = InfrastructureResource.class,
    initArgs = @ResourceArg(name = "schema", value = "notification"))
class DeadlineEventsConsumerTest {

  @Inject Office office;
  @Inject CaseUnits units;
  @Inject DataSource database;

  @ConfigProperty(name = "kafka.bootstrap.servers")
  String brokers = "";

  @BeforeEach
  void open() {
    office.open();
  }

  @Test
  void a_warning_reaches_whom_the_policy_names_and_says_until_when() {
    office.hears(warning(deadline("D1", 1, DeadlineStatus.RUNNING, "O1"), "before-P1D"));

    assertThat(told("warning")).containsExactly("L1 legal-officer", "O1 responsible-officer");
    assertThat(office.text("select text_zh from message")).contains("立案审查期限", "2026年3月12日 24:00");
  }

  @Test
  void where_no_known_officer_is_named_the_legal_officers_stand_in() {
    office.hears(warning(deadline("D1", 1, DeadlineStatus.RUNNING, null), "before-P1D"));
    office.hears(warning(deadline("D2", 1, DeadlineStatus.RUNNING, "gone"), "before-P1D"));

    assertThat(told("warning")).containsExactly("L1 no-known-officer", "L1 no-known-officer");
  }

  @Test
  void a_breach_is_told_to_whom_the_policy_of_the_pack_names_first() {
    office.hears(breachOf("D1"));

    assertThat(told("breach")).containsExactly("L1 legal-officer", "O1 responsible-officer");
    assertThat(told("notice")).containsExactly("O1 responsible-officer");
    assertThat(numbers()).containsExactly("示例分局整改〔2026〕1号");
    assertThat(noticeEvents()).containsExactly("notice-issued", "notice-delivered");
  }

  @Test
  void what_history_releases_as_a_digest_is_one_message_a_person_and_no_notice() throws Exception {
    var released =
        IntStream.range(0, 12)
            .<Callable<Integer>>mapToObj(
                n ->
                    () -> {
                      office.hears(released("H" + n, 12), released("H" + n, 12));
                      return n;
                    })
            .toList();
    try (var threads = Executors.newFixedThreadPool(6)) {
      for (var done : threads.invokeAll(released)) {
        done.get();
      }
    }

    office.hears(released("H1", 12));
    assertThat(told("digest")).containsExactly("L1 legal-officer", "O1 responsible-officer");
    assertThat(told("breach")).isEmpty();
    assertThat(numbers()).isEmpty();
    assertThat(office.texts("select id from escalation")).isEmpty();
    assertThat(office.texts("select title_en from message where kind = 'digest'"))
        .allSatisfy(title -> assertThat(title).contains("12 in all"));
  }

  private static DeadlineAlarm released(String id, int alarms) {
    return new DeadlineAlarm(
        id + ":1:breach",
        DeadlineAlarm.BREACH,
        deadline(id, 1, DeadlineStatus.BREACHED, "O1"),
        Instant.parse("2026-03-13T04:00:00Z"),
        Duration.ofDays(900),
        new Digest("R-" + alarms, alarms));
  }

  @Test
  void whose_a_case_is_becomes_known_before_anything_is_late_in_it() {
    office.hears(
        changed(Change.OPENED, deadline("D1", 1, DeadlineStatus.RUNNING, "O1")),
        changed(Change.OPENED, deadline("D2", 1, DeadlineStatus.RUNNING, "O1")));
    office.hears(warning(deadline("D1", 1, DeadlineStatus.RUNNING, "O1"), "before-P3D"));

    var told = deadline("D1", 1, DeadlineStatus.RUNNING, "O1");
    assertThat(office.texts("select case_id || ' ' || unit from case_unit"))
        .containsExactly(told.caseId() + " " + told.unit());
  }

  @Test
  void whose_a_case_is_that_an_older_replica_took_in_is_known_by_its_messages() {
    var told = deadline("D1", 1, DeadlineStatus.RUNNING, "O1");
    office.hears(warning(told, "before-P3D"));
    office.texts("delete from case_unit returning unit");

    assertThat(units.unitsOf(told.caseId())).containsExactly(told.unit());

    units.keep(Set.of(new CaseUnit(told.caseId(), "D02")));
    assertThat(units.unitsOf(told.caseId())).containsExactly("D02");
    assertThat(units.unitsOf("")).isEmpty();
  }

  @Test
  void a_replay_has_no_second_effect() {
    office.hears(breachOf("D1"));
    office.hears(breachOf("D1"), breachOf("D1"));

    assertThat(numbers()).hasSize(1);
    assertThat(told("breach")).hasSize(2);
    assertThat(noticeEvents()).hasSize(2);
  }

  @Test
  void numbers_have_no_gaps_when_many_are_issued_at_once() throws Exception {
    var breaches =
        IntStream.range(0, 40)
            .<Callable<Integer>>mapToObj(
                n ->
                    () -> {
                      office.hears(breachOf("C" + n));
                      return n;
                    })
            .toList();

    try (var threads = Executors.newFixedThreadPool(8)) {
      for (var done : threads.invokeAll(breaches)) {
        done.get();
      }
    }

    assertThat(office.texts("select n.serial::text from notice n order by n.serial"))
        .isEqualTo(IntStream.rangeClosed(1, 40).mapToObj(Integer::toString).toList());
  }

  @Test
  void a_newer_warning_of_a_deadline_supersedes_the_older_one() {
    office.hears(warning(deadline("D1", 1, DeadlineStatus.RUNNING, "O1"), "before-P3D"));
    office.hears(warning(deadline("D2", 1, DeadlineStatus.RUNNING, "O1"), "before-P3D"));
    office.hears(warning(deadline("D1", 1, DeadlineStatus.RUNNING, "O1"), "before-P1D"));

    assertThat(
            office.texts(
                "select deadline_id || ' ' || stage || ' ' || coalesce(superseded_reason, '')"
                    + " from message order by at, id"))
        .containsExactly("D1 before-P3D newer-warning", "D2 before-P3D ", "D1 before-P1D ");
  }

  @Test
  void a_notice_that_proves_wrong_is_withdrawn_by_itself() {
    office.hears(breachOf("D1"));
    office.hears(changed(Change.MET, deadline("D1", 2, DeadlineStatus.MET, "O1")));

    assertThat(states()).containsExactly("withdrawn");
    assertThat(noticeEvents()).endsWith("notice-withdrawn");
    assertThat(told("withdrawn")).containsExactly("O1 responsible-officer");
    assertThat(superseded("notice")).containsExactly("notice-withdrawn");
    assertThat(superseded("breach")).containsOnly("met");
  }

  @Test
  void whoever_was_not_told_of_a_notice_is_not_told_that_it_was_withdrawn() {
    office.receives(
        List.of(
            consumed(breachOf("D1")),
            consumed(changed(Change.MET, deadline("D1", 2, DeadlineStatus.MET, "O1")))));
    office.settle();

    assertThat(states()).containsExactly("withdrawn");
    assertThat(superseded("notice")).containsExactly("notice-withdrawn");
    assertThat(told("withdrawn")).isEmpty();
    assertThat(office.texts("select id from inbox_entry")).isEmpty();
  }

  @Test
  void whoever_signed_for_a_notice_that_no_message_told_of_hears_of_its_withdrawal() {
    office.hears(breachOf("D1"));
    office.texts(
        "update message_recipient r set state = 'dropped', reason = 'undeliverable'"
            + " from message m where m.id = r.message_id and m.kind = 'notice' returning m.id");
    office.texts("update notice set state = 'signed' returning id");
    office.hears(changed(Change.MET, deadline("D1", 2, DeadlineStatus.MET, "O1")));

    assertThat(told("withdrawn")).containsExactly("O1 responsible-officer");
  }

  @Test
  void a_notice_left_unanswered_climbs_to_the_supervisors_above_and_makes_no_notice() {
    office.hears(breachOf("D1"));
    var noticeId = office.text("select id from notice");

    office.hears(
        breach(
            deadline(
                "ND1",
                1,
                DeadlineStatus.BREACHED,
                "O1",
                new Subject("notice", noticeId),
                "notice",
                "escalate")));

    office.escalateNext();

    assertThat(
            office.texts(
                """
                select recipient || ' ' || why from message_recipient join message l on l.id = message_id
                where deadline_id = 'ND1' order by 1
                """))
        .containsExactly("L1 legal-officer", "O1 responsible-officer", "S1 supervisor-above");
    assertThat(numbers()).hasSize(1);
  }

  @Test
  void a_recorded_finding_becomes_a_notice_and_its_words_stay_out_of_the_inbox() {
    office.hears(finding("F1", "recorded"), finding("F2", "contradiction"));

    assertThat(told("finding"))
        .containsExactly(
            "L1 legal-officer", "L1 legal-officer", "S1 supervisor-above", "S1 supervisor-above");
    assertThat(numbers()).hasSize(1);
    assertThat(office.texts("select text_zh from message where id = 'F1'"))
        .noneMatch(text -> text.contains("卷内缺页"));
  }

  @Test
  void a_malformed_record_is_put_aside_and_the_next_one_goes_on() {
    var broken =
        consumed(
            new WireRecord(
                "A1",
                Map.of("type", "deadline-breached", "id", "X"),
                "no json".getBytes(StandardCharsets.UTF_8)));

    office.receives(List.of(broken, consumed(breachOf("D1"))));

    assertThat(numbers()).hasSize(1);
    assertThat(putAside("malformed")).isNotEmpty();
  }

  @Test
  void a_record_that_breaks_the_rules_of_the_table_does_not_stop_its_batch() {
    var poison = deadline("POISON", 1, DeadlineStatus.BREACHED, "O1");
    var sql = new Sql(database);
    sql.update(
        "alter table notice_fault add constraint no_poison"
            + " check (deadline_id is distinct from 'POISON') not valid");
    try {
      office.receives(List.of(consumed(breach(poison)), consumed(breachOf("D1"))));
    } finally {
      sql.update("alter table notice_fault drop constraint no_poison");
    }

    assertThat(numbers()).containsExactly("示例分局整改〔2026〕1号");
    assertThat(putAside("bug")).isNotEmpty();
  }

  @Test
  void the_history_cannot_be_changed() {
    office.hears(breachOf("D1"));

    assertThatThrownBy(() -> office.texts("update notice_step set text = 'x' returning text"))
        .rootCause()
        .hasMessageContaining("never changed");
  }

  private List<ConsumerRecord<byte[], byte[]>> putAside(String reason) {
    return new Topic(brokers, "deadline-events.notification.dead-letter")
        .read(1, consumed -> Topic.header(consumed, "reason").equals(reason));
  }

  @Test
  void a_finding_of_any_length_becomes_a_notice_once() {
    var provision = random(20_000);
    var text = random(240_000);

    office.hears(finding("F1", "recorded", provision, text));
    office.hears(finding("F1", "recorded", provision, text));
    office.hears(finding("F3", "recorded", provision + "x", text));

    assertThat(numbers()).hasSize(2);
    assertThat(office.texts("select rule from notice_fault order by length(rule)"))
        .containsExactly(provision, provision + "x");
  }

  @Test
  void a_name_that_no_index_takes_is_malformed_and_the_next_finding_is_taken() {
    office.hears(
        finding("F".repeat(601), "recorded", "-", "Fault"),
        finding("F1", "recorded", "-", "Fault"));

    assertThat(numbers()).hasSize(1);
    assertThat(
            office.texts(
                "select distinct reason || ' ' || detail from dead_letter where detail like"
                    + " '%600%'"))
        .contains("malformed the header ce_id is longer than 600 characters");
  }

  /** No compression makes it short. */
  private static String random(int length) {
    return new Random(length)
        .ints(length, 'a', 'z' + 1)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  private static FindingRaised finding(String id, String cause) {
    return finding(id, cause, "示例规定 第二条", new Names("卷内缺页", "Pages are missing"));
  }

  private static FindingRaised finding(String id, String cause, String provision, String text) {
    return finding(id, cause, provision, new Names(text, text));
  }

  private static FindingRaised finding(String id, String cause, String provision, Names text) {
    return new FindingRaised(
        id,
        "A1",
        new Subject("case", "A1"),
        "D0102",
        "O1",
        cause,
        "case-file",
        provision,
        text,
        Office.DUE);
  }

  private List<String> told(String kind) {
    return office.texts(
        """
        select recipient || ' ' || why from message_recipient join message l on l.id = message_id
        where kind = ? and channel = 'in-app' and delivery_id in (select id from inbox_entry)
        order by recipient
        """,
        kind);
  }

  private List<String> superseded(String kind) {
    return office.texts("select superseded_reason from message where kind = ?", kind);
  }

  private List<String> numbers() {
    return office.texts("select number from notice order by serial");
  }

  private List<String> states() {
    return office.texts("select state from notice");
  }

  /** What the relay has not yet taken away, and what it has, stands in the history. */
  private List<String> noticeEvents() {
    return office.texts("select 'notice-' || kind from notice_step order by notice_id, seq");
  }
}
