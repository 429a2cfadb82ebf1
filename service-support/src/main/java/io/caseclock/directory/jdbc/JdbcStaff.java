package io.caseclock.directory.jdbc;

import io.caseclock.directory.Absence;
import io.caseclock.directory.Post;
import io.caseclock.directory.Staff;
import io.caseclock.jdbc.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Tables {@code officer_post} and {@code officer_absence}, read for people. */
public final class JdbcStaff implements Staff {

  /** The post of each officer with what comes after it. */
  private static final String POSTS =
      "select p.officer, p.name, p.unit, p.roles, p.since, (select min(n.since) from officer_post n"
          + " where n.officer = p.officer and n.since > p.since) as until from officer_post p ";

  /** Takes the instant twice. */
  private static final String HOLDS =
      " p.since <= ? and not exists (select 1 from officer_post n where n.officer = p.officer and"
          + " n.since > p.since and n.since <= ?) and cardinality(p.roles) > 0 ";

  private static final String ABSENCES =
      "select a.officer, a.from_at, a.until_at, a.substitute from officer_absence a where not"
          + " a.cancelled and ";

  private final Sql sql;

  public JdbcStaff(DataSource dataSource) {
    sql = new Sql(dataSource);
  }

  @Override
  public List<Post> of(String unit, Instant at, @Nullable String after, int limit) {
    return sql.query(
        POSTS + "where p.unit = ? and p.officer > ? and" + HOLDS + "order by p.officer limit ?",
        JdbcStaff::post,
        unit,
        after == null ? "" : after,
        at,
        at,
        limit);
  }

  @Override
  public Map<String, Integer> headcount(String root, Instant at) {
    Map<String, Integer> counts = new HashMap<>();
    sql.query(
        "select p.unit, count(*) from officer_post p where "
            + Subtree.holds("p.unit")
            + " and"
            + HOLDS
            + "group by p.unit",
        row -> counts.put(row.getString(1), row.getInt(2)),
        root,
        at,
        at);
    return Map.copyOf(counts);
  }

  @Override
  public List<Post> search(String root, String text, Instant at, int limit) {
    return sql.query(
        POSTS
            + "where "
            + Subtree.holds("p.unit")
            + " and (strpos(lower(p.name), lower(?)) > 0 or strpos(lower(p.officer), lower(?)) > 0)"
            + " and"
            + HOLDS
            + "order by p.officer limit ?",
        JdbcStaff::post,
        root,
        text,
        text,
        at,
        at,
        limit);
  }

  @Override
  public List<Post> posts(String officer) {
    return sql.query(POSTS + "where p.officer = ? order by p.since desc", JdbcStaff::post, officer);
  }

  @Override
  public List<Absence> absences(String officer, int limit) {
    return sql.query(
        ABSENCES + "a.officer = ? order by a.from_at desc, a.absence limit ?",
        JdbcStaff::absence,
        officer,
        limit);
  }

  @Override
  public List<Absence> absencesIn(String unit, Instant at, int limit) {
    return sql.query(
        ABSENCES
            + "a.until_at > ? and a.officer in (select p.officer from officer_post p where p.unit"
            + " = ? and"
            + HOLDS
            + ") order by a.from_at, a.officer, a.absence limit ?",
        JdbcStaff::absence,
        at,
        unit,
        at,
        at,
        limit);
  }

  private static Post post(ResultSet row) throws SQLException {
    return new Post(
        row.getString("officer"),
        row.getString("name"),
        row.getString("unit"),
        Set.of((String[]) row.getArray("roles").getArray()),
        Sql.required(row, "since"),
        Sql.instant(row, "until"));
  }

  private static Absence absence(ResultSet row) throws SQLException {
    return new Absence(
        row.getString("officer"),
        Sql.required(row, "from_at"),
        Sql.required(row, "until_at"),
        row.getString("substitute"));
  }
}
