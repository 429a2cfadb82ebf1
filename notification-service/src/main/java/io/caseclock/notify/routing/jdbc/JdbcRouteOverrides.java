package io.caseclock.notify.routing.jdbc;

import io.caseclock.jdbc.Sql;
import io.caseclock.notify.routing.RouteOverrides;
import io.caseclock.notify.wire.RouteText;
import io.caseclock.pack.Route;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Table {@code route_override}: every change is kept, the newest of a unit holds. */
public final class JdbcRouteOverrides implements RouteOverrides {

  private static final String NEWEST =
      """
      select routes::text, by_officer, at from route_override
      where unit = ? order by seq desc limit 1
      """;
  private static final String PUT =
      "insert into route_override (unit, routes, by_officer, at) values (?, ?::jsonb, ?, ?)";

  private final Sql sql;

  public JdbcRouteOverrides(Sql sql) {
    this.sql = sql;
  }

  @Override
  public Optional<Kept> of(String unit) {
    return sql
        .query(
            NEWEST,
            row -> new Row(row.getString(1), row.getString(2), Sql.required(row, "at")),
            unit)
        .stream()
        .findFirst()
        .flatMap(Row::kept);
  }

  @Override
  public void put(String unit, List<Route> routes, String officer, Instant at) {
    sql.update(PUT, unit, routes.isEmpty() ? null : RouteText.write(routes), officer, at);
  }

  private record Row(@Nullable String routes, String officer, Instant at) {
    Optional<Kept> kept() {
      return routes == null
          ? Optional.empty()
          : Optional.of(new Kept(RouteText.read(routes), officer, at));
    }
  }
}
