package io.caseclock.monitor.jdbc;

import io.caseclock.contract.UnitKind;
import io.caseclock.contract.Words;
import io.caseclock.jdbc.Sql;
import io.caseclock.monitor.level.HiddenCases;
import io.caseclock.monitor.list.ListMeetings;
import io.caseclock.monitor.list.Meeting;
import io.caseclock.monitor.list.Meeting.Change;
import io.caseclock.monitor.list.Meeting.Which;
import io.caseclock.monitor.list.MeetingSchedule;
import io.caseclock.monitor.list.MeetingSchedule.Planned;
import io.caseclock.monitor.list.Place;
import io.caseclock.monitor.list.WatchedList;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Frozen lists in {@code list_meeting} and what belongs to it. One transaction a meeting; the key
 * of its row is the claim, and a lock by list keeps the meetings in their order.
 */
public final class JdbcListMeetings implements ListMeetings {

  /** So many rows of one unit are kept; far more than anybody could talk about. */
  private static final int MOST_OF_A_UNIT = 500;

  private static final String LOCK =
      "select pg_try_advisory_xact_lock(hashtext(current_schema() || '.list_meeting.' || ?))";

  private static final String LAST = "select max(held_on) from list_meeting where list = ?";

  private static final String ANYTHING =
      "select exists (select 1 from deadline where list = ? and started_at <= ?)";

  private static final String CLAIM =
      "insert into list_meeting (list, held_on, pack, as_of, made_at, belated, former_on, hash,"
          + " rows) values (?, ?, ?, ?, ?, ?, ?, '', 0) on conflict do nothing";

  private static final String COLUMNS =
      "list, held_on, unit, grade, moment, id, change, kind, state, case_id, subject, rule,"
          + " element, severity, officer, started_at, due_at, late_from, ended_at, age, provision,"
          + " text_zh, text_en";

  /** What stands, and what stood as a fault at the meeting before and stands no more. */
  private static final String KEEP =
      "with keys as materialized ("
          + ListSql.KEYS
          + "), former as materialized (select * from list_meeting_row"
          + " where list = ? and held_on = ? and change in ('new', 'still')),"
          + " placed as (select keys.*, row_number() over"
          + " (partition by unit order by grade, moment, id) as place from keys),"
          + " kept as (select * from placed where place <= "
          + MOST_OF_A_UNIT
          + "), standing as (select "
          + ListSql.ROW
          + " from kept"
          + ListSql.JOINED
          + ") insert into list_meeting_row ("
          + COLUMNS
          + ") select m.list, m.held_on, s.unit, s.grade, s.moment, s.id, case when s.grade > 3"
          + " then case when f.id is null then 'ahead' else 'mended' end when f.id is null then"
          + " 'new' else 'still' end, s.kind, s.state, s.case_id, s.subject, s.rule, s.element,"
          + " s.severity, s.officer, s.started_at, s.due_at, s.late_from, s.ended_at, s.age,"
          + " s.provision, s.text_zh, s.text_en from standing s cross join (select ?::text as list,"
          + " ?::date as held_on) as m left join former f on f.id = s.id union all select f.list,"
          + " m.held_on, f.unit, f.grade, f.moment, f.id, 'mended', f.kind, coalesce(d.phase,"
          + " g.ended_as, 'gone'), f.case_id, f.subject, f.rule, f.element, f.severity, f.officer,"
          + " f.started_at, f.due_at, f.late_from, coalesce(d.ended_at, g.ended_at), f.age,"
          + " f.provision, f.text_zh, f.text_en from former f cross join (select ?::date as"
          + " held_on) as m left join deadline d on f.kind = 'deadline' and d.case_id = f.case_id"
          + " and d.id::text = f.id left join finding g on f.kind = 'finding' and g.case_id ="
          + " f.case_id and g.id = f.id where not exists (select 1 from keys k where k.id = f.id)";

