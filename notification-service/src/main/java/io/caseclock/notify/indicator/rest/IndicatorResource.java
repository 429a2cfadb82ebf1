package io.caseclock.notify.indicator.rest;

import io.caseclock.access.Role;
import io.caseclock.access.security.CurrentCaller;
import io.caseclock.contract.PeriodNumbers.Kind;
import io.caseclock.directory.Directory;
import io.caseclock.notify.indicator.OwnIndicators;
import io.caseclock.notify.indicator.Period;
import io.caseclock.notify.packs.RulePacks;
import io.caseclock.notify.rest.Paging;
import io.caseclock.notify.rest.Parameters;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Four rates of a unit and all below it, as they are known now: notices rectified, of all that were
 * open at any time in the period and not withdrawn; warnings and breaches that were right, of those
 * that anybody judged; call-backs done, of those due; callers who were not dissatisfied, of those
 * who answered.
 */
@Path("/api/v1/indicators")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@RolesAllowed({
  Role.Wire.OFFICER,
  Role.Wire.LEGAL_OFFICER,
  Role.Wire.SUPERVISOR,
  Role.Wire.ADMINISTRATOR,
  Role.Wire.AUDITOR,
  Role.Wire.PROSECUTOR
})
public class IndicatorResource {

  private static final int TREND = 12;

  private final OwnIndicators indicators;
  private final RulePacks packs;
  private final Directory directory;
  private final CurrentCaller caller;
  private final InstantSource clock;

  @Inject
  IndicatorResource(
      OwnIndicators indicators,
      RulePacks packs,
      Directory directory,
      CurrentCaller caller,
      InstantSource clock) {
    this.indicators = indicators;
    this.packs = packs;
    this.directory = directory;
    this.caller = caller;
    this.clock = clock;
  }

  /** The indicators of a unit in one period. */
  public record Indicators(String unit, String period, List<IndicatorView> indicators) {}

  /**
   * Counts the rates that this service knows; those of deadlines are to be had from the monitor.
   *
   * @param unit one of the caller's; their own where none is named
   * @param text a month, a week or a day; this month where none is named
   */
  @GET
  @Transactional
  public Indicators indicators(
      @QueryParam("unit") @Nullable String unit, @QueryParam("period") @Nullable String text) {
    var root = Paging.root(caller.get());
    Parameters.requireUnit("unit", unit, root, directory);
    var asked = unit == null ? root : unit;
    var period = period(text);
    var periods = period.upToHere(TREND);
    return new Indicators(
        asked,
        period.toString(),
        indicators.rates(asked, periods, packs.usualZone()).stream()
            .map(rate -> IndicatorView.of(rate, periods))
            .toList());
  }

  private Period period(@Nullable String text) {
    if (text == null) {
      var today = LocalDate.ofInstant(clock.instant(), packs.usualZone());
      return new Period(Kind.MONTHLY, Kind.MONTHLY.firstOf(today));
    }
    var period =
        Period.parse(text).orElseThrow(() -> Parameters.refused("period", "is " + Period.FORM));
    if (period.from().isAfter(LocalDate.ofInstant(clock.instant(), packs.usualZone()))) {
      throw Parameters.refused("period", "has begun");
    }
    return period;
  }
}
