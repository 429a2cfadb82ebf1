package io.caseclock.intake.activity.jdbc;

import io.caseclock.intake.activity.Heard;
import io.caseclock.intake.activity.SourceActivities;
import io.caseclock.intake.activity.SourceActivity;
import io.caseclock.jdbc.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** {@link SourceActivities} in PostgreSQL. */
public final class JdbcSourceActivities implements SourceActivities {

  /** In the order of their names, so that two replicas do not wait for each other for ever. */
  private static final String HEAR =
      """
      with heard as (
        select * from unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::text[])
          as h(source, hour_at, events, first_at, last_at)
      ), noted as (
        insert into source_activity as known (source, first_at, last_at)
        select source, min(first_at::timestamptz), max(last_at::timestamptz)
        from heard group by source order by source
        on conflict (source) do update set
          first_at = least(known.first_at, excluded.first_at),
          quiet_from = case when excluded.last_at > known.last_at then null
            else known.quiet_from end,
          last_at = greatest(known.last_at, excluded.last_at)
      )
      insert into source_hour as known (source, hour_at, events)
      select source, hour_at::timestamptz, sum(events::bigint)
      from heard where events <> '0'
      group by source, hour_at order by source, hour_at
      on conflict (source, hour_at) do update set events = known.events + excluded.events
      """;

  private static final String COLUMNS =
      "select source, first_at, last_at, quiet_from from source_activity ";
  private static final String TO_JUDGE =
      COLUMNS
          + "where judged_at is distinct from last_at and last_at <= ? order by last_at limit ?";
  private static final String HOURS =
      "select hour_at, events from source_hour where source = ? and hour_at >= ?";
  private static final String JUDGE =
      "update source_activity set judged_at = last_at, quiet_from = ?"
          + " where source = ? and last_at = ?";
  private static final String QUIET = "quiet_from is not null and quiet_from <= ?";
  private static final String FORGET =
      "with hours as (delete from source_hour where source = ?)"
          + " delete from source_activity where source = ?";
  private static final String FORGET_HOURS =
      "delete from source_hour where (source, hour_at) in"
          + " (select source, hour_at from source_hour where hour_at < ? limit ?)";
  private static final String FORGET_SOURCES =
      "delete from source_activity where source in (select source from source_activity"
          + " where last_at < ? and quiet_from is null limit ?)";

  private final Sql sql;

  public JdbcSourceActivities(DataSource dataSource) {
    sql = new Sql(dataSource);
  }

  @Override
  public void add(Collection<Heard> heard) {
    if (heard.isEmpty()) {
      return;
    }
    sql.update(
        HEAR,
        Sql.column(heard, Heard::source),
        Sql.column(heard, Heard::hour),
        Sql.column(heard, Heard::events),
        Sql.column(heard, Heard::firstAt),
        Sql.column(heard, Heard::lastAt));
  }

  @Override
  public List<SourceActivity> toJudge(Instant silentSince, int most) {
    return sql.query(TO_JUDGE, JdbcSourceActivities::activity, silentSince, most);
  }

  @Override
  public Map<Instant, Long> hours(String source, Instant from) {
    Map<Instant, Long> hours = new HashMap<>();
    sql.query(
            HOURS,
            row -> Map.entry(Sql.required(row, "hour_at"), row.getLong("events")),
            source,
            from)
        .forEach(each -> hours.put(each.getKey(), each.getValue()));
    return hours;
  }

  @Override
  public void judge(SourceActivity judged, @Nullable Instant quietFrom) {
    sql.update(JUDGE, quietFrom, judged.source(), judged.lastAt());
  }

  @Override
  public List<SourceActivity> list(@Nullable Instant quietAt, String after, int most) {
    return quietAt == null
        ? sql.query(
            COLUMNS + "where source > ? order by source limit ?",
            JdbcSourceActivities::activity,
            after,
            most)
        : sql.query(
            COLUMNS + "where source > ? and " + QUIET + " order by source limit ?",
            JdbcSourceActivities::activity,
            after,
            quietAt,
            most);
  }

  @Override
  public List<SourceActivity> longestQuiet(Instant at, int most) {
    return sql.query(
        COLUMNS + "where " + QUIET + " order by quiet_from, source limit ?",
        JdbcSourceActivities::activity,
        at,
        most);
  }

  @Override
  public long countQuiet(Instant at) {
    return sql.query(
            "select count(*) from source_activity where " + QUIET, row -> row.getLong(1), at)
        .getFirst();
  }

  @Override
  public boolean forget(String source) {
    return sql.update(FORGET, source, source) > 0;
  }

  @Override
  public void forgetBefore(Instant at, int most) {
    sql.update(FORGET_HOURS, at, most);
    sql.update(FORGET_SOURCES, at, most);
  }

  private static SourceActivity activity(ResultSet row) throws SQLException {
    return new SourceActivity(
        row.getString("source"),
        Sql.required(row, "first_at"),
        Sql.required(row, "last_at"),
        Sql.instant(row, "quiet_from"));
  }
}