  private static final String KEEP_UNITS =
      "with keys as materialized ("
          + ListSql.KEYS
          + "), numbers as (select unit, count(*) filter (where grade > 3) as ahead,"
          + " count(*) filter (where grade < 3) as breached,"
          + " count(*) filter (where grade = 3) as findings,"
          + " greatest(0, count(*) - "
          + MOST_OF_A_UNIT
          + ") as further from keys group by unit), changes as (select unit, count(*) filter (where"
          + " change = 'new') as fresh, count(*) filter (where change = 'mended') as mended,"
          + " count(*) filter (where change = 'still') as still from list_meeting_row where list ="
          + " ? and held_on = ? group by unit) insert into list_meeting_unit (list, held_on, unit,"
          + " path, holds, ahead, breached, findings, fresh, mended, still, further) select ?, ?,"
          + " u.id, u.path, u.kind = any (?), coalesce(n.ahead, 0), coalesce(n.breached, 0),"
          + " coalesce(n.findings, 0), coalesce(c.fresh, 0), coalesce(c.mended, 0),"
          + " coalesce(c.still, 0), coalesce(n.further, 0) from unit u left join numbers n on"
          + " n.unit = u.id left join changes c on c.unit = u.id";

  /** Over what is the same on every machine: no text of an instant, no order of a language. */
  private static final String SEAL =
      """
      update list_meeting m set rows = s.rows, hash = s.hash from (
        select count(*) as rows, encode(sha256(convert_to(coalesce(string_agg(concat_ws('|',
          r.unit, r.grade, extract(epoch from r.moment), r.id, r.change, r.state, r.officer,
          extract(epoch from r.due_at), extract(epoch from r.ended_at), r.age), chr(10)
          order by r.id collate "C"), ''), 'UTF8')), 'hex') as hash
        from list_meeting_row r where r.list = ? and r.held_on = ?) as s
      where m.list = ? and m.held_on = ?
      """;

  /** The units of a meeting that lie in the subtree, as the tree was then. */
  private static final String IN_SUBTREE = "position('/' || ? || '/' in u.path) > 0";

  private static final String HELD =
      " exists (select 1 from list_meeting_unit h where h.list = m.list and h.held_on = m.held_on"
          + " and h.unit = ? and h.holds)";

  private static final String MEETINGS =
      "select m.list, m.held_on, m.as_of, m.made_at, m.belated, m.former_on, m.hash,"
          + " n.ahead, n.breached, n.findings, n.fresh, n.mended, n.still, n.further"
          + " from list_meeting m cross join lateral (select sum(u.ahead) as ahead,"
          + " sum(u.breached) as breached, sum(u.findings) as findings, sum(u.fresh) as fresh,"
          + " sum(u.mended) as mended, sum(u.still) as still, sum(u.further) as further"
          + " from list_meeting_unit u where u.list = m.list and u.held_on = m.held_on and "
          + IN_SUBTREE
          + ") as n where m.list = ? and"
          + HELD;

  private static final String ROWS =
      "select r.* from list_meeting_row r where r.list = ? and r.held_on = ? and r.unit in"
          + " (select u.unit from list_meeting_unit u where u.list = r.list"
          + " and u.held_on = r.held_on and "
          + IN_SUBTREE
          + ") and "
          + NotHidden.holds("r.case_id")
          + " and (r.grade, r.moment, r.id collate \"C\") > (?::int, ?::timestamptz, ?::text)";

  private final Sql sql;
  private final HiddenCases hidden;

  public JdbcListMeetings(DataSource dataSource, HiddenCases hidden) {
    sql = new Sql(dataSource);
    this.hidden = hidden;
  }

  @Override
  public boolean freezeNext(WatchedList list, MeetingSchedule schedule, Instant now) {
    return sql.transact(
        connection -> {
          if (!isLocked(connection, list.id())) {
            return false;
          }
          var last = last(connection, list.id());
          for (var planned : schedule.due(last, now)) {
            if (last != null || isAnythingKnown(connection, list.id(), planned.asOf())) {
              return new Freeze(connection, list, planned, last, now).claimedBy(schedule);
            }
          }
          return false;
        });
  }

  private static boolean isLocked(Connection connection, String list) throws SQLException {
    return Sql.query(
            connection, LOCK, statement -> statement.setString(1, list), row -> row.getBoolean(1))
        .getFirst();
  }

  private static @Nullable LocalDate last(Connection connection, String list) throws SQLException {
    try (var statement = connection.prepareStatement(LAST)) {
      statement.setString(1, list);
      try (var rows = statement.executeQuery()) {
        return rows.next() ? rows.getObject(1, LocalDate.class) : null;
      }
    }
  }

