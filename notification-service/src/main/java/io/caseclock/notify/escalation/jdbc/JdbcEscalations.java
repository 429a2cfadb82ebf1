package io.caseclock.notify.escalation.jdbc;

import io.caseclock.jdbc.Sql;
import io.caseclock.notify.escalation.Escalation;
import io.caseclock.notify.escalation.EscalationFilter;
import io.caseclock.notify.escalation.EscalationQuery;
import io.caseclock.notify.escalation.EscalationQuery.Cursor;
import io.caseclock.notify.escalation.EscalationQuery.Found;
import io.caseclock.notify.escalation.Escalations;
import io.caseclock.notify.jdbc.CommittedCounter;
import io.caseclock.notify.jdbc.Zones;
import io.caseclock.notify.level.HiddenCases;
import io.caseclock.notify.rest.RouteText;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Tables {@code escalation} and {@code escalation_line}. */
public final class JdbcEscalations implements Escalations {

  private static final String ADD =
      """
      insert into escalation (id, deadline_id, case_id, unit, officer, route, set_by, opened_at,
        next_step, repeats, next_at, state, version, zone)
      select id, deadline_id, case_id, unit, officer, route::jsonb, set_by, opened_at::timestamptz,
        next_step::int, repeats::int, next_at::timestamptz, state, version::int, zone
      from unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[],
        ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[])
        as e(id, deadline_id, case_id, unit, officer, route, set_by, opened_at, next_step, repeats,
          next_at, state, version, zone)
      on conflict (id) do nothing returning id
      """;
  private static final String CLAIM =
      """
      select * from escalation where state = 'climbing' and next_at <= ?
      order by next_at, id limit ? for update skip locked
      """;

  /** A few at most; asked for the newest, the database would go through all by their age. */
  private static final String OPEN_OF =
      "select * from escalation where deadline_id = ? and state <> 'ended' for update";

  private static final String OPEN_AMONG =
      "select deadline_id from escalation where deadline_id = any (?) and state <> 'ended'";

  private static final String TAKEN_ON =
      "select deadline_id from escalation where deadline_id = any(?) and state = 'acknowledged'";
  private static final String LINE =
      """
      insert into escalation_line (escalation_id, seq, what, at, people, by_officer, by_role, text,
        by_acting_for)
      select id, version::int, what, at::timestamptz, string_to_array(people, chr(31)), by, role, text,
        acting_for
      from unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[],
        ?::text[], ?::text[]) as l(id, version, what, at, people, by, role, text, acting_for)
      """;
  private static final String HISTORY =
      "select * from escalation_line where escalation_id = ? order by seq";
  private static final String IN_SUBTREE =
      """
      select e.* from escalation e join unit u on u.id = e.unit
      where starts_with(u.path, (select path from unit where id = ?))
      """;

  /** Between the people of a line; stands in no identifier. */
  private static final String SEPARATOR = "\u001f";

  private final Sql sql;
  private final CommittedCounter counter;
  private final HiddenCases hidden;

  public JdbcEscalations(Sql sql, CommittedCounter counter, HiddenCases hidden) {
    this.hidden = hidden;
    this.sql = sql;
    this.counter = counter;
  }

  /** An escalation as it stands after a line of its history. */
  record Written(Escalation escalation, Line line) {}

  @Override
  public void add(Escalation escalation, Line line) {
    add(List.of(new Written(escalation, line)));
  }

  /** All of them in two statements; none may stand in it twice. */
  void add(Collection<Written> opened) {
    if (opened.isEmpty()) {
      return;
    }
    var added =
        Set.copyOf(
            sql.query(
                ADD,
                row -> row.getString(1),
                column(opened, Escalation::id),
                column(opened, Escalation::deadlineId),
                column(opened, Escalation::caseId),
                column(opened, Escalation::unit),
                column(opened, Escalation::officer),
                column(opened, escalation -> RouteText.write(List.of(escalation.route()))),
                column(opened, Escalation::setBy),
                column(opened, Escalation::openedAt),
                column(opened, Escalation::nextStep),
                column(opened, Escalation::repeats),
                column(opened, Escalation::nextAt),
                column(opened, escalation -> escalation.state().wire()),
                column(opened, Escalation::version),
                column(opened, escalation -> Zones.text(escalation.zone()))));
    write(opened.stream().filter(one -> added.contains(one.escalation().id())).toList());
  }

  private static List<@Nullable Object> column(
      Collection<Written> written, Function<Escalation, @Nullable Object> value) {
    return written.stream().<@Nullable Object>map(one -> value.apply(one.escalation())).toList();
  }

  @Override
  public List<Escalation> claim(int limit, Instant now) {
    return sql.query(CLAIM, EscalationRows::escalation, now, limit);
  }

