package io.caseclock.monitor.jdbc;

import io.caseclock.contract.Names;
import io.caseclock.jdbc.Sql;
import io.caseclock.monitor.list.Grade;
import io.caseclock.monitor.list.ListRow;
import io.caseclock.monitor.list.ListRow.Found;
import io.caseclock.monitor.list.ListRow.Kind;
import io.caseclock.monitor.list.WatchedList;
import io.caseclock.pack.FindingKind;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What stands in a list at an instant, in SQL that the listing and the freezing share. Keys come
 * first, out of indexes that hold all they need; the rows themselves are read for the page only.
 */
final class ListSql {

  private static final String GRADE =
      """
      case when d.late_from <= t.at and d.phase <> 'paused' then
          case d.severity when 'grave' then 0 when 'serious' then 1 else 2 end
        when d.phase = 'paused' or d.due_at is null or d.late_from is null then 5
        else 4 end\
      """;

  private static final String DEADLINE =
      "select d.unit, "
          + GRADE
          + " as grade, case when d.late_from <= t.at and d.phase <> 'paused' then d.late_from"
          + " else coalesce(d.due_at, d.started_at) end as moment,"
          + " d.id::text collate \"C\" as id, d.id as deadline_id, null::text as finding_case"
          + " from deadline d cross join (select ?::timestamptz as at) as t"
          + " where d.list = ? and d.started_at <= t.at";

  private static final String FINDING =
      """
      select f.unit, 3 as grade, f.raised_at as moment, f.id collate "C" as id,
        null::uuid as deadline_id, f.case_id as finding_case
      from finding f cross join (select ?::timestamptz as at) as t
      where f.raised_at <= t.at and (f.ended_at is null or f.ended_at > t.at)
        and exists (select 1 from unnest(?::text[], ?::text[]) as k(cause, element)
          where (k.cause is null or k.cause = f.cause)
            and (k.element is null or k.element = f.element))\
      """;

  /** Everything, of all units; takes {@link #keyParameters} of all. */
  static final String KEYS = keys("", "");

  private static final String KEYS_OF_SUBTREE = keys(ofSubtree("d"), ofSubtree("f"));

  private static final String SHOWN_KEYS_OF_SUBTREE =
      keys(ofSubtree("d") + notHidden("d"), ofSubtree("f") + notHidden("f"));

  /** The columns of a row, of key {@code k}, deadline {@code d} or finding {@code f}. */
  static final String ROW =
      """
      k.grade, k.moment, k.id, case when d.id is null then 'finding' else 'deadline' end as kind,
      case when d.id is null then 'standing' when k.grade <= 2 then 'breached'
        when d.phase = 'paused' then 'paused' else 'running' end as state,
      coalesce(d.case_id, f.case_id) as case_id, coalesce(d.subject, f.subject) as subject,
      coalesce(d.rule, f.cause) as rule, coalesce(d.element, f.element) as element,
      coalesce(d.severity, 'ordinary') as severity, k.unit, coalesce(d.officer, f.officer) as officer,
      coalesce(d.started_at, f.raised_at) as started_at, d.due_at, d.late_from,
      null::timestamptz as ended_at,
      greatest(0, extract(epoch from coalesce(d.paused_at, t.at)
        - coalesce(d.started_at, f.raised_at))::bigint - coalesce(d.excluded_seconds, 0)) as age,
      f.provision, f.text_zh, f.text_en\
      """;

  /** Reads the rows of keys {@code k}; takes the instant. */
  static final String JOINED =
      """
       k cross join (select ?::timestamptz as at) as t
      left join deadline d on d.id = k.deadline_id
      left join finding f on f.case_id = k.finding_case and f.id = k.id\
      """;

  /**
   * The same of a subtree; takes {@link #keyParameters}. Where nothing is hidden the case is not
   * asked for, which the index of open deadlines does not hold.
   */
  static String keysOfSubtree(List<String> hidden) {
    return hidden.isEmpty() ? KEYS_OF_SUBTREE : SHOWN_KEYS_OF_SUBTREE;
  }

  private static String ofSubtree(String row) {
    return " and " + QuickSql.isOneOf(row + ".unit");
  }

  private static String notHidden(String row) {
    return " and " + NotHidden.holds(row + ".case_id");
  }

  private static String keys(String ofDeadline, String ofFinding) {
    return DEADLINE
        + " and d.phase in ('running', 'paused')"
        + ofDeadline
        + " union all "
        + DEADLINE
        + " and d.ended_at > t.at"
        + ofDeadline
        + " union all "
        + FINDING
        + ofFinding;
  }

  /** What {@link #KEYS} takes. */
  static List<@Nullable Object> keyParameters(WatchedList list, Instant at) {
    return keyParameters(list, at, List.of());
  }

  /** What {@link #keysOfSubtree} takes. */
  static List<@Nullable Object> keyParameters(
      WatchedList list, Instant at, String unit, List<String> hidden) {
    var root = new QuickSql.Root(unit);
    return keyParameters(list, at, hidden.isEmpty() ? List.of(root) : List.of(root, hidden));
  }

  /**
   * @param whose what the condition of each branch takes
   */
  private static List<@Nullable Object> keyParameters(
      WatchedList list, Instant at, List<Object> whose) {
    List<@Nullable Object> all = new ArrayList<>();
    for (var branch = 0; branch < 2; branch++) {
      all.add(at);
      all.add(list.id());
      all.addAll(whose);
    }
    all.add(at);
    all.add(causes(list.findings()));
    all.add(elements(list.findings()));
    all.addAll(whose);
    return all;
  }

  /** With null for any cause, which a copied list could not hold. */
  static List<@Nullable String> causes(List<FindingKind> kinds) {
    List<@Nullable String> causes = new ArrayList<>();
    kinds.forEach(kind -> causes.add(kind.cause()));
    return causes;
  }

  /** With null for any element, which a copied list could not hold. */
  static List<@Nullable String> elements(List<FindingKind> kinds) {
    List<@Nullable String> elements = new ArrayList<>();
    kinds.forEach(kind -> elements.add(kind.element()));
    return elements;
  }

  static ListRow read(ResultSet row) throws SQLException {
    var text = row.getString("text_zh");
    return new ListRow(
        row.getString("kind").equals("finding") ? Kind.FINDING : Kind.DEADLINE,
        row.getString("id"),
        Grade.values()[row.getInt("grade")],
        Sql.required(row, "moment"),
        row.getString("state"),
        row.getString("case_id"),
        row.getString("subject"),
        row.getString("rule"),
        row.getString("element"),
        row.getString("severity"),
        row.getString("unit"),
        row.getString("officer"),
        Sql.required(row, "started_at"),
        Sql.instant(row, "due_at"),
        Sql.instant(row, "late_from"),
        Sql.instant(row, "ended_at"),
        Duration.ofSeconds(row.getLong("age")),
        text == null
            ? null
            : new Found(row.getString("provision"), new Names(text, row.getString("text_en"))));
  }

  private ListSql() {}
}
