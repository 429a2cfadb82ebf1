package io.caseclock.notify.routing.panache;

import io.caseclock.jdbc.Sql;
import io.caseclock.notify.rest.RouteText;
import io.caseclock.notify.routing.RouteOverrides;
import io.caseclock.pack.Route;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Typed;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Table {@code route_override}: every change is kept, the newest of a unit holds. */
@ApplicationScoped
@Typed(PanacheRouteOverrides.class)
public class PanacheRouteOverrides
    implements RouteOverrides, PanacheRepositoryBase<RouteOverrideRow, Long> {

  private static final String NEWEST_OF_EACH =
      """
      select distinct on (unit) unit, routes::text, by_officer, at from route_override
      where unit = any (?) order by unit, seq desc
      """;

  private final Sql sql;

  @Inject
  PanacheRouteOverrides(Sql sql) {
    this.sql = sql;
  }

  @Override
  public Optional<Kept> of(String unit) {
    return find("unit = ?1 order by seq desc", unit)
        .firstResultOptional()
        .flatMap(PanacheRouteOverrides::kept);
  }

  @Override
  public Map<String, Kept> of(Collection<String> units) {
    Map<String, Kept> own = new HashMap<>();
    sql.query(NEWEST_OF_EACH, PanacheRouteOverrides::row, units)
        .forEach(row -> kept(row).ifPresent(policy -> own.put(row.unit, policy)));
    return own;
  }

  private static RouteOverrideRow row(ResultSet found) throws SQLException {
    var row = new RouteOverrideRow();
    row.unit = found.getString("unit");
    row.routes = found.getString("routes");
    row.officer = found.getString("by_officer");
    row.at = Sql.required(found, "at");
    return row;
  }

  private static Optional<Kept> kept(RouteOverrideRow row) {
    return row.routes == null
        ? Optional.empty()
        : Optional.of(new Kept(RouteText.read(row.routes), row.officer, row.at));
  }

  @Override
  public long lockedVersion(String unit) {
    getEntityManager()
        .createNativeQuery(
            "select cast(pg_advisory_xact_lock(hashtextextended(?1, 0)) as text)", String.class)
        .setParameter(1, "route_override:" + unit)
        .getResultList();
    return version(unit);
  }

  @Override
  public long version(String unit) {
    return find("unit = ?1 order by seq desc", unit)
        .firstResultOptional()
        .map(row -> Objects.requireNonNullElse(row.seq, 0L))
        .orElse(0L);
  }

  @Override
  public void put(String unit, List<Route> routes, String officer, Instant at) {
    var row = new RouteOverrideRow();
    row.unit = unit;
    row.routes = routes.isEmpty() ? null : RouteText.write(routes);
    row.officer = officer;
    row.at = at;
    persistAndFlush(row);
  }
}
