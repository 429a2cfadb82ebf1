package io.caseclock.notify.casefile.panache;

import io.caseclock.contract.Names;
import io.caseclock.directory.jdbc.Subtree;
import io.caseclock.jdbc.Sql;
import io.caseclock.notify.casefile.CaseRecords;
import io.caseclock.notify.jdbc.NotHidden;
import io.caseclock.notify.level.HiddenCases;
import io.caseclock.notify.message.MessageKind;
import io.caseclock.notify.task.TaskState;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The file of a case in PostgreSQL. */
public final class PanacheCaseRecords implements CaseRecords {

  private static final int MOST_PEOPLE = 20;

  /** Stands behind whatever may follow in a text. */
  private static final String LAST = Character.toString(Character.MAX_CODE_POINT);

  /** Takes the root twice, the hidden cases twice, and the person. */
  private static final String NOTICE_IS_SEEN =
      "("
          + Subtree.holds("n.unit")
          + " or "
          + Subtree.holds("n.issuing_unit")
          + ") and ("
          + NotHidden.holds("n.case_id")
          + " and not exists (select from notice_fault f where f.notice_id = n.id"
          + " and f.case_id = any (?::text[])) or "
          + NotHidden.wasTold("n.id", "m.notice_id")
          + ")";

  private static final String NOTICE =
      """
      n.id, n.number, n.case_id, n.name_zh, n.name_en, n.severity, n.unit, n.state, n.issued_at,
      n.due_at, n.zone
      """;

  private static final String NOTICES =
      "select "
          + NOTICE
          + """
           from notice n where n.id in (
            select o.id from notice o where o.case_id = ?
            union select f.notice_id from notice_fault f where f.case_id = ?) and\s\
          """
          + NOTICE_IS_SEEN
          + " order by n.issued_at desc, n.id limit ?";

  /** The operators of {@code text_pattern_ops} know no wildcard. */
  private static final String BY_NUMBER =
      "select "
          + NOTICE
          + """
           from notice n where (n.number ~>=~ ? and n.number ~<~ ?
            or reverse(n.number) ~>=~ reverse(?) and reverse(n.number) ~<~ (reverse(?) || ?)) and\s\
          """
          + NOTICE_IS_SEEN
          + " order by (n.number = ?) desc, n.issued_at desc, n.id limit ?";

  private static final String TASKS =
      """
      select t.id, t.kind, t.subject, t.unit, t.state, t.due_at, t.ended_at, t.zone from task t
      where t.case_id = ? and\s\
      """
          + Subtree.holds("t.unit")
          + " and "
          + NotHidden.holds("t.case_id")
          + " order by (t.ended_at is null) desc, coalesce(t.ended_at, t.opened_at) desc, t.id"
          + " limit ?";

  private static final String INBOX =
      """
      select e.id as entry, m.kind, m.severity, m.title_zh, m.title_en, m.at, e.read_at,
        m.superseded_at is not null as superseded
      from message m
        join message_recipient r on r.message_id = m.id and r.recipient = ?
        join inbox_entry e on e.id = r.delivery_id and e.person = r.recipient
      where m.case_id = ? order by m.at desc, m.id limit ?
      """;

  private static final String ESCALATIONS =
      """
      select e.id, m.title_zh, m.title_en, e.unit, e.state, e.next_step, e.opened_at, e.plan_on,
        e.ended_at
      from escalation e join message m on m.id = e.id where e.case_id = ? and\s\
      """
          + Subtree.holds("e.unit")
          + " and "
          + NotHidden.holds("e.case_id")
          + " order by e.opened_at desc, e.id limit ?";

  private static final String TOLD =
      """
      select m.kind, m.title_zh, m.title_en, m.at, told.people, told.all_of_them
      from message m cross join lateral (
        select coalesce((array_agg(distinct r.recipient))[1:?], '{}') as people,
          count(distinct r.recipient) as all_of_them
        from message_recipient r where r.message_id = m.id and r.state <> 'dropped') as told
      where m.case_id = ? and\s\
      """
          + Subtree.holds("m.unit")
          + " and "
          + NotHidden.holds("m.case_id")
          + " order by m.at desc, m.id limit ?";

