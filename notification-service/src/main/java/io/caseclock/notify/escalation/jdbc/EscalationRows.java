package io.caseclock.notify.escalation.jdbc;

import io.caseclock.jdbc.Sql;
import io.caseclock.notify.escalation.Escalation;
import io.caseclock.notify.escalation.EscalationState;
import io.caseclock.notify.escalation.EscalationState.Acknowledged;
import io.caseclock.notify.escalation.EscalationState.Climbing;
import io.caseclock.notify.escalation.EscalationState.Ended;
import io.caseclock.notify.jdbc.Zones;
import io.caseclock.notify.message.Superseded;
import io.caseclock.notify.rest.RouteText;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;

/** Reads rows of table {@code escalation}. */
final class EscalationRows {

  private EscalationRows() {}

  static Escalation escalation(ResultSet row) throws SQLException {
    return new Escalation(
        row.getString("id"),
        row.getString("deadline_id"),
        row.getString("case_id"),
        row.getString("unit"),
        row.getString("officer"),
        RouteText.read(row.getString("route")).getFirst(),
        row.getString("set_by"),
        Sql.required(row, "opened_at"),
        Zones.ofText(row.getString("zone")),
        row.getInt("next_step"),
        row.getInt("repeats"),
        Sql.instant(row, "next_at"),
        state(row),
        row.getInt("version"));
  }

  private static EscalationState state(ResultSet row) throws SQLException {
    var state = row.getString("state");
    return switch (state) {
      case "climbing" -> new Climbing();
      case "acknowledged" ->
          new Acknowledged(
              row.getString("plan"),
              row.getString("plan_by"),
              row.getString("plan_role"),
              Sql.required(row, "plan_at"),
              row.getObject("plan_on", LocalDate.class),
              row.getString("plan_text"),
              row.getString("plan_acting_for"));
      case "ended" ->
          new Ended(
              Superseded.ofWire(row.getString("ended_reason")), Sql.required(row, "ended_at"));
      default -> throw new IllegalStateException("not a state of an escalation: " + state);
    };
  }
}
