package io.caseclock.bench.console;

import io.caseclock.bench.statistics.Bureau;
import java.sql.SQLException;
import java.util.List;

/**
 * What notification keeps of the bureau's deadlines: breaches that escalate, notices in several
 * states, tasks, bulletins, and messages in the inboxes of all officers, of which the visitors have
 * thousands.
 */
record NotificationRows(Copies copies, Bureau bureau) {

  private static final int NOTICES = 50_000;
  private static final int OPEN_TASKS = 10_000;
  private static final int ENDED_TASKS = 20_000;
  private static final int MESSAGES = 100_000;
  private static final int INBOX = 500_000;
  private static final int OF_A_VISITOR = 3_000;

  /** So that the next one of each unit gets the next number. */
  private static final String BULLETINS_COUNTED =
      """
      insert into notification.bulletin_counter as c (unit, kind, last)
      select unit, kind, max(serial) from notification.bulletin group by unit, kind
      on conflict (unit, kind) do update set last = greatest(c.last, excluded.last)
      """;

  /** Deadlines of the bureau, each paired with a row that a service wrote. */
  private static final String PAIRED =
      """
      create temporary table %1$s as
      select d.*, b.id as model from (
        select *, row_number() over (order by dice) - 1 as n from (
          select id::text as deadline, md5('%1$s' || id)::uuid::text as named, md5(id::text) as dice, case_id,
            unit, officer, rule, list, severity, due_at, late_from, phase, timestamptz '%5$s' as now
          from monitor.deadline where case_id like 'X%%' and late_from is not null and %2$s
          order by md5(id::text) limit %3$d) as any_deadline
        ) as d
      join (select id, row_number() over (order by id) - 1 as k, count(*) over () as kinds
            from %4$s) as b on d.n %% b.kinds = b.k
      """;

  private static final String ALIKE =
      "'deadline_id', p.deadline, 'case_id', p.case_id, 'subject', 'case/' || p.case_id,"
          + " 'unit', p.unit, 'officer', p.officer, 'rule', p.rule";

  void fill() throws SQLException {
    breaches();
    notices();
    tasks();
    bulletins();
    messages();
    inboxes();
  }

  private void pair(String name, String deadlines, int number, String models) throws SQLException {
    copies.run(PAIRED.formatted(name, deadlines, number, models, bureau.now()));
  }

  private void breaches() throws SQLException {
    pair(
        "new_breach",
        "phase = 'running' and late_from <= timestamptz '" + bureau.now() + "'",
        NOTICES,
        "notification.escalation");
    var id = "p.deadline || ':1:breach'";
    copies.of(
        "notification.message",
        "new_breach p join notification.message t on t.id = p.model",
        "'id', " + id + ", 'due_at', p.due_at, 'at', p.late_from, " + ALIKE);
    copies.of(
        "notification.escalation",
        "new_breach p join notification.escalation t on t.id = p.model",
        """
        'id', %s, 'deadline_id', p.deadline, 'case_id', p.case_id, 'unit', p.unit, 'officer', p.officer,
        'opened_at', p.late_from, 'next_at', p.now + interval '40 days',
        'state', case when n %% 3 = 0 then 'acknowledged' else 'climbing' end,
        'plan', case when n %% 3 = 0 then p.named end, 'plan_on', case when n %% 3 = 0 then p.now::date + 5 end,
        'plan_text', case when n %% 3 = 0 then '五日内办结' end, 'plan_by', case when n %% 3 = 0 then p.officer end,
        'plan_role', case when n %% 3 = 0 then 'officer' end, 'plan_at', case when n %% 3 = 0 then p.now end
        """
            .formatted(id));
    copies.of(
        "notification.escalation_line",
        "new_breach p join notification.escalation_line t on t.escalation_id = p.model",
        "'escalation_id', " + id + ", 'at', p.late_from, 'people', array[p.officer]");
  }

  private void notices() throws SQLException {
    pair(
        "new_notice",
        "(phase in ('met-late', 'cut-short') or phase = 'running' and late_from <= timestamptz '"
            + bureau.now()
            + "')",
        NOTICES,
        "notification.notice");
    copies.of(
        "notification.notice",
        "new_notice p join notification.notice t on t.id = p.model",
        """
        'id', named, 'due_at', p.due_at, 'severity', p.severity, 'issued_at', p.late_from + interval '10 hours',
        'year', extract(year from p.late_from), 'serial', 100000 + n,
        'number', '示例法制大队整改〔' || extract(year from p.late_from) || '〕' || (100000 + n) || '号',
        'state', case when n % 10 < 3 then 'delivered' when n % 10 < 5 then 'signed' else 'closed' end,
        'rectifier', case when n % 10 >= 5 then p.officer end,
        """
            + ALIKE);
    copies.of(
        "notification.notice_fault",
        "new_notice p join notification.notice_fault t on t.notice_id = p.model and t.seq = 1",
        "'notice_id', named, 'due_at', p.due_at, 'severity', p.severity, " + ALIKE);
    step("t.seq <= 2", "t.kind", "t.seq");
    step("t.seq = 1 and n % 10 >= 3", "'signed'", "3");
    step("t.seq = 1 and n % 10 >= 5", "'closed'", "4");
  }