  private static boolean isAnythingKnown(Connection connection, String list, Instant at)
      throws SQLException {
    return Sql.query(
            connection,
            ANYTHING,
            statement -> {
              statement.setString(1, list);
              statement.setObject(2, Sql.utc(at));
            },
            row -> row.getBoolean(1))
        .getFirst();
  }

  /** One list and one meeting, in one transaction. */
  private record Freeze(
      Connection connection,
      WatchedList list,
      Planned planned,
      @Nullable LocalDate former,
      Instant now) {

    boolean claimedBy(MeetingSchedule schedule) throws SQLException {
      if (claim(schedule) == 0) {
        return false;
      }
      keepRows();
      keepUnits(schedule.meeting().units());
      seal();
      return true;
    }

    private int claim(MeetingSchedule schedule) throws SQLException {
      return run(
          CLAIM,
          list.id(),
          planned.on(),
          schedule.pack().id(),
          planned.asOf(),
          now,
          planned.isBelated(now),
          former);
    }

    private void keepRows() throws SQLException {
      var parameters = ListSql.keyParameters(list, planned.asOf());
      parameters.add(list.id());
      parameters.add(former == null ? LocalDate.EPOCH : former);
      parameters.add(planned.asOf());
      parameters.add(list.id());
      parameters.add(planned.on());
      parameters.add(planned.on());
      run(KEEP, parameters.toArray());
    }

    private void keepUnits(Collection<UnitKind> kinds) throws SQLException {
      var parameters = ListSql.keyParameters(list, planned.asOf());
      parameters.add(list.id());
      parameters.add(planned.on());
      parameters.add(list.id());
      parameters.add(planned.on());
      parameters.add(kinds.stream().map(Words::of).toList());
      run(KEEP_UNITS, parameters.toArray());
    }

    private void seal() throws SQLException {
      run(SEAL, list.id(), planned.on(), list.id(), planned.on());
    }

    private int run(String statement, @Nullable Object... parameters) throws SQLException {
      return Sql.update(
          connection, statement, prepared -> QuickSql.bind(prepared, Arrays.asList(parameters)));
    }
  }

  @Override
  public List<Meeting> meetings(String list, String unit, @Nullable LocalDate before, int limit) {
    return sql.query(
        MEETINGS + " and m.held_on < ? order by m.held_on desc limit ?",
        JdbcListMeetings::meeting,
        unit,
        list,
        unit,
        before == null ? LocalDate.of(9999, 12, 31) : before,
        limit);
  }

  @Override
  public Optional<Meeting> meeting(String list, String unit, LocalDate on) {
    return sql
        .query(MEETINGS + " and m.held_on = ?", JdbcListMeetings::meeting, unit, list, unit, on)
        .stream()
        .findFirst();
  }

  @Override
  public List<Meeting.Row> rows(Meeting meeting, String unit, Which which, Place after, int limit) {
    return sql.query(
        ROWS + where(which) + " order by r.grade, r.moment, r.id collate \"C\" limit ?",
        row ->
            new Meeting.Row(
                Change.valueOf(row.getString("change").toUpperCase(Locale.ROOT)),
                ListSql.read(row)),
        meeting.list(),
        meeting.on(),
        unit,
        hidden.ids(),
        after.grade().ordinal(),
        after.moment(),
        after.id(),
        limit);
  }

  private static String where(Which which) {
    return switch (which) {
      case ALL -> "";
      case NEW -> " and r.change = 'new'";
      case STILL -> " and r.change = 'still'";
      case MENDED -> " and r.change = 'mended'";
      case AHEAD -> " and r.change = 'ahead'";
      case STANDING -> " and r.state in ('running', 'paused', 'breached', 'standing')";
    };
  }

  private static Meeting meeting(ResultSet row) throws SQLException {
    return new Meeting(
        row.getString("list"),
        row.getObject("held_on", LocalDate.class),
        Sql.required(row, "as_of"),
        Sql.required(row, "made_at"),
        row.getBoolean("belated"),
        row.getObject("former_on", LocalDate.class),
        row.getString("hash"),
        new Meeting.Numbers(
            row.getLong("ahead"),
            row.getLong("breached"),
            row.getLong("findings"),
            row.getLong("fresh"),
            row.getLong("mended"),
            row.getLong("still"),
            row.getLong("further")));
  }
}
