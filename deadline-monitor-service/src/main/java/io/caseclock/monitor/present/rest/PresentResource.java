package io.caseclock.monitor.present.rest;

import io.caseclock.access.Role;
import io.caseclock.access.security.CurrentCaller;
import io.caseclock.contract.DeadlineCounts;
import io.caseclock.contract.Names;
import io.caseclock.directory.Directory;
import io.caseclock.monitor.law.Law;
import io.caseclock.monitor.present.Present;
import io.caseclock.monitor.present.Present.Standing;
import io.caseclock.monitor.present.PresentDay;
import io.caseclock.monitor.present.ReadPresent;
import io.caseclock.monitor.rest.AskedUnit;
import io.caseclock.monitor.rest.Parameters;
import io.caseclock.monitor.statistics.Rate;
import io.caseclock.monitor.statistics.Today;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a unit stands at this moment. Days are those of the zone of the first pack in force; each
 * figure names the query that tells the deadlines behind it.
 */
@Path("/api/v1/present")
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
public class PresentResource {

  private final ReadPresent reading;
  private final Law law;
  private final AskedUnit units;
  private final InstantSource clock;

  PresentResource(
      ReadPresent reading,
      Law law,
      Directory directory,
      CurrentCaller caller,
      InstantSource clock) {
    this.reading = reading;
    this.law = law;
    this.units = new AskedUnit(directory, caller);
    this.clock = clock;
  }

  /**
   * How a unit stands.
   *
   * @param asOf when it was asked
   * @param since the first instant of yesterday, from which changes are counted
   * @param weekEndsOn the Sunday of this week, inclusive
   * @param zone in which these days are days
   * @param all the unit with all below it
   * @param below each unit directly below, with all below it; what the unit has itself stands only
   *     in {@code all}
   * @param atZero units that had something due this month so far and were never late in it
   */
  public record PresentView(
      String unit,
      Instant asOf,
      Instant since,
      LocalDate today,
      LocalDate weekEndsOn,
      String zone,
      StandingView all,
      List<StandingView> below,
      AtZeroView atZero) {}

  /**
   * One unit with all below it.
   *
   * @param names null where the directory does not know the unit
   * @param thisMonth from the first of the month up to today
   * @param lastMonth from the first of last month up to the same day of it
   */
  public record StandingView(
      String unit,
      @Nullable Names names,
      FiguresView figures,
      MonthView thisMonth,
      MonthView lastMonth) {}

  /**
   * A month as far as it goes.
   *
   * @param due all that was or is due in these days
   * @param breached late at any time, mended or not
   * @param rate met in time, of those of which it is known
   */
  public record MonthView(LocalDate from, LocalDate to, long due, long breached, Rate rate) {}

  /**
   * Units without a breach this month, each alone.
   *
   * @param count how many there are
   * @param of how many had anything due
   * @param units the first 200 of them
   */
  public record AtZeroView(int count, int of, List<Present.UnitName> units) {}

  /**
   * What one officer has open in the unit and all below it.
   *
   * @param since the first instant of yesterday, from which changes are counted
   */
  public record OfficerView(
      String unit,
      String officer,
      Instant asOf,
      Instant since,
      LocalDate today,
      LocalDate weekEndsOn,
      String zone,
      FiguresView figures) {}

  /**
   * What is late, due next, likely to be missed and changed, of a unit and those directly below.
   */
  @GET
  public PresentView present(@QueryParam("unit") @Nullable String unit) {
    var now = clock.instant();
    var asked = units.of(unit);
    var day = PresentDay.of(now, law.zone());
    var present = reading.of(asked, day, Today.of(law, now));
    var atZero = present.atZero();
    return new PresentView(
        asked,
        now,
        day.since(),
        day.today(),
        day.weekEndsOn(),
        day.zone().getId(),
        view(present.all(), day),
        present.below().stream().map(standing -> view(standing, day)).toList(),
        new AtZeroView(atZero.count(), atZero.of(), atZero.first()));
  }

  /** The same figures of the deadlines that one officer answers for. */
  @GET
  @Path("officers/{officer}")
  public OfficerView officer(
      @PathParam("officer") String officer, @QueryParam("unit") @Nullable String unit) {
    var now = clock.instant();
    var asked = units.of(unit);
    var who = Parameters.identifier("officer", officer);
    var day = PresentDay.of(now, law.zone());
    return new OfficerView(
        asked,
        who,
        now,
        day.since(),
        day.today(),
        day.weekEndsOn(),
        day.zone().getId(),
        FiguresView.of(reading.ofOfficer(asked, who, day), asked, who));
  }

  private static StandingView view(Standing standing, PresentDay day) {
    return new StandingView(
        standing.unit(),
        standing.names(),
        FiguresView.of(standing.figures(), standing.unit(), null),
        month(standing.thisMonth(), day.thisMonth().from(), day.thisMonth().to()),
        month(standing.lastMonth(), day.lastMonth().from(), day.lastMonth().to()));
  }

  private static MonthView month(DeadlineCounts counts, LocalDate from, LocalDate to) {
    return new MonthView(from, to, counts.due(), counts.breached(), Rate.inTime(counts));
  }
}