  private final Sql sql;
  private final HiddenCases hidden;

  public PanacheCaseRecords(Sql sql, HiddenCases hidden) {
    this.hidden = hidden;
    this.sql = sql;
  }

  @Override
  public Found<NoticeLine> notices(String caseId, String root) {
    var unseen = hidden.now();
    return Found.cut(
        sql.query(
            NOTICES,
            PanacheCaseRecords::notice,
            caseId,
            caseId,
            root,
            root,
            unseen.cases(),
            unseen.cases(),
            unseen.person(),
            MOST + 1),
        MOST);
  }

  @Override
  public Found<NoticeLine> noticesByNumber(String text, String root, int limit) {
    var unseen = hidden.now();
    return Found.cut(
        sql.query(
            BY_NUMBER,
            PanacheCaseRecords::notice,
            text,
            text + LAST,
            text,
            text,
            LAST,
            root,
            root,
            unseen.cases(),
            unseen.cases(),
            unseen.person(),
            text,
            limit + 1),
        limit);
  }

  private static NoticeLine notice(ResultSet row) throws SQLException {
    return new NoticeLine(
        row.getString("id"),
        row.getString("number"),
        row.getString("case_id"),
        new Names(row.getString("name_zh"), row.getString("name_en")),
        row.getString("severity"),
        row.getString("unit"),
        row.getString("state"),
        Sql.required(row, "issued_at"),
        Sql.instant(row, "due_at"),
        zone(row));
  }

  @Override
  public Found<TaskLine> tasks(String caseId, String root) {
    return Found.cut(
        sql.query(
            TASKS,
            row ->
                new TaskLine(
                    row.getString("id"),
                    row.getString("kind"),
                    row.getString("subject"),
                    row.getString("unit"),
                    TaskState.ofWire(row.getString("state")),
                    Sql.instant(row, "due_at"),
                    Sql.instant(row, "ended_at"),
                    zone(row)),
            caseId,
            root,
            hidden.now().cases(),
            MOST + 1),
        MOST);
  }

  @Override
  public Found<InboxLine> inbox(String caseId, String person) {
    return Found.cut(
        sql.query(
            INBOX,
            row ->
                new InboxLine(
                    row.getString("entry"),
                    MessageKind.ofWire(row.getString("kind")),
                    row.getString("severity"),
                    title(row),
                    Sql.required(row, "at"),
                    Sql.instant(row, "read_at"),
                    row.getBoolean("superseded")),
            person,
            caseId,
            MOST + 1),
        MOST);
  }

  @Override
  public Found<EscalationLine> escalations(String caseId, String root) {
    return Found.cut(
        sql.query(
            ESCALATIONS,
            row ->
                new EscalationLine(
                    row.getString("id"),
                    title(row),
                    row.getString("unit"),
                    row.getString("state"),
                    row.getInt("next_step"),
                    Sql.required(row, "opened_at"),
                    row.getObject("plan_on", LocalDate.class),
                    Sql.instant(row, "ended_at")),
            caseId,
            root,
            hidden.now().cases(),
            MOST + 1),
        MOST);
  }

  @Override
  public Found<ToldLine> told(String caseId, String root) {
    return Found.cut(
        sql.query(
            TOLD,
            row ->
                new ToldLine(
                    MessageKind.ofWire(row.getString("kind")),
                    title(row),
                    Sql.required(row, "at"),
                    people(row),
                    row.getInt("all_of_them")),
            MOST_PEOPLE,
            caseId,
            root,
            hidden.now().cases(),
            MOST + 1),
        MOST);
  }

  private static List<String> people(ResultSet row) throws SQLException {
    return Arrays.asList((String[]) row.getArray("people").getArray());
  }

  private static Names title(ResultSet row) throws SQLException {
    return new Names(row.getString("title_zh"), row.getString("title_en"));
  }

  private static @Nullable ZoneId zone(ResultSet row) throws SQLException {
    var zone = row.getString("zone");
    return zone == null ? null : ZoneId.of(zone);
  }
}
