package io.caseclock.monitor.jdbc;

import io.caseclock.jdbc.Sql;
import io.caseclock.monitor.feed.CalendarFeed;
import io.caseclock.monitor.feed.CalendarFeeds;
import io.caseclock.monitor.feed.FeedEntry;
import io.caseclock.monitor.feed.FeedLanguage;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;

/** Table {@code calendar_feed}, and the running deadlines of one officer. */
public final class JdbcCalendarFeeds implements CalendarFeeds {

  private static final String SELECT =
      "select id, officer, name, language, made_at, read_at from calendar_feed ";

  /** Two wishes at once of one officer are taken one after the other. */
  private static final String LOCK =
      "select pg_advisory_xact_lock(hashtext(current_schema() || '.calendar_feed'), hashtext(?))";

  private static final String ADD =
      "insert into calendar_feed (id, officer, name, language, hash, made_at)"
          + " select ?, ?, ?, ?, ?, ?"
          + " where (select count(*) from calendar_feed where officer = ?) < ?";

  /** Those to come and those that are over each by the index, and of both the nearest. */
  private static final String ENTRIES =
      "select * from (select * from (%1$s and %2$s >= ? order by %2$s, d.id limit ?) as ahead"
              .formatted(entries(), DeadlineOrderSql.DUE)
          + " union all select * from (%1$s and %2$s < ? order by %2$s desc, d.id limit ?) as behind"
              .formatted(entries(), DeadlineOrderSql.DUE)
          + ") as near order by abs(extract(epoch from due_at - ?::timestamptz)), id limit ?";

  /** Running ones are due at some time; two of the same instant stand in the same order always. */
  private static final Comparator<FeedEntry> IN_TIME =
      Comparator.comparing(
              (FeedEntry entry) -> Objects.requireNonNull(entry.deadline().dueAt(), "running"))
          .thenComparing(entry -> entry.deadline().id());

  private final Sql sql;

  public JdbcCalendarFeeds(DataSource dataSource) {
    sql = new Sql(dataSource);
  }

  private static String entries() {
    return "select "
        + DeadlineRows.SELECTED
        + ", d.updated_at from deadline d where "
        + DeadlineOrderSql.OFFICER
        + " = ? and d.phase = 'running' and "
        + QuickSql.isWithin("d.unit");
  }

  @Override
  public List<CalendarFeed> of(String officer) {
    return sql.query(
        SELECT + "where officer = ? order by made_at desc, id", JdbcCalendarFeeds::feed, officer);
  }

  @Override
  public boolean add(CalendarFeed feed, String hash, int most) {
    return sql.transact(
        connection -> {
          Sql.query(connection, LOCK, statement -> statement.setString(1, feed.officer()), r -> 1);
          return Sql.update(
                  connection,
                  ADD,
                  statement -> {
                    statement.setObject(1, feed.id());
                    statement.setString(2, feed.officer());
                    statement.setString(3, feed.name());
                    statement.setString(4, feed.language().wire());
                    statement.setString(5, hash);
                    statement.setObject(6, Sql.utc(feed.madeAt()));
                    statement.setString(7, feed.officer());
                    statement.setInt(8, most);
                  })
              == 1;
        });
  }

  @Override
  public boolean remove(String officer, UUID id) {
    return sql.update("delete from calendar_feed where officer = ? and id = ?", officer, id) == 1;
  }

  @Override
  public Optional<CalendarFeed> find(String hash) {
    return sql.query(SELECT + "where hash = ?", JdbcCalendarFeeds::feed, hash).stream().findFirst();
  }

  @Override
  public void wasRead(UUID id, Instant at) {
    sql.update("update calendar_feed set read_at = ? where id = ?", at, id);
  }

  @Override
  public List<FeedEntry> entries(String officer, String unit, Instant now, int most) {
    return sql
        .query(
            ENTRIES,
            row -> new FeedEntry(DeadlineRows.read(row), Sql.required(row, "updated_at")),
            officer,
            unit,
            now,
            most,
            officer,
            unit,
            now,
            most,
            now,
            most)
        .stream()
        .sorted(IN_TIME)
        .toList();
  }

  private static CalendarFeed feed(ResultSet row) throws SQLException {
    return new CalendarFeed(
        row.getObject("id", UUID.class),
        row.getString("officer"),
        row.getString("name"),
        FeedLanguage.ofWire(row.getString("language")).orElseThrow(),
        Sql.required(row, "made_at"),
        Sql.instant(row, "read_at"));
  }
}
