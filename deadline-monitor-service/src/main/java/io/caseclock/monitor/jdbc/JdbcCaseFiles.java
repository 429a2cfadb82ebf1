package io.caseclock.monitor.jdbc;

import io.caseclock.contract.CaseEvent;
import io.caseclock.contract.DeadlineStatus;
import io.caseclock.contract.EventId;
import io.caseclock.contract.Names;
import io.caseclock.jdbc.Sql;
import io.caseclock.monitor.casefile.CaseFiles;
import io.caseclock.monitor.casefile.EventPlace;
import io.caseclock.monitor.casefile.Urgency;
import io.caseclock.monitor.report.EventEffects;
import io.caseclock.monitor.watch.Phase;
import io.caseclock.monitor.watch.StoredDeadline;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** The file of one case in PostgreSQL; each statement touches one partition of each table. */
public final class JdbcCaseFiles implements CaseFiles {

  private static final String EVENTS =
      "select "
          + EventRows.SELECTED
          + " from case_event d where case_id = ? and "
          + WhereClause.MAY_SEE_EVENT
          + " and (occurred_at, source, event_id) > (?::timestamptz, ?, ?)"
          + " order by occurred_at, source, event_id limit ?";

  private static final String EFFECTS =
      """
      select source, event_id, deadline_id, rule, change, at, told from (
        select e.*,
          row_number() over (partition by e.source, e.event_id
            order by e.at, e.rule, e.deadline_id) as place,
          count(*) over (partition by e.source, e.event_id) as told
        from unnest(?::text[], ?::text[]) as r(source, event_id)
        join effect e on e.source = r.source and e.event_id = r.event_id
        where e.case_id = ?) as placed
      where place <= ? order by source, event_id, place
      """;

  /** As {@link Urgency} orders them. */
  private static final String RANKED =
      """
      select d.*,
        case when d.phase = 'running' and d.late_from <= now.at then 0
          when d.phase = 'running' then 1 when d.phase = 'paused' then 2 else 3 end as rank,
        case d.phase
          when 'running' then (extract(epoch from coalesce(d.due_at, d.started_at)) * 1000000)
          when 'paused' then (extract(epoch from d.started_at) * 1000000)
          else - (extract(epoch from coalesce(d.ended_at, d.started_at)) * 1000000) end::bigint
          as moment
      from deadline d cross join (select ?::timestamptz as at) as now
      where d.case_id = ? and (?::boolean or\s\
      """
          + WhereClause.IN_SUBTREE
          + ")";

  private static final String DEADLINES =
      "select "
          + DeadlineRows.SELECTED
          + " from ("
          + RANKED
          + ") as d where (rank, moment, id) > (?, ?, ?) order by rank, moment, id limit ?";

  private static final String STATUSES =
      "select phase, rank, count(*) as deadlines from (" + RANKED + ") as d group by phase, rank";

  private static final String FINDINGS =
      """
      select id, subject, cause, provision, text_zh, text_en, raised_at, ended_at, ended_as
      from finding where case_id = ? order by (ended_at is null) desc, raised_at desc, id limit ?
      """;

  private final Sql sql;

  public JdbcCaseFiles(DataSource dataSource) {
    sql = new Sql(dataSource);
  }

  @Override
  public List<CaseEvent> events(
      String caseId, String visibleUnit, @Nullable EventPlace after, int limit) {
    return sql.query(
        EVENTS,
        EventRows::read,
        caseId,
        visibleUnit,
        visibleUnit,
        visibleUnit,
        visibleUnit,
        after == null ? Instant.parse("0001-01-01T00:00:00Z") : after.occurredAt(),
        after == null ? "" : after.id().source(),
        after == null ? "" : after.id().id(),
        limit);
  }

  private record Told(EventId event, EventEffects.Effect effect, int all) {}

  @Override
  public Map<EventId, Effects> effects(String caseId, Collection<EventId> events) {
    Map<EventId, List<Told>> byEvent = new HashMap<>();
    for (var told :
        sql.query(
            EFFECTS,
            JdbcCaseFiles::told,
            events.stream().map(EventId::source).toList(),
            events.stream().map(EventId::id).toList(),
            caseId,
            MOST_EFFECTS)) {
      byEvent.computeIfAbsent(told.event(), any -> new ArrayList<>()).add(told);
    }
    Map<EventId, Effects> effects = new HashMap<>();
    byEvent.forEach(
        (event, all) ->
            effects.put(
                event,
                new Effects(
                    all.stream().map(Told::effect).toList(), all.getFirst().all() - all.size())));
    return effects;
  }

  private static Told told(ResultSet row) throws SQLException {
    return new Told(
        new EventId(row.getString("source"), row.getString("event_id")),
        new EventEffects.Effect(
            row.getString("deadline_id"),
            row.getString("rule"),
            row.getString("change"),
            Sql.required(row, "at")),
        row.getInt("told"));
  }

  @Override
  public List<StoredDeadline> deadlines(Visible seen, Instant now, Urgency after, int limit) {
    return sql.query(
        DEADLINES,
        DeadlineRows::read,
        now,
        seen.caseId(),
        seen.whole(),
        seen.unit(),
        after.rank(),
        after.moment(),
        after.id(),
        limit);
  }

  @Override
  public Map<DeadlineStatus, Long> statuses(Visible seen, Instant now) {
    Map<DeadlineStatus, Long> statuses = new EnumMap<>(DeadlineStatus.class);
    sql.query(
        STATUSES,
        row ->
            statuses.merge(
                row.getInt("rank") == 0
                    ? DeadlineStatus.BREACHED
                    : Phase.ofWire(row.getString("phase")).statusAt(now, null),
                row.getLong("deadlines"),
                Long::sum),
        now,
        seen.caseId(),
        seen.whole(),
        seen.unit());
    return statuses;
  }

  @Override
  public List<FiledFinding> findings(String caseId, int limit) {
    return sql.query(FINDINGS, JdbcCaseFiles::finding, caseId, limit);
  }

  private static FiledFinding finding(ResultSet row) throws SQLException {
    var provision = row.getString("provision");
    return new FiledFinding(
        row.getString("id"),
        row.getString("subject"),
        row.getString("cause"),
        provision.equals("-") ? null : provision,
        new Names(row.getString("text_zh"), row.getString("text_en")),
        Sql.required(row, "raised_at"),
        Sql.instant(row, "ended_at"),
        row.getString("ended_as"));
  }

  @Override
  public Optional<String> owner(String caseId) {
    return sql
        .query("select unit from watched_case where case_id = ?", row -> row.getString(1), caseId)
        .stream()
        .findFirst();
  }
}