  private void step(String which, String kind, String seq) throws SQLException {
    copies.of(
        "notification.notice_step",
        "new_notice p join notification.notice_step t on t.notice_id = p.model and " + which,
        "'notice_id', named, 'at', p.late_from + interval '10 hours' + "
            + seq
            + " * interval '1 hour', 'seq', "
            + seq
            + ", 'kind', "
            + kind);
  }

  private void tasks() throws SQLException {
    pair("new_task", "phase = 'running'", OPEN_TASKS, "notification.task where ended_at is null");
    tasksOf("new_task", "null");
    pair("old_task", "phase = 'met'", ENDED_TASKS, "notification.task where ended_at is not null");
    tasksOf("old_task", "p.late_from - interval '1 day'");
  }

  private void tasksOf(String paired, String endedAt) throws SQLException {
    copies.of(
        "notification.task",
        paired + " p join notification.task t on t.id = p.model",
        "'id', named, 'due_at', p.due_at, 'opened_at', p.late_from - interval '3 days', 'ended_at',"
            + " "
            + endedAt
            + ", 'seq', 1, "
            + ALIKE);
    copies.of(
        "notification.task_entry",
        paired + " p join notification.task_entry t on t.task_id = p.model and t.seq = 1",
        "'task_id', named, 'at', p.late_from - interval '3 days'");
  }

  /** Each unit has as many as the sample's sub-bureau. */
  private void bulletins() throws SQLException {
    copies.of(
        "notification.bulletin",
        """
        (select b as t, u.id as place, u.name_zh as zh, u.name_en as en, b.id as model
         from notification.bulletin b cross join notification.unit u
         where b.unit = '9900' and (u.id = 'X' or u.id like 'XS%' or u.id like 'XT%')) as each_bulletin
        """,
        "'id', md5(place || model)::uuid::text, 'unit', place, 'name_zh', zh, 'name_en', en");
    copies.run(BULLETINS_COUNTED);
  }

  /** Of the last ninety days; one in ten still holds. */
  private void messages() throws SQLException {
    pair(
        "new_message",
        "true",
        MESSAGES,
        "notification.message where kind in ('warning', 'breach', 'lapse')");
    var at = "p.now - (n % 90) * interval '1 day' - (n % 600) * interval '1 minute'";
    copies.of(
        "notification.message",
        "new_message p join notification.message t on t.id = p.model",
        "'id', named, 'due_at', p.due_at, 'severity', p.severity, 'list', p.list, 'at', "
            + at
            + ", 'superseded_at', case when n % 10 > 0 then "
            + at
            + " end, 'superseded_reason', case when n % 10 > 0 then 'met' end, "
            + ALIKE);
  }

  private void inboxes() throws SQLException {
    var officers = bureau.stations() * Bureau.OFFICERS_OF_A_STATION - 1;
    entries(
        "generate_series(0, %d - 1) as i".formatted(INBOX),
        "i / %d".formatted(INBOX / MESSAGES),
        "'XP' || lpad((1 + (i::bigint * 613) %% %d)::text, 6, '0')".formatted(officers));
    for (var visitor : List.of(Visitor.SUPERVISOR, Visitor.OFFICER)) {
      entries(
          "generate_series(0, %d - 1) as i".formatted(OF_A_VISITOR),
          "i",
          "'" + visitor.officer() + "'");
    }
  }

  /** One in five is unread. */
  private void entries(String series, String message, String person) throws SQLException {
    copies.run("drop table if exists new_entry");
    copies.run(
        """
        create temporary table new_entry as
        select i, %2$s as person, md5('entry' || %2$s || i)::uuid::text as entry, m.* from %1$s
        join (select p.n, t.id as message, t.kind, t.at as told, p.unit from new_message p
          join notification.message t on t.id = p.named) as m on m.n = %3$s %% (select count(*) from new_message)
        """
            .formatted(series, person, message));
    copies.of(
        "notification.inbox_entry",
        "new_entry e cross join (select i as t from notification.inbox_entry i limit 1) as"
            + " any_entry",
        """
        'id', entry, 'person', e.person, 'kind', e.kind, 'messages', 1, 'created_at', told,
        'read_at', case when i % 5 > 0 then told + interval '1 hour' end, 'tx', pg_current_xact_id()
        """);
    copies.of(
        "notification.message_recipient",
        "new_entry e cross join (select m as t from notification.message_recipient m"
            + " where channel = 'in-app' and state = 'sent' limit 1) as any_recipient",
        "'message_id', message, 'recipient', e.person, 'unit', e.unit, 'queued_at', told,"
            + " 'delivery_id', entry");
  }
}
