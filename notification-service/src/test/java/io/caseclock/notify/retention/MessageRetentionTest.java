package io.caseclock.notify.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.caseclock.jdbc.Sql;
import io.caseclock.notify.Office;
import io.caseclock.notify.inbox.InboxEntry;
import io.caseclock.notify.inbox.InboxQuery;
import io.caseclock.notify.inbox.jdbc.JdbcInboxes;
import io.caseclock.notify.message.MessageStore;
import io.caseclock.retention.Purge;
import io.caseclock.retention.Purge.PurgedCase;
import io.caseclock.retention.jdbc.JdbcPurge;
import io.caseclock.testsupport.InfrastructureResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Breach M1 of case P1, over since January 2020, which O1 was told of in the inbox and by e-mail.
 * The limit is the first of March 2020.
 */
@QuarkusTest
@WithTestResource(
    value = InfrastructureResource.class,
    initArgs = @ResourceArg(name = "schema", value = "notification"))
class MessageRetentionTest {

  private static final Instant LIMIT = Instant.parse("2020-03-01T00:00:00Z");
  private static final int MANY = 100;
  private static final String LEFT = "The text was deleted, kept long enough.";

  @Inject Office office;
  @Inject DataSource dataSource;
  @Inject Sql sql;
  @Inject MessageStore messages;

  private Purge purge;

  @BeforeEach
  void aCaseAtRest() {
    office.open();
    sql.update("truncate legal_hold, task, task_entry, dead_letter, purged_inbox_entry");
    purge = new JdbcPurge(sql, "purge_messages");
    breach("M1", "P1");
    entry("E1");
    delivery("S1");
    told("M1", "in-app", "E1");
    told("M1", "email", "S1");
  }

  @Test
  void texts_bodies_and_addresses_go_and_their_hashes_stay() {
    assertThat(purge.purge(LIMIT, MANY)).containsExactly(new PurgedCase("P1", 1));

    assertThat(office.texts("select text_en || ' ' || sha256 from message"))
        .containsExactly(LEFT + " " + hash("Text zh\nText en"));
    assertThat(
            office.texts(
                "select encode(body, 'escape') || sha256 from delivery where address is null"))
        .containsExactly(hash("Body"));
    assertThat(purge.purge(LIMIT, MANY)).isEmpty();
  }

  @Test
  void the_inbox_lists_it_no_longer_and_when_it_was_read_stays() {
    assertThat(inbox()).hasSize(1);

    purge.purge(LIMIT, MANY);

    assertThat(inbox()).isEmpty();
    assertThat(
            office.texts(
                "select id || ' ' || person || ' ' || (read_at is not null) from"
                    + " purged_inbox_entry"))
        .containsExactly("E1 O1 true");
  }

