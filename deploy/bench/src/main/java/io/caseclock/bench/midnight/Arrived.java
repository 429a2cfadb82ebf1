package io.caseclock.bench.midnight;

import io.caseclock.jdbc.Sql;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import javax.sql.DataSource;

/** What has arrived, read from the tables of both services. */
record Arrived(DataSource database) {

  private static final String LATENESS =
      """
      select unnest(percentile_disc(array[0.5, 0.95, 0.99, 1.0]) within group (
        order by (extract(epoch from e.created_at - ?::timestamptz) * 1000)::bigint))
      from notification.inbox_entry e
        join notification.message_recipient r on r.delivery_id = e.id
        join notification.message m on m.id = r.message_id
      where m.kind = ? and m.severity = any (?)
      """;

  private static final String MAKE_GRAVE =
      """
      with chosen as (
        update monitor.deadline d set severity = 'grave'
        from (select case_id, id from monitor.deadline order by md5(case_id), id limit ?) c
        where (d.case_id, d.id) = (c.case_id, c.id)
        returning d.case_id, d.id
      )
      update monitor.alarm a set grave = true from chosen c
      where (a.case_id, a.deadline_id) = (c.case_id, c.id)
      """;

  long people() {
    return Math.min(
        count("select count(*) from monitor.officer_post"),
        count("select count(*) from notification.officer_post"));
  }

  /** Makes so many of the deadlines grave ones, anywhere among the others; tells how many. */
  int makeGrave(int most) {
    return new Sql(database).update(MAKE_GRAVE, most);
  }

  /** When the next alarm of any deadline is. */
  Instant nextAlarm() {
    return new Sql(database)
        .query("select min(next_at) as at from monitor.alarm", row -> Sql.required(row, "at"))
        .getFirst();
  }

  long messages(String kind) {
    return new Sql(database)
        .query(
            "select count(*) from notification.message where kind = ?", row -> row.getLong(1), kind)
        .getFirst();
  }

  /** Messages that are not in the inbox yet, or by no other way. */
  long waiting() {
    return count("select count(*) from notification.message_recipient where state = 'waiting'");
  }

  long inboxMessages() {
    return count("select count(*) from notification.message_recipient where state = 'sent'");
  }

  long notices() {
    return count("select count(*) from notification.notice");
  }

  long ladders() {
    return count("select count(*) from notification.escalation");
  }

  /** From the instant to the entry: of half of the messages, of 95 and 99 in 100, of the last. */
  List<Long> millisLate(String kind, Collection<String> severities, Instant due) {
    return new Sql(database).query(LATENESS, row -> row.getLong(1), due, kind, severities);
  }

  private long count(String query) {
    return new Sql(database).query(query, row -> row.getLong(1)).getFirst();
  }
}
