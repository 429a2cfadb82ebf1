package io.caseclock.notify.escalation.jdbc;

import static io.caseclock.jdbc.Sql.column;

import io.caseclock.jdbc.Sql;
import io.caseclock.notify.escalation.Escalation;
import io.caseclock.notify.escalation.EscalationState.Acknowledged;
import io.caseclock.notify.escalation.EscalationState.Ended;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Changes rows of table {@code escalation} by compare-and-set, all of them in one statement. */
final class EscalationChanges {

  private static final String CHANGE =
      """
      update escalation e set next_step = c.next_step::int, repeats = c.repeats::int,
        next_at = c.next_at::timestamptz, state = c.state, plan = c.plan,
        plan_on = c.plan_on::date, plan_text = c.plan_text, plan_by = c.plan_by,
        plan_role = c.plan_role, plan_at = c.plan_at::timestamptz,
        plan_acting_for = c.plan_acting_for, ended_at = c.ended_at::timestamptz,
        ended_reason = c.ended_reason, version = c.version::int
      from unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[],
        ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[])
        as c(id, version, next_step, repeats, next_at, state, plan, plan_on, plan_text, plan_by,
          plan_role, plan_at, plan_acting_for, ended_at, ended_reason)
      where e.id = c.id and e.version = c.version::int - 1 returning e.id
      """;

  private EscalationChanges() {}

  /** Returns the ids of those that were stored: of the others another was faster. */
  static Set<String> store(Sql sql, Collection<Escalation> all) {
    if (all.isEmpty()) {
      return Set.of();
    }
    return Set.copyOf(
        sql.query(
            CHANGE,
            row -> row.getString(1),
            column(all, Escalation::id),
            column(all, Escalation::version),
            column(all, Escalation::nextStep),
            column(all, Escalation::repeats),
            column(all, Escalation::nextAt),
            column(all, one -> one.state().wire()),
            plans(all, Acknowledged::plan),
            plans(all, Acknowledged::planOn),
            plans(all, Acknowledged::text),
            plans(all, Acknowledged::by),
            plans(all, Acknowledged::role),
            plans(all, Acknowledged::at),
            plans(all, Acknowledged::actingFor),
            ends(all, Ended::at),
            ends(all, end -> end.why().wire())));
  }

  private static List<@Nullable Object> plans(
      Collection<Escalation> all, Function<Acknowledged, @Nullable Object> value) {
    return column(all, one -> one.state() instanceof Acknowledged plan ? value.apply(plan) : null);
  }

  private static List<@Nullable Object> ends(
      Collection<Escalation> all, Function<Ended, @Nullable Object> value) {
    return column(all, one -> one.state() instanceof Ended end ? value.apply(end) : null);
  }
}
