package io.caseclock.bench.statistics;

import io.caseclock.pack.Pack;
import io.caseclock.pack.Rule;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/**
 * Fills the tables set by set: the tree of units, officers, cases, a year of deadlines under the
 * rules of a pack, of which the first take the most, and corrections that became known later. The
 * same numbers give the same rows.
 */
public record Population(Bureau bureau, Pack pack) {

  private static final int SLOTS = 1_000;

  private static final String UNITS =
      """
      insert into unit (id, parent, name_zh, name_en, kind, path)
      select 'X', null, '示例市局', 'Sample bureau', 'bureau', '/X/'
      union all
      select 'XS' || lpad(s::text, 3, '0'), 'X', '示例分局' || s, 'Sample sub-bureau ' || s, 'sub-bureau',
        '/X/XS' || lpad(s::text, 3, '0') || '/'
      from generate_series(0, %1$d - 1) as s
      union all
      select 'XT' || lpad(t::text, 5, '0'), 'XS' || lpad((t %% %1$d)::text, 3, '0'),
        '示例派出所' || t, 'Sample station ' || t, 'station',
        '/X/XS' || lpad((t %% %1$d)::text, 3, '0') || '/XT' || lpad(t::text, 5, '0') || '/'
      from generate_series(0, %2$d - 1) as t
      """;

  private static final String OFFICERS =
      """
      insert into officer_post (officer, since, name, unit, roles, contacts)
      select 'XP' || lpad(o::text, 6, '0'), timestamptz '2020-01-01 00:00+00', '示例' || o,
        'XT' || lpad((o / %d)::text, 5, '0'), array['officer'], '{}'
      from generate_series(0, %d - 1) as o
      """;

  /** Busy stations have several times the cases of quiet ones. */
  private static final String CASES =
      """
      create temporary table any_case as
      select n, 'X' || lpad(n::text, 9, '0') as id, floor(%d * power(u, 1.6))::int as station,
        floor(%d * v)::int as officer
      from (select n, random() as u, random() as v from generate_series(0, %d - 1) as n offset 0) as c
      """;

  private static final String WATCHED =
      """
      insert into watched_case (case_id, unit, evaluated_at)
      select id, 'XT' || lpad(station::text, 5, '0'), timestamptz '%s' from any_case
      """;

  private static final String DEADLINES =
      """
      insert into deadline (case_id, id, subject, rule, start_source, start_event, pack,
        pack_version, rule_version, element, statutory, severity, list, unit, officer, started_at,
        phase, due_at, due_on, late_from, provisional, ended_at, ended_known_at, revision,
        calendar_version, input_hash, refused, updated_at, counted_on, extended,
        excluded_seconds, paused_at, late_cause)
      select case_id, md5(i::text)::uuid, 'case/' || case_id, rule, 'urn:precinct:x', 'e' || i,
        '%1$s', '%2$s', '1', element, statutory, severity, list,
        'XT' || lpad(station::text, 5, '0'), 'XP' || lpad((station * %3$d + officer)::text, 6, '0'),
        late - lasts, phase, case when phase <> 'cancelled' or is_late then late end,
        case when phase <> 'cancelled' then day end,
        case when phase = 'running' and waits then null else late end, false,
        case phase when 'met' then late - lasts * b when 'met-late' then least(late + b * interval '20 days', now)
          when 'cut-short' then late - lasts * b when 'lapsed' then late
          when 'cancelled' then late - lasts * b end,
        case when phase in ('met', 'met-late', 'cut-short', 'lapsed', 'cancelled') then late end,
        1, '2026', 'x', '', now, case when phase <> 'paused' then day end, c < 0.06,
        case when c > 0.9 then (c * 100000)::bigint else 0 end,
        case when phase = 'paused' then now - interval '3 days' end,
        case when phase = 'met' and d > 0.95 then 'data' when phase = 'met' and d > 0.945 then 'system' end
      from (
        select drawn.*, c.id as case_id, c.station, c.officer, r.rule, r.element, r.statutory,
          r.severity, r.list, (day + 1)::timestamp at time zone '%4$s' as late,
          (1 + floor(b * 30)) * interval '1 day' as lasts,
          day < date '%5$s' and a between 0.990 and 0.993 as is_late,
          day >= date '%5$s' and a > 0.95 as waits,
          case when day < date '%5$s' then
            case when a < 0.900 then 'met' when a < 0.945 then 'met-late' when a < 0.955 then 'running'
              when a < 0.965 then 'lapsed' when a < 0.970 then 'cut-short' when a < 0.993 then 'cancelled'
              else 'paused' end
          else
            case when a < 0.350 then 'met' when a < 0.400 then 'cancelled' when a < 0.420 then 'paused'
              else 'running' end
          end as phase
        from (
          select i, a, b, c, d, i %% %6$d as n, floor(e * %7$d)::int as slot,
            date '%5$s' - 364 + floor(f * 395)::int as day, timestamptz '%8$s' as now
          from (select i, random() as a, random() as b, random() as c, random() as d, random() as e,
              random() as f from generate_series(1, %9$d) as i offset 0) as dice
        ) as drawn
        join any_case c on c.n = drawn.n
        join any_rule r on r.slot = drawn.slot
      ) as told
      """;

