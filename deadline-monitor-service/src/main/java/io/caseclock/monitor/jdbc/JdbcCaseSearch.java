package io.caseclock.monitor.jdbc;

import io.caseclock.directory.jdbc.Subtree;
import io.caseclock.jdbc.Sql;
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
  private static final int LOOKED_AT = 2_000;

  /** Takes the texts, the last character and the unit. */
  private static final String BY_NUMBER =
      beginning("w.case_id", "p.text") + " order by w.case_id using ~<~ limit ?) as found";

  private static final String BY_TAIL =
      beginning("reverse(w.case_id)", "reverse(p.text)")
          + " order by reverse(w.case_id) using ~<~ limit ?) as found";

  private static final String WHOLE_NUMBER =
      "select w.case_id, w.unit, 0 as place from watched_case w where w.case_id = any (?) and ("
          + Subtree.holds("w.unit")
          + " or exists (select 1 from deadline d where d.case_id = w.case_id and "
          + WhereClause.IN_SUBTREE
          + ") or exists (select 1 from former_owner f where f.case_id = w.case_id and "
          + Subtree.holds("f.unit")
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
          + Subtree.holds("found.unit")
          + " or "
          + WhereClause.IN_SUBTREE
          + ")) as counted order by found.place, found.case_id";

  private static final String LOOK =
      """
      select e.subject, e.case_id from case_event e
      where e.subject ~>=~ p.text and e.subject ~<~ (p.text || ?)
        and not starts_with(e.subject, 'case/')
      order by e.subject using ~<~ limit\s\
      """
          + LOOKED_AT;

  private static final String SUBJECTS =
      "select distinct looked.subject, looked.case_id, w.unit from unnest(?::text[]) as p(text)"
          + " cross join lateral ("
          + LOOK
          + ") as looked join watched_case w on w.case_id = looked.case_id where "
          + Subtree.holds("w.unit")
          + " order by looked.subject, looked.case_id limit ?";

  private static final String MORE_SUBJECTS =
      "select exists (select 1 from unnest(?::text[]) as p(text) cross join lateral ("
          + "select count(*) as looked from ("
          + LOOK
          + ") as rows) as counted where counted.looked >= "
          + LOOKED_AT
          + ")";

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
    return "(select w.case_id, w.unit from unnest(?::text[]) as p(text)"
        + " join watched_case w on "
        + column
        + " ~>=~ "
        + text
        + " and "
        + column
        + " ~<~ ("
        + text
        + " || ?) where "
        + Subtree.holds("w.unit");
  }

  private final Sql sql;
  private final InstantSource clock;

  public JdbcCaseSearch(DataSource dataSource, InstantSource clock) {
    sql = new Sql(dataSource);
    this.clock = clock;
  }

  @Override
  public Hits<CaseHit> cases(List<String> texts, String unit, int limit) {
    return Hits.cut(
        sql.query(
            CASES,
            JdbcCaseSearch::caseHit,
            texts,
            unit,
            unit,
            unit,
            texts,
            LAST,
            unit,
            limit + 1,
            texts,
            LAST,
            unit,
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
  public Hits<SubjectHit> subjects(List<String> beginnings, String unit, int limit) {
    var hits =
        Hits.cut(
            sql.query(
                SUBJECTS,
                row -> new SubjectHit(row.getString(1), row.getString(2), row.getString(3)),
                beginnings,
                LAST,
                unit,
                limit + 1),
            limit);
    return hits.more() ? hits : new Hits<>(hits.found(), isCut(beginnings));
  }

  private boolean isCut(List<String> beginnings) {
    return sql.query(MORE_SUBJECTS, row -> row.getBoolean(1), beginnings, LAST).getFirst();
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
