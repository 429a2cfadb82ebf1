package io.caseclock.monitor.jdbc;

import io.caseclock.directory.jdbc.Subtree;
import io.caseclock.jdbc.Sql;
import io.caseclock.monitor.level.HiddenCases;
import io.caseclock.monitor.search.CaseSearch;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.List;
import javax.sql.DataSource;

/**
 * Searches by the beginning of a text, and of a text read from its end, with the operators of
 * {@code text_pattern_ops}: they compare characters as they are and know no wildcard.
 */
public final class JdbcCaseSearch implements CaseSearch {

  /** Stands behind whatever may follow in a text. */
  private static final String LAST = Character.toString(Character.MAX_CODE_POINT);

  /** So many subjects that begin with a text are looked at, whosever they are. */
  private static final int LOOKED_AT = 500;

  /** Takes the texts, the last character, the unit, what is hidden and the limit. */
  private static final String BY_NUMBER = beginning("w.case_id", "p.text");

  private static final String BY_TAIL = beginning("reverse(w.case_id)", "reverse(p.text)");

  private static final String WHOLE_NUMBER =
      "select w.case_id, w.unit, 0 as place from watched_case w where w.case_id = any (?) and "
          + NotHidden.holds("w.case_id")
          + " and ("
          + isSeen("w.unit")
          + " or exists (select 1 from deadline d where d.case_id = w.case_id and "
          + isSeen("d.unit")
          + ") or exists (select 1 from former_owner f where f.case_id = w.case_id and "
          + isSeen("f.unit")
          + "))";

  private static final String CASES =
      "select found.case_id, found.unit, counted.open, counted.breached from ("
          + " select case_id, unit, min(place) as place from ("
          + WHOLE_NUMBER
          + " union all select case_id, unit, 1 from "
          + BY_NUMBER
          + " union all select case_id, unit, 2 from "
          + BY_TAIL
          + ") as places group by case_id, unit order by place, case_id limit ?) as found"
          + " cross join lateral (select count(*) as open, count(*) filter"
          + " (where d.phase = 'running' and d.late_from <= ?::timestamptz) as breached"
          + " from deadline d where d.case_id = found.case_id and d.phase in ('running', 'paused')"
          + " and ("
          + isSeen("found.unit")
          + " or "
          + isSeen("d.unit")
          + ")) as counted order by found.place, found.case_id";

  private static final String LOOK = look("e.subject", "p.text");

  private static final String LOOK_AT_ENDS = look("reverse(e.subject)", "reverse(p.text)");

  private static String look(String column, String text) {
    return """
    select e.subject, e.case_id from case_event e
    where %1$s ~>=~ %2$s and %1$s ~<~ (%2$s || ?) and not starts_with(e.subject, 'case/')
    order by %1$s using ~<~ limit %3$d
    """
        .formatted(column, text, LOOKED_AT);
  }

  /** First what may be meant, then whose it is: never all cases of five hundred units. */
  private static final String SUBJECTS =
      "with looked as materialized (select distinct l.subject, l.case_id"
          + " from unnest(?::text[]) as p(text) cross join lateral ("
          + LOOK
          + ") as l union select l.subject, l.case_id"
          + " from unnest(?::text[]) as p(text) cross join lateral ("
          + LOOK_AT_ENDS
          + ") as l) select looked.subject, looked.case_id, owner.unit from looked"
          + " cross join lateral (select w.unit from watched_case w"
          + " where w.case_id = looked.case_id offset 0) as owner where "
          + isSeen("owner.unit")
          + " and "
          + NotHidden.holds("looked.case_id")
          + " order by looked.subject, looked.case_id limit ?";

  private static final String MORE_SUBJECTS =
      "select " + isFull(LOOK) + " or " + isFull(LOOK_AT_ENDS);

  private static String isFull(String look) {
    return "exists (select 1 from unnest(?::text[]) as p(text) cross join lateral ("
        + "select count(*) as looked from ("
        + look
        + ") as rows) as counted where counted.looked >= "
        + LOOKED_AT
        + ")";
  }

  private static final String OFFICERS =
      """
      select p.officer, p.name, p.unit from officer_post p
        cross join (select ?::timestamptz as at) as now
      where p.since <= now.at and not exists (select 1 from officer_post newer
          where newer.officer = p.officer and newer.since > p.since and newer.since <= now.at)
        and (starts_with(p.officer, ?) or position(? in p.name) > 0)
        and\s\
      """
          + Subtree.holds("p.unit")
          + " order by p.officer limit ?";

  private static String beginning(String column, String text) {
    return "(select hit.case_id, hit.unit from unnest(?::text[]) as p(text)"
        + " cross join lateral (select w.case_id, w.unit from watched_case w where "
        + column
        + " ~>=~ "
        + text
        + " and "
        + column
        + " ~<~ ("
        + text
        + " || ?) and "
        + isSeen("w.unit")
        + " and "
        + NotHidden.holds("w.case_id")
        + " order by "
        + column
        + " using ~<~ limit ?) as hit) as found";
  }

  /**
   * Takes the unit. Asked of each row that is looked at: joined, the units would come first, and
   * with them all that they have.
   */
  private static String isSeen(String unit) {
    return "(" + Subtree.holds(unit) + ") is true";
  }

  private final Sql sql;
  private final HiddenCases hidden;
  private final InstantSource clock;

  public JdbcCaseSearch(DataSource dataSource, HiddenCases hidden, InstantSource clock) {
    sql = new Sql(dataSource);
    this.hidden = hidden;
    this.clock = clock;
  }

  @Override
  public Hits<CaseHit> cases(List<String> texts, String unit, int limit) {
    var kept = hidden.ids();
    return Hits.cut(
        sql.query(
            CASES,
            JdbcCaseSearch::caseHit,
            texts,
            kept,
            unit,
            unit,
            unit,
            texts,
            LAST,
            unit,
            kept,
            limit + 1,
            texts,
            LAST,
            unit,
            kept,
            limit + 1,
            limit + 1,
            clock.instant(),
            unit,
            unit),
        limit);
  }

  private static CaseHit caseHit(ResultSet row) throws SQLException {
    return new CaseHit(
        row.getString("case_id"),
        row.getString("unit"),
        row.getLong("open"),
        row.getLong("breached"));
  }

  @Override
  public Hits<SubjectHit> subjects(
      List<String> beginnings, List<String> ends, String unit, int limit) {
    var hits =
        Hits.cut(
            sql.query(
                SUBJECTS,
                row -> new SubjectHit(row.getString(1), row.getString(2), row.getString(3)),
                beginnings,
                LAST,
                ends,
                LAST,
                unit,
                hidden.ids(),
                limit + 1),
            limit);
    return hits.more() ? hits : new Hits<>(hits.found(), isCut(beginnings, ends));
  }

  private boolean isCut(List<String> beginnings, List<String> ends) {
    return sql.query(MORE_SUBJECTS, row -> row.getBoolean(1), beginnings, LAST, ends, LAST)
        .getFirst();
  }

  @Override
  public Hits<OfficerHit> officers(String text, String unit, int limit) {
    return Hits.cut(
        sql.query(
            OFFICERS,
            row -> new OfficerHit(row.getString(1), row.getString(2), row.getString(3)),
            clock.instant(),
            text,
            text,
            unit,
            limit + 1),
        limit);
  }
}
