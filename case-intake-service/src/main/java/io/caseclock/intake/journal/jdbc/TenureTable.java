package io.caseclock.intake.journal.jdbc;

import io.caseclock.contract.BuiltInTypes;
import io.caseclock.contract.CaseEvent;
import io.caseclock.contract.EventId;
import io.caseclock.contract.Subject;
import io.caseclock.intake.journal.CheckedEvent;
import io.caseclock.jdbc.PostingColumns;
import io.caseclock.jdbc.Sql;
import io.caseclock.ownership.Ownership;
import io.caseclock.ownership.OwnershipRules;
import io.caseclock.ownership.Tenure;
import io.caseclock.ownership.Withdrawals;
import io.caseclock.wire.Json;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Table {@code case_tenure}: to whom each case belonged when, as the journal says. It is found anew
 * whenever something came that may change it, which is rare; the door reads it for each event.
 */
final class TenureTable {

  private static final Set<String> CHANGING =
      Set.of(BuiltInTypes.CASE_ASSIGNED, BuiltInTypes.EVENT_WITHDRAWN);

  private static final String FIND =
      """
      select case_id, unit, officer, unit_path, from_at, until_at, known_from, provisional
      from case_tenure where case_id = any (?) order by case_id, n
      """;

  /**
   * In a fixed order, so that two batches with the same cases wait instead of locking each other.
   */
  private static final String LOCK =
      """
      select pg_advisory_xact_lock(hashtext(current_schema() || '.case_tenure'), h)
      from (select distinct hashtext(id) as h from unnest(?::text[]) as c(id) order by 1) as ordered
      """;

  /** What opens and hands over, and the first events, one of which opens a case provisionally. */
  private static final String EVENTS =
      """
      select distinct on (source, event_id) j.source, j.event_id, j.type, j.subject, j.case_id,
        j.unit, j.officer, j.occurred_at, j.accepted_at, j.posted_by, j.posted_kind,
        j.posted_by_administrator, j.unit_path,
        case when j.type = 'event-withdrawn' then j.data::text else '{}' end as data
      from unnest(?::text[]) as c(id)
      cross join lateral (
        (select * from journal where case_id = c.id and type = any (?))
        union all
        (select * from journal where case_id = c.id order by seq limit 50)) as j
      """;

  private static final String DELETE = "delete from case_tenure where case_id = any (?)";
  private static final String INSERT =
      """
      insert into case_tenure (case_id, n, unit, officer, unit_path, from_at, until_at, known_from,
        provisional)
      select case_id, n::int, unit, officer, unit_path, from_at::timestamptz,
        until_at::timestamptz, known_from::timestamptz, provisional::boolean
      from unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[],
          ?::text[], ?::text[])
        as r(case_id, n, unit, officer, unit_path, from_at, until_at, known_from, provisional)
      """;

  private final OwnershipRules rules;
  private final Set<String> relevant;

  TenureTable(OwnershipRules rules) {
    this.rules = rules;
    relevant = new TreeSet<>(rules.opening());
    relevant.addAll(CHANGING);
  }

  Map<String, List<Tenure>> find(Connection connection, Collection<String> caseIds)
      throws SQLException {
    return Sql.query(
            connection,
            FIND,
            statement -> statement.setArray(1, connection.createArrayOf("text", caseIds.toArray())),
            row -> Map.entry(row.getString("case_id"), tenure(row)))
        .stream()
        .collect(
            Collectors.groupingBy(
                Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
  }

  /** Takes what was just inserted into account. */
  void refresh(Connection connection, List<CheckedEvent> inserted) throws SQLException {
    var ofCases = inserted.stream().filter(entry -> entry.news() == null).toList();
    var caseIds = ofCases.stream().map(CheckedEvent::caseId).collect(Collectors.toSet());
    if (caseIds.isEmpty()) {
      return;
    }
    var known = find(connection, caseIds);
    var touched =
        ofCases.stream()
            .filter(entry -> mayChange(entry, known.get(entry.caseId())))
            .map(CheckedEvent::caseId)
            .collect(Collectors.toCollection(TreeSet::new));
    if (!touched.isEmpty()) {
      findAnew(connection, touched);
    }
  }

  private boolean mayChange(CheckedEvent entry, @Nullable List<Tenure> known) {
    return known == null
        || CHANGING.contains(entry.type())
        || (known.getFirst().provisional() && rules.opens(entry.type()));
  }

  private void findAnew(Connection connection, Set<String> caseIds) throws SQLException {
    var ids = connection.createArrayOf("text", caseIds.toArray());
    Sql.query(connection, LOCK, statement -> statement.setArray(1, ids), row -> true);
    var events =
        Sql.query(
                connection,
                EVENTS,
                statement -> {
                  statement.setArray(1, ids);
                  statement.setArray(2, connection.createArrayOf("text", relevant.toArray()));
                },
                TenureTable::event)
            .stream()
            .collect(Collectors.groupingBy(CaseEvent::caseId));
    List<Row> rows = new ArrayList<>();
    events.forEach(
        (caseId, ofCase) -> {
          var tenures = Ownership.of(rules, Withdrawals.standing(ofCase)).tenures();
          for (var n = 0; n < tenures.size(); n++) {
            rows.add(new Row(caseId, n, tenures.get(n)));
          }
        });
    Sql.update(connection, DELETE, statement -> statement.setArray(1, ids));
    insert(connection, rows);
  }

  private record Row(String caseId, int n, Tenure tenure) {}

  private static void insert(Connection connection, List<Row> rows) throws SQLException {
    List<Function<Row, @Nullable Object>> columns =
        List.of(
            Row::caseId,
            Row::n,
            row -> row.tenure().unit(),
            row -> row.tenure().officer(),
            row -> row.tenure().unitPath(),
            row -> row.tenure().from().equals(Instant.MIN) ? null : row.tenure().from(),
            row -> row.tenure().isPresent() ? null : row.tenure().until(),
            row -> row.tenure().knownFrom(),
            row -> row.tenure().provisional());
    Sql.update(
        connection,
        INSERT,
        statement -> {
          for (var i = 0; i < columns.size(); i++) {
            var column = columns.get(i);
            var values =
                rows.stream()
                    .map(row -> column.apply(row))
                    .map(value -> value == null ? null : value.toString())
                    .toArray(String[]::new);
            statement.setArray(i + 1, connection.createArrayOf("text", values));
          }
        });
  }

  private static Tenure tenure(ResultSet row) throws SQLException {
    var from = Sql.instant(row, "from_at");
    var until = Sql.instant(row, "until_at");
    return new Tenure(
        row.getString("unit"),
        row.getString("officer"),
        row.getString("unit_path"),
        from == null ? Instant.MIN : from,
        until == null ? Instant.MAX : until,
        Sql.required(row, "known_from"),
        row.getBoolean("provisional"));
  }

  private static CaseEvent event(ResultSet row) throws SQLException {
    Map<String, Object> data =
        new HashMap<>(Json.object(row.getString("data").getBytes(StandardCharsets.UTF_8)));
    return new CaseEvent(
        new EventId(row.getString("source"), row.getString("event_id")),
        row.getString("type"),
        Subject.parse(row.getString("subject")),
        row.getString("case_id"),
        Sql.required(row, "occurred_at"),
        Sql.required(row, "accepted_at"),
        null,
        row.getString("unit"),
        row.getString("officer"),
        PostingColumns.read(row),
        data);
  }
}