  /** One in ten of what had ended was not known in time; most of it within days. */
  private static final String CORRECTIONS =
      """
      insert into count_correction (seq, case_id, deadline_id, sign, reason, known_at, known_on,
        counted_on, unit, officer, rule, list, element, outcome, extended, warned, late_cause)
      select row_number() over (), l.case_id, l.id, s.sign, 'met', l.known_on::timestamp at time zone '%1$s'
          + interval '9 hours', l.known_on, l.counted_on, l.unit, l.officer, l.rule, l.list, l.element,
        case when s.sign < 0 then 'running' else l.phase end, l.extended, l.chance < 0.02,
        case when s.sign > 0 then l.late_cause end
      from (
        select *, least(date '%2$s', counted_on + 1 + floor(60 * power(random(), 3))::int) as known_on
        from (select *, random() as chance from deadline
          where case_id like 'X%%' and counted_on < date '%2$s' and phase in ('met', 'met-late')
          offset 0) as ended
        where chance < 0.12
      ) as l
      cross join (values (-1), (1)) as s(sign)
      """;

  private static final int MUCH = 100_000;

  private static final String MUCH_AT_ONCE =
      """
      insert into count_correction (seq, case_id, deadline_id, sign, reason, known_at, known_on,
        counted_on, unit, officer, rule, list, element, outcome, extended, warned, late_cause)
      select 0, l.case_id, l.id, s.sign, 'met',
        (date '%2$s' - 1)::timestamp at time zone '%1$s' + interval '9 hours', date '%2$s' - 1,
        l.counted_on, l.unit, l.officer, l.rule, l.list, l.element,
        case when s.sign < 0 then 'running' else l.phase end, l.extended, false, l.late_cause
      from (select * from deadline where phase = 'met'
        and counted_on between date '%2$s' - 364 and date '%2$s' - 2 limit %3$d) as l
      cross join (values (-1), (1)) as s(sign)
      """;

  void fill(DataSource database) throws SQLException {
    fillDirectory(database);
    fillCases(database);
  }

  /** Units and officers; the tables of the directory are the same in all services. */
  public void fillDirectory(DataSource database) throws SQLException {
    try (var connection = database.getConnection()) {
      directory(connection);
    }
  }

  /** Cases, their deadlines, and what became known of them later. */
  public void fillCases(DataSource database) throws SQLException {
    try (var connection = database.getConnection()) {
      run(connection, "set max_parallel_workers_per_gather = 0");
      run(connection, "set maintenance_work_mem = '256MB'");
      run(connection, "select setseed(0.5)");
      rules(connection);
      var indexes = LeftOutIndexes.of(connection, List.of("deadline", "count_correction"));
      cases(connection);
      indexes.makeAgain();
      run(connection, "reset max_parallel_workers_per_gather");
    }
  }

  /** As when a source that was silent for months sends all at once: 100,000 known yesterday. */
  static void correctMuchAtOnce(DataSource database, Bureau bureau) throws SQLException {
    try (var connection = database.getConnection()) {
      run(connection, MUCH_AT_ONCE.formatted(bureau.zone(), bureau.today(), MUCH));
      run(connection, "analyze count_correction");
    }
  }

  public static void vacuum(DataSource database) throws SQLException {
    try (var connection = database.getConnection()) {
      run(connection, "vacuum (analyze)");
    }
  }

  private void directory(Connection connection) throws SQLException {
    var stations = bureau.stations();
    var each = Bureau.OFFICERS_OF_A_STATION;
    run(connection, UNITS.formatted(bureau.subBureaus(), stations));
    run(connection, OFFICERS.formatted(each, stations * each));
  }

  private void cases(Connection connection) throws SQLException {
    var today = bureau.today();
    var each = Bureau.OFFICERS_OF_A_STATION;
    run(connection, CASES.formatted(bureau.stations(), each, bureau.cases()));
    run(connection, WATCHED.formatted(bureau.now()));
    run(
        connection,
        DEADLINES.formatted(
            pack.id(),
            pack.version(),
            each,
            bureau.zone(),
            today,
            bureau.cases(),
            SLOTS,
            bureau.now(),
            bureau.deadlines()));
    run(connection, CORRECTIONS.formatted(bureau.zone(), today));
  }

  /** The rule of each slot: the second comes half as often as the first, the third a third. */
  private void rules(Connection connection) throws SQLException {
    run(
        connection,
        "create temporary table any_rule (slot int primary key, rule text, element text,"
            + " statutory boolean, severity text, list text)");
    var slots = slots();
    try (var statement =
        connection.prepareStatement("insert into any_rule values (?, ?, ?, ?, ?, ?)")) {
      for (var slot = 0; slot < SLOTS; slot++) {
        var rule = slots.get(slot);
        statement.setInt(1, slot);
        statement.setString(2, rule.id());
        statement.setString(3, rule.element());
        statement.setBoolean(4, rule.statutory());
        statement.setString(5, rule.severity());
        statement.setString(6, rule.list());
        statement.addBatch();
      }
      statement.executeBatch();
    }
  }

  private List<Rule> slots() {
    var rules = pack.rules();
    var all = 0.0;
    for (var place = 1; place <= rules.size(); place++) {
      all += 1.0 / place;
    }
    List<Rule> slots = new ArrayList<>();
    var place = 1;
    var passed = 1.0;
    for (var slot = 0; slot < SLOTS; slot++) {
      while (slot >= SLOTS * passed / all && place < rules.size()) {
        place++;
        passed += 1.0 / place;
      }
      slots.add(rules.get(place - 1));
    }
    return slots;
  }

  private static void run(Connection connection, String sql) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
