package io.caseclock.monitor.jdbc;

import io.caseclock.contract.CaseEvent;
import io.caseclock.contract.EventId;
import io.caseclock.directory.jdbc.Subtree;
import io.caseclock.jdbc.Sql;
import io.caseclock.monitor.level.HiddenCases;
import io.caseclock.monitor.report.CaseVisibility;
import io.caseclock.monitor.report.DeadlinePage;
import io.caseclock.monitor.report.DeadlinePage.Place;
import io.caseclock.monitor.report.DeadlinePage.Row;
import io.caseclock.monitor.report.DeadlineQueries;
import io.caseclock.monitor.report.DeletedContents;
import io.caseclock.monitor.report.EventEffects;
import io.caseclock.monitor.watch.StoredDeadline;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Every statement names the unit whose subtree may be seen. */
public final class JdbcDeadlineQueries implements DeadlineQueries {

  private static final String SELECT = "select " + DeadlineRows.SELECTED + " from deadline d";
  private static final String EVENTS =
      "select "
          + EventRows.SELECTED
          + " from case_event where case_id = ? order by occurred_at, source, event_id";
  private static final String SIGHT =
      "select "
          + WhereClause.IS_OWNER.replace("d.case_id", "c.id")
          + " as owns, exists (select 1 from former_owner f where f.case_id = c.id and "
          + Subtree.holds("f.unit")
          + ") or exists (select 1 from deadline d where d.case_id = c.id and "
          + WhereClause.IN_SUBTREE
          + ") as has_part from (select ?::text as id) as c";
  private static final String COUNT =
      "select count(*) from (select 1 from case_event where case_id = ? limit ?) as kept";
  private static final String EVENT =
      "select case_id, type, accepted_at, stored_at from case_event d"
          + " where source = ? and event_id = ? and "
          + WhereClause.MAY_SEE_EVENT
          + " and "
          + NotHidden.holds("d.case_id");
  private static final String EFFECTS =
      "select deadline_id, rule, change, at from effect where source = ? and event_id = ?"
          + " order by at, rule";

  private static final String UNVERIFIED =
      """
      select coalesce(quarantined, letter.why) from watched_case w
      left join lateral (
        select 'dead letter ' || id || ' (' || reason || ')' as why from dead_letter
        where case_id = w.case_id and state = 'open' order by id limit 1) as letter on true
      where w.case_id = ? and coalesce(quarantined, letter.why) is not null
      """;

  /** Of a case whose contents are gone, one row, and one for each event that came later. */
  private static final String DELETED =
      """
      select w.purged_at, e.source, e.event_id from watched_case w
      left join case_event e on e.case_id = w.case_id and (e.purged_at is null or e.purged_at > w.purged_at)
      where w.case_id = ? and w.purged_at is not null
      """;

  private final Sql sql;
  private final HiddenCases hidden;
  private final DeadlineListing listing;

  public JdbcDeadlineQueries(DataSource dataSource, HiddenCases hidden) {
    sql = new Sql(dataSource);
    this.hidden = hidden;
    listing = new DeadlineListing(sql, hidden);
  }

  @Override
  public DeadlinePage deadlines(Question question, @Nullable Place after, int limit) {
    return listing.page(question, after, limit);
  }

  @Override
  public long count(Question question, int most) {
    return listing.count(question, most);
  }

  @Override
  public void each(Question question, Consumer<Row> reader) {
    listing.each(question, reader);
  }

  @Override
  public Optional<StoredDeadline> deadline(String visibleUnit, UUID id) {
    var query =
        SELECT
            + " where d.id = ? and ("
            + WhereClause.IN_SUBTREE
            + " or "
            + WhereClause.IS_OWNER
            + ") and "
            + NotHidden.holds("d.case_id");
    return sql.query(query, DeadlineRows::read, id, visibleUnit, visibleUnit, hidden.ids()).stream()
        .findFirst();
  }

  @Override
  public CaseVisibility sight(String visibleUnit, String caseId) {
    if (hidden.ids().contains(caseId)) {
      return CaseVisibility.NOTHING;
    }
    return sql.query(
            SIGHT,
            row ->
                row.getBoolean("owns")
                    ? CaseVisibility.WHOLE
                    : row.getBoolean("has_part")
                        ? CaseVisibility.OWN_DEADLINES
                        : CaseVisibility.NOTHING,
            visibleUnit,
            visibleUnit,
            visibleUnit,
            caseId)
        .getFirst();
  }

  @Override
  public List<CaseEvent> events(String caseId) {
    return sql.query(EVENTS, EventRows::read, caseId);
  }

  @Override
  public long countEvents(String caseId, int most) {
    return sql.query(COUNT, row -> row.getLong(1), caseId, most).getFirst();
  }

  @Override
  public Optional<String> quarantine(String caseId) {
    return query(UNVERIFIED, statement -> statement.setString(1, caseId), row -> row.getString(1))
        .stream()
        .findFirst();
  }

  @Override
  public Optional<DeletedContents> deletedContents(String caseId) {
    Set<EventId> later = new HashSet<>();
    return sql
        .query(
            DELETED,
            row -> {
              if (row.getString(2) != null) {
                later.add(new EventId(row.getString(2), row.getString(3)));
              }
              return Sql.required(row, "purged_at");
            },
            caseId)
        .stream()
        .findFirst()
        .map(at -> new DeletedContents(at, later));
  }

  @Override
  public List<String> contradictions(String caseId) {
    return sql.query(
        "select unnest(string_to_array(contradictions, chr(10))) from watched_case"
            + " where case_id = ?",
        row -> row.getString(1),
        caseId);
  }

  @Override
  public Optional<EventEffects> effects(String visibleUnit, EventId event) {
    var effects =
        query(
            EFFECTS,
            statement -> {
              statement.setString(1, event.source());
              statement.setString(2, event.id());
            },
            row ->
                new EventEffects.Effect(
                    row.getString(1), row.getString(2), row.getString(3), Sql.required(row, "at")));
    return sql
        .query(
            EVENT,
            row ->
                new EventEffects(
                    event.source(),
                    event.id(),
                    row.getString(1),
                    row.getString(2),
                    Sql.required(row, "accepted_at"),
                    Sql.required(row, "stored_at"),
                    effects,
                    List.of()),
            event.source(),
            event.id(),
            visibleUnit,
            visibleUnit,
            visibleUnit,
            visibleUnit,
            hidden.ids())
        .stream()
        .findFirst();
  }

  private <T> List<T> query(String query, Sql.Binder binder, Sql.RowReader<T> reader) {
    return sql.with(connection -> Sql.query(connection, query, binder, reader));
  }
}