  @Override
  public Optional<Escalation> locked(String id) {
    return one("select * from escalation where id = ? for update", id);
  }

  @Override
  public Optional<Escalation> openOf(String deadlineId) {
    return sql.query(OPEN_OF, EscalationRows::escalation, deadlineId).stream()
        .max(Comparator.comparing(Escalation::openedAt));
  }

  /** Those of these deadlines that have an open escalation. */
  List<String> openAmong(Collection<String> deadlineIds) {
    return sql.query(OPEN_AMONG, row -> row.getString(1), deadlineIds);
  }

  @Override
  public Set<String> takenOn(Collection<String> deadlineIds) {
    return Set.copyOf(
        sql.query(TAKEN_ON, row -> row.getString(1), (Object) deadlineIds.toArray(String[]::new)));
  }

  @Override
  public Optional<Escalation> ofPlan(String plan) {
    return one("select * from escalation where plan = ? for update", plan);
  }

  private Optional<Escalation> one(String query, String parameter) {
    return sql.query(query, EscalationRows::escalation, parameter).stream().findFirst();
  }

  @Override
  public boolean change(Escalation after, Line line) {
    return change(List.of(new Written(after, line))) > 0;
  }

  @Override
  public void step(Escalation after, Line line) {
    change(after, line);
  }

  /** All of them in two statements; returns how many were stored. */
  int change(Collection<Written> changed) {
    var stored = EscalationChanges.store(sql, changed.stream().map(Written::escalation).toList());
    write(changed.stream().filter(one -> stored.contains(one.escalation().id())).toList());
    return stored.size();
  }

  @Override
  public void postpone(Escalation after) {
    postpone(List.of(after));
  }

  void postpone(Collection<Escalation> all) {
    EscalationChanges.store(sql, all);
  }

  private void write(List<Written> written) {
    if (written.isEmpty()) {
      return;
    }
    sql.update(
        LINE,
        column(written, Escalation::id),
        column(written, Escalation::version),
        lines(written, Line::what),
        lines(written, Line::at),
        lines(written, line -> String.join(SEPARATOR, line.people())),
        lines(written, Line::by),
        lines(written, Line::role),
        lines(written, Line::text),
        lines(written, Line::actingFor));
    written.stream()
        .collect(Collectors.groupingBy(one -> one.line().what(), Collectors.counting()))
        .forEach(
            (what, amount) ->
                counter.count("caseclock.escalation.steps", "what", what, amount.intValue()));
  }

  private static List<@Nullable Object> lines(
      Collection<Written> written, Function<Line, @Nullable Object> value) {
    return written.stream().<@Nullable Object>map(one -> value.apply(one.line())).toList();
  }

  @Override
  public Found page(EscalationQuery query) {
    var page = EscalationPage.of(query, hidden.now());
    var rows = sql.query(page.text(), JdbcEscalations::placed, page.parameters());
    var next =
        rows.size() < query.limit()
            ? Optional.<Cursor>empty()
            : Optional.of(rows.getLast().place());
    return new Found(rows.stream().map(Placed::escalation).toList(), next);
  }

  private record Placed(Escalation escalation, Cursor place) {}

  private static Placed placed(ResultSet row) throws SQLException {
    var place =
        new Cursor(row.getInt("place_rank"), Sql.required(row, "place_at"), row.getString("id"));
    return new Placed(EscalationRows.escalation(row), place);
  }

  @Override
  public Map<String, Long> counts(String rootUnit, EscalationFilter filter) {
    var page = EscalationPage.counting(rootUnit, filter, hidden.now());
    return sql
        .query(
            page.text(),
            row -> Map.entry(row.getString("state"), row.getLong("found")),
            page.parameters())
        .stream()
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  @Override
  public Optional<Escalation> find(String id, String rootUnit) {
    var unseen = hidden.now();
    var one = IN_SUBTREE + " and e.id = ?";
    var found =
        unseen.isNothing()
            ? sql.query(one, EscalationRows::escalation, rootUnit, id)
            : sql.query(
                one + " and " + EscalationPage.NOT_HIDDEN,
                EscalationRows::escalation,
                rootUnit,
                id,
                unseen.cases(),
                unseen.person());
    return found.stream().findFirst();
  }

  @Override
  public List<Line> history(String id) {
    return sql.query(
        HISTORY,
        row ->
            new Line(
                row.getString("what"),
                Sql.required(row, "at"),
                List.of((String[]) row.getArray("people").getArray()),
                row.getString("by_officer"),
                row.getString("by_role"),
                row.getString("text"),
                row.getString("by_acting_for")),
        id);
  }
}
