package io.caseclock.bench.delivery;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;

/** What the service wrote down, read from its tables after the load. */
final class Ledger {

  private static final int AT_ONCE = 10_000;

  private final DataSource database;

  Ledger(DataSource database) {
    this.database = database;
  }

  /** How far the service has come. */
  record Progress(long messages, long waiting, long unsent) {
    boolean isDone(int warnings) {
      return messages >= warnings && waiting == 0 && unsent == 0;
    }
  }

  Progress progress() {
    return new Progress(
        count("select count(*) from notification.message where kind = 'warning'"),
        count("select count(*) from notification.message_recipient where state = 'waiting'"),
        count("select count(*) from notification.delivery where next_attempt_at is not null"));
  }

  long people() {
    return count("select count(*) from notification.officer_post");
  }

  /** How long half of the mails, 99 in 100, and the last one took from the queue to the server. */
  List<Long> millisUnderWay() {
    return rows(
        """
        select unnest(percentile_disc(array[0.5, 0.99, 1.0]) within group (
          order by (extract(epoch from delivered_at - queued_at) * 1000)::bigint))
        from notification.delivery where channel = 'email' and delivered_at is not null
        """,
        row -> row.getLong(1));
  }

  long count(String query) {
    return rows(query, row -> row.getLong(1)).getFirst();
  }

  /**
   * Returns what is wrong, one line a mistake; empty where each message reached each person once.
   */
  List<String> mistakes(Load load, Map<String, MailServer.Arrived> mails, String domain) {
    List<String> mistakes = new ArrayList<>();
    for (var channel : List.of("in-app", "email")) {
      mistakes.addAll(addressed(load, channel));
    }
    mistakes.addAll(inboxes());
    mistakes.addAll(mails(mails, domain));
    return mistakes;
  }

  /** Each message is in one message for each person whom the policy names, and for nobody else. */
  private List<String> addressed(Load load, String channel) {
    Set<String> expected = new HashSet<>();
    for (var number = 0; number < load.warnings(); number++) {
      expected.addAll(load.told(number));
    }
    var wanted = expected.size();
    List<String> unexpected = new ArrayList<>();
    rows(
        "select message_id || ' ' || recipient from notification.message_recipient where channel = '%s'"
                .formatted(channel)
            + " and state = 'sent' and delivery_id is not null",
        row -> {
          if (!expected.remove(row.getString(1))) {
            unexpected.add(row.getString(1));
          }
          return 0;
        });
    List<String> mistakes = new ArrayList<>();
    if (!expected.isEmpty()) {
      mistakes.add(
          "%s: %d of %d not told, such as %s"
              .formatted(channel, expected.size(), wanted, expected.iterator().next()));
    }
    if (!unexpected.isEmpty()) {
      mistakes.add(
          "%s: %d told for no reason, such as %s"
              .formatted(channel, unexpected.size(), unexpected.getFirst()));
    }
    return mistakes;
  }

  /**
   * Each message of the inbox holds just the messages that went out with it, and none is missing.
   */
  private List<String> inboxes() {
    return mistakes(
        "inbox",
        """
        select coalesce(m.id, a.delivery_id) from notification.inbox_entry m
        full join (select delivery_id, min(recipient) as one, max(recipient) as other,
            count(*) as messages
          from notification.message_recipient where channel = 'in-app' group by delivery_id) a
          on a.delivery_id = m.id
        where m.id is null or a.delivery_id is null or a.messages <> m.messages
          or a.one <> m.person or a.other <> m.person
        """);
  }

  /** Each message arrived once, at its person, and no mail arrived that holds no message. */
  private List<String> mails(Map<String, MailServer.Arrived> mails, String domain) {
    Map<String, String> expected = new HashMap<>();
    rows(
        """
        select distinct delivery_id, recipient from notification.message_recipient where channel = 'email'
        """,
        row -> expected.put(messageId(row.getString(1), domain), Load.address(row.getString(2))));
    List<String> mistakes = new ArrayList<>();
    var lost = expected.keySet().stream().filter(id -> !mails.containsKey(id)).count();
    var doubled = mails.values().stream().filter(mail -> mail.times() > 1).count();
    var strange = mails.keySet().stream().filter(id -> !expected.containsKey(id)).count();
    var astray =
        mails.entrySet().stream()
            .filter(mail -> !mail.getValue().to().equals(expected.get(mail.getKey())))
            .count();
    if (lost + doubled + strange + astray > 0) {
      mistakes.add(
          "email: %d lost, %d doubled, %d that hold nothing, %d at somebody else"
              .formatted(lost, doubled, strange, astray));
    }
    mistakes.addAll(
        mistakes(
            "delivery",
            """
            select id from notification.delivery
            where delivered_at is null and taken_back_at is null or given_up_at is not null
            """));
    return mistakes;
  }

  private List<String> mistakes(String what, String query) {
    var wrong = rows(query, row -> row.getString(1));
    return wrong.isEmpty()
        ? List.of()
        : List.of("%s: %d wrong, such as %s".formatted(what, wrong.size(), wrong.getFirst()));
  }

  private static String messageId(String delivery, String domain) {
    var name = UUID.nameUUIDFromBytes(delivery.getBytes(StandardCharsets.UTF_8));
    return "<" + name + "@" + domain + ">";
  }

  private interface Read<T> {
    T read(ResultSet row) throws SQLException;
  }

  private <T> List<T> rows(String query, Read<T> read) {
    try (var connection = database.getConnection()) {
      return rows(connection, query, read);
    } catch (SQLException e) {
      throw new IllegalStateException(query, e);
    }
  }

  private static <T> List<T> rows(Connection connection, String query, Read<T> read)
      throws SQLException {
    connection.setAutoCommit(false); // so that the rows come in portions
    try (var statement = connection.prepareStatement(query)) {
      statement.setFetchSize(AT_ONCE);
      try (var found = statement.executeQuery()) {
        List<T> rows = new ArrayList<>();
        while (found.next()) {
          rows.add(read.read(found));
        }
        return rows;
      }
    }
  }
}