  @Test
  void what_is_counted_stays() {
    var counted =
        """
        select string_agg(m.kind || m.rule || m.unit || m.at || m.severity || r.recipient
          || r.channel || r.state || d.attempts || d.delivered_at || f.is_right, ' ')
        from message m
        join message_recipient r on r.message_id = m.id
        join delivery d on d.id = 'S1'
        join feedback f on f.message_id = m.id
        """;
    sql.update(
        """
        insert into feedback (message_id, person, seq, is_right, text, at)
        values ('M1', 'O1', 1, true, '', '2020-01-02Z') on conflict do nothing
        """);
    var before = office.text(counted);

    purge.purge(LIMIT, MANY);

    assertThat(before).contains("breach", "email");
    assertThat(office.text(counted)).isEqualTo(before);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "insert into legal_hold (case_id, reason, placed_by, placed_at) values ('P1', 'x', 'x',"
            + " '2020-01-01Z')",
        "update message set at = '2020-03-01Z'",
        "update message set superseded_at = null",
        "update message set superseded_at = '2020-03-01Z'",
        "update message_recipient set state = 'waiting' where channel = 'email'",
        "update delivery set next_attempt_at = '2020-01-01Z'",
        "insert into known_fault (id, unit, case_id, type, event, noted_at)"
            + " values ('F', 'D0102', 'P1', 'x', '', '2020-01-01Z')",
      })
  void a_case_that_is_held_open_or_not_long_enough_at_rest_keeps_its_texts(String change) {
    sql.update(change);

    assertThat(purge.purge(LIMIT, MANY)).isEmpty();
    assertThat(texts()).containsExactly("Text en");
    assertThat(inbox()).hasSize(1);
  }

  @Test
  void what_tells_of_several_cases_goes_with_the_last_of_them() {
    breach("M2", "P2");
    told("M2", "in-app", "E1");
    told("M2", "email", "S1");
    hold("P2");

    assertThat(purge.purge(LIMIT, MANY)).containsExactly(new PurgedCase("P1", 1));

    assertThat(texts()).containsExactly(LEFT, "Text en");
    assertThat(inbox()).hasSize(1);
    assertThat(office.text("select encode(body, 'escape') from delivery")).isEqualTo("Body");

    release();
    assertThat(purge.purge(LIMIT, MANY)).containsExactly(new PurgedCase("P2", 1));
    assertThat(inbox()).isEmpty();
    assertThat(office.text("select encode(body, 'escape') from delivery")).isEmpty();
  }

  @Test
  void a_message_about_a_notice_waits_for_all_cases_of_the_notice() {
    sql.update(
        """
        insert into notice (id, kind, unit, year, serial, number, case_id, subject, element, rule,
          name_zh, name_en, severity, issued_at, state, version, document, sha256)
        values ('N1', 'rectification', 'D0102', 2020, 1, 'N1', 'P1', 'x', 'x', 'x', 'x', 'x',
          'minor', '2020-01-01Z', 'closed', 1, '', '')
        """);
    sql.update(
        """
        insert into notice_fault (notice_id, seq, case_id, subject, element, rule, name_zh,
          name_en, severity, open)
        values ('N1', 1, 'P2', 'x', 'x', 'x', 'x', 'x', 'minor', false)
        """);
    sql.update("update message set notice_id = 'N1'");
    hold("P2");

    assertThat(purge.purge(LIMIT, MANY)).isEmpty();

    release();
    assertThat(purge.purge(LIMIT, MANY)).containsExactly(new PurgedCase("P1", 1));
  }

  @Test
  void a_digest_of_old_breaches_stays_while_any_case_is_held() {
    sql.update("update message set kind = 'digest'");
    hold("P9");

    assertThat(purge.purge(LIMIT, MANY)).isEmpty();

    release();
    assertThat(purge.purge(LIMIT, MANY)).hasSize(1);
  }

  @Test
  void a_delivery_that_was_sent_another_way_goes_by_its_own_case_and_age() {
    sql.update("delete from message_recipient");
    hold("P1");
    assertThat(purge.purge(LIMIT, MANY)).isEmpty();

    sql.update("update delivery set case_id = null");
    assertThat(purge.purge(LIMIT, MANY)).isEmpty();

    release();
    assertThat(purge.purge(LIMIT, MANY))
        .containsExactly(new PurgedCase("", 1), new PurgedCase("P1", 1));
    assertThat(office.text("select encode(body, 'escape') from delivery")).isEmpty();
  }

  @Test
  void a_test_of_a_channel_goes_by_its_age_alone() {
    sql.update("delete from message_recipient");
    sql.update("delete from message");
    sql.update("update delivery set kind = 'test', case_id = null");
    hold("P1");

    assertThat(purge.purge(LIMIT, MANY)).containsExactly(new PurgedCase("", 1));
    assertThat(purge.purge(LIMIT, MANY)).isEmpty();
  }

  @Test
  void a_batch_takes_the_oldest_first() {
    breach("M0", "P0");
    sql.update("update message set at = '2019-01-01Z' where id = 'M0'");

    assertThat(purge.purge(LIMIT, 1)).containsExactly(new PurgedCase("P0", 1));
    assertThat(purge.purge(LIMIT, 1)).containsExactly(new PurgedCase("P1", 1));
  }

  @Test
  void nothing_of_the_last_half_year_goes_whatever_is_asked() {
    assertThatThrownBy(
            () -> office.texts("select * from purge_messages(now() - interval '183 days', 10)"))
        .hasMessageContaining("184 days");
  }

  @Test
  void a_text_goes_by_no_other_way_and_does_not_come_back() {
    assertThatThrownBy(() -> sql.update("update message set text_en = 'x'"))
        .hasMessageContaining("never changed");
    assertThatThrownBy(() -> sql.update("update delivery set body = 'x'"))
        .hasMessageContaining("never changed");
    purge.purge(LIMIT, MANY);
    assertThatThrownBy(() -> sql.update("update message set purged_at = null"))
        .hasMessageContaining("never changed");
    assertThatThrownBy(() -> sql.update("delete from purged_inbox_entry"))
        .hasMessageContaining("never changed");
  }

  @Test
  void a_message_that_somebody_works_on_is_left_to_the_next_time() throws SQLException {
    try (var working = dataSource.getConnection()) {
      working.setAutoCommit(false);
      try (var statement = working.createStatement()) {
        statement.execute("select 1 from message for update");

        assertThat(purge.purge(LIMIT, MANY)).isEmpty();
      } finally {
        working.rollback();
      }
    }
    assertThat(purge.purge(LIMIT, MANY)).hasSize(1);
  }

  @Test
  void a_hold_is_not_answered_while_texts_go() throws SQLException {
    try (var deleting = dataSource.getConnection();
        var holding = dataSource.getConnection()) {
      deleting.setAutoCommit(false);
      holding.setAutoCommit(false);
      try (var purging = deleting.createStatement();
          var placing = holding.createStatement()) {
        purging.execute("select * from purge_messages('2020-03-01Z', 10)");
        placing.execute("set local lock_timeout = '1ms'");

        assertThatThrownBy(
                () ->
                    placing.execute(
                        "insert into legal_hold (case_id, reason, placed_by, placed_at)"
                            + " values ('P1', 'x', 'x', '2020-01-01Z')"))
            .isInstanceOfSatisfying(
                SQLException.class,
                refused -> assertThat(refused.getSQLState()).isEqualTo("55P03"));
      } finally {
        holding.rollback();
        deleting.rollback();
      }
    }
    assertThat(texts()).containsExactly("Text en");
  }

  private List<InboxEntry> inbox() {
    return new JdbcInboxes(sql, messages)
        .page(new InboxQuery("O1", false, OptionalLong.empty(), 10));
  }

  private List<String> texts() {
    return office.texts("select text_en from message order by id");
  }

  private String hash(String text) {
    return office.text("select encode(sha256(convert_to(?, 'UTF8')), 'hex')", text);
  }

  private void hold(String caseId) {
    sql.update(
        """
        insert into legal_hold (case_id, reason, placed_by, placed_at)
        values (?, 'x', 'x', '2020-01-01Z')
        """,
        caseId);
  }

  private void release() {
    sql.update(
        """
        update legal_hold set release_reason = 'x', released_by = 'x', released_at = '2026-01-01Z'
        where released_at is null
        """);
  }

  private void breach(String id, String caseId) {
    sql.update(
        """
        insert into message (id, kind, unit, deadline_id, case_id, subject, rule, title_zh,
          title_en, text_zh, text_en, severity, at, superseded_at, superseded_reason)
        values (?, 'breach', 'D0102', 'D', ?, 'x', 'x', 'x', 'x', 'Text zh', 'Text en', 'minor',
          '2020-01-01Z', '2020-01-01Z', 'met-late')
        """,
        id,
        caseId);
  }

  private void entry(String id) {
    sql.update(
        """
        insert into inbox_entry (id, person, kind, level, messages, created_at, read_at)
        values (?, 'O1', 'breach', 'statutory', 1, '2020-01-01Z', '2020-01-02Z')
        """,
        id);
  }

  private void delivery(String id) {
    sql.update(
        """
        insert into delivery (id, channel, recipient, is_personal, address, unit, kind, level,
          count, message_id, case_id, body, queued_at, attempts, delivered_at)
        values (?, 'email', 'O1', true, 'o1@example.org', 'D0102', 'breach', 'statutory', 1, 'M1',
          'P1', 'Body', '2020-01-01Z', 1, '2020-01-01Z')
        """,
        id);
  }

  private void told(String message, String channel, String delivery) {
    sql.update(
        """
        insert into message_recipient (message_id, recipient, channel, unit, why, critical, digest,
          fallback, queued_at, state, reason, delivery_id)
        values (?, 'O1', ?, 'D0102', 'responsible-officer', true, false, '{}', '2020-01-01Z', 'sent',
          'sent', ?)
        """,
        message,
        channel,
        delivery);
  }
}
