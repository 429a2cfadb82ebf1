package io.caseclock.bench.console;

import java.sql.SQLException;

/**
 * What the monitor keeps of the bureau's cases beside their deadlines: events, of which each case
 * has the first five of a case of the sample, findings, and that the periods before were closed.
 */
record MonitorRows(Copies copies) {

  private static final int FINDINGS = 5_000;

  private static final String EVENTS =
      """
      (select w.case_id as id, w.unit as place, b.t, b.nth
       from (select *, row_number() over () - 1 as n from monitor.watched_case where case_id like 'X%%') as w
       join %s as c on w.n %% c.kinds = c.k
       join (select e as t, e.case_id, row_number() over (partition by e.case_id order by e.occurred_at) as nth
             from monitor.case_event e) as b on b.case_id = c.case_id and b.nth <= 5) as each_event
      """;

  private static final String STORIES =
      "select case_id from monitor.case_event where case_id not like 'X%' group by 1"
          + " having count(*) >= 10 order by 1 limit 50";

  private static final String FAULTS =
      """
      (select d.*, b.t from (select *, row_number() over () - 1 as n from
         (select case_id as id, unit as place, officer as person, md5(id::text) as named, late_from
          from monitor.deadline where case_id like 'X%%' and phase in ('met-late', 'lapsed')
          order by id limit %d) as late) as d
       join (select f as t, row_number() over (order by f.id) - 1 as k, count(*) over () as kinds
             from monitor.finding f) as b on d.n %% b.kinds = b.k) as each_finding
      """;

  /** Or else the monitor would close all of them at once, belated. */
  private static final String CLOSED =
      """
      insert into monitor.closed_period (unit, kind, from_on, closed_at, belated)
      select u.id, p.kind, p.from_on, p.closed_at, p.belated
      from monitor.closed_period p cross join monitor.unit u
      where p.unit = '9900' and (u.id = 'X' or u.id like 'XS%' or u.id like 'XT%')
      on conflict do nothing
      """;

  void fill() throws SQLException {
    copies.run(CLOSED);
    copies.of(
        "monitor.case_event",
        EVENTS.formatted(Copies.numbered(STORIES)),
        """
        'case_id', id, 'event_id', id || '-' || nth, 'unit', place, 'source', 'urn:precinct:' || place,
        'subject', 'case/' || id, 'unit_path', null
        """);
    copies.of(
        "monitor.finding",
        FAULTS.formatted(FINDINGS),
        """
        'case_id', id, 'id', 'finding:' || named, 'unit', place, 'officer', person,
        'subject', 'case/' || id, 'raised_at', late_from,
        'ended_at', case when named < '8' then late_from + interval '3 days' end,
        'ended_as', case when named < '8' then 'rectified' end
        """);
  }
}
