package io.caseclock.bench.lateness;

import io.caseclock.jdbc.Sql;
import java.util.List;
import javax.sql.DataSource;

/**
 * What the notification service made of the alarms, read from its tables.
 *
 * @param kind of messages: {@code warning} or {@code breach}
 */
record Messages(DataSource database, String kind) {

  private static final String IN_INBOXES =
      """
      select m.deadline_id, r.delivery_id from notification.message m
        join notification.message_recipient r on r.message_id = m.id
      where m.kind = ? and r.channel = 'in-app' and r.state = 'sent'
      """;

  /** A message for one person, and the row of the inbox that holds it. */
  record Delivered(String deadline, String row) {}

  int people() {
    return count("select count(*) from notification.officer_post");
  }

  int messages() {
    return new Sql(database)
        .query(
            "select count(*) from notification.message where kind = ?", row -> row.getInt(1), kind)
        .getFirst();
  }

  int waiting() {
    return count("select count(*) from notification.message_recipient where state = 'waiting'");
  }

  List<Delivered> delivered() {
    return new Sql(database)
        .query(IN_INBOXES, row -> new Delivered(row.getString(1), row.getString(2)), kind);
  }

  private int count(String query) {
    return new Sql(database).query(query, row -> row.getInt(1)).getFirst();
  }
}
