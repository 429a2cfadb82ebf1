package io.caseclock.monitor.standing.rest;

import io.caseclock.access.Role;
import io.caseclock.access.security.CurrentCaller;
import io.caseclock.contract.Names;
import io.caseclock.contract.UnitKind;
import io.caseclock.contract.Words;
import io.caseclock.directory.Directory;
import io.caseclock.monitor.law.Law;
import io.caseclock.monitor.rest.AskedUnit;
import io.caseclock.monitor.rest.Parameters;
import io.caseclock.monitor.standing.Appraisal.Judged;
import io.caseclock.monitor.standing.Appraisal.LineResult;
import io.caseclock.monitor.standing.Appraisal.Result;
import io.caseclock.monitor.standing.Appraisal.TooLittle;
import io.caseclock.monitor.standing.Ranking.Rank;
import io.caseclock.monitor.standing.ReadStanding;
import io.caseclock.monitor.standing.ReadStanding.Place;
import io.caseclock.monitor.statistics.Knowledge;
import io.caseclock.monitor.statistics.Today;
import io.caseclock.pack.Standing;
import io.caseclock.problem.ProblemException;
import io.caseclock.problem.ProblemType;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.InstantSource;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** The monthly appraisal of units by points. */
@Path("/api/v1/standing")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({
  Role.Wire.LEGAL_OFFICER,
  Role.Wire.SUPERVISOR,
  Role.Wire.ADMINISTRATOR,
  Role.Wire.AUDITOR
})
@RunOnVirtualThread
public class StandingResource {

  private static final int MOST = 500;

  private final ReadStanding reading;
  private final Law law;
  private final AskedUnit units;
  private final InstantSource clock;

  StandingResource(
      ReadStanding reading,
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
   * What one line of the pack gave or took.
   *
   * @param measure the number of the statistics, or the indicator, that it looks at
   * @param number what was counted; of an indicator how many were met in time
   * @param of what it is a share of; null where it is none
   * @param amount what the points are for, in the unit of {@code per}
   * @param per count, hundred-due, day or percent-below-target
   * @param each the points for one of them
   * @param most the most that the line gives or takes
   * @param points below zero where they are taken
   * @param capped whether it would have been more
   * @param judged false where fewer than five deadlines fed an indicator: it gives and takes
   *     nothing
   */
  public record LineView(
      String id,
      Names names,
      String measure,
      long number,
      @Nullable Long of,
      BigDecimal amount,
      String per,
      BigDecimal each,
      BigDecimal most,
      BigDecimal points,
      boolean capped,
      boolean judged) {}

  /**
   * A unit that is judged.
   *
   * @param rank 1 for the most points among the units of its kind; equal points share it
   * @param of how many units of the kind are judged
   * @param start the points before any line; with those of the lines they are {@code points}
   * @param pointsBefore of the month before; null where it was not judged then
   * @param movement how many points more or less than then; null where it was not judged
   * @param rankBefore its rank then; null where it was not judged
   */
  public record JudgedUnit(
      String unit,
      Names names,
      String kind,
      int rank,
      int of,
      BigDecimal points,
      int start,
      List<LineView> lines,
      @Nullable BigDecimal pointsBefore,
      @Nullable BigDecimal movement,
      @Nullable Integer rankBefore) {}

  /**
   * A unit with too little to judge, which has no rank.
   *
   * @param due how many deadlines were due
   */
  public record UnjudgedUnit(String unit, Names names, String kind, long due) {}

  /**
   * How the units of one kind stand.
   *
   * @param closed whether the month is over
   * @param view now or then
   * @param leastDue with fewer deadlines due a unit is not judged
   * @param judged those of the page, the best first; all of them stand before the first in {@code
   *     tooLittle}
   * @param next give it as {@code after} to get the next page; null on the last
   */
  public record StandingView(
      String unit,
      String kind,
      String month,
      boolean closed,
      String view,
      int leastDue,
      List<JudgedUnit> judged,
      List<UnjudgedUnit> tooLittle,
      @Nullable String next) {}

  @GET
  @Operation(
      summary = "How units stand in a month, by points",
      description =
          "The units of one kind below 'unit', each with all below it, by the points of the pack's"
              + " standing.yaml: where it started, what each line gave or took and why, the cap,"
              + " and the movement since the month before. Units are ranked among their own kind"
              + " only; equal points share a rank. A unit with fewer deadlines due than the pack"
              + " wants stands apart, without a rank, behind all others. 'month' is the last one"
              + " that is over where nothing is said; view=then tells what was known at its end,"
              + " view=now what is known today.")
  public StandingView standing(
      @QueryParam("unit") @Nullable String asked,
      @QueryParam("month") @Nullable String month,
      @QueryParam("kind") @DefaultValue("station") String kind,
      @QueryParam("view") @DefaultValue("now") String view,
      @QueryParam("after") @Nullable String after,
      @QueryParam("limit") @DefaultValue("50") String limit) {
    var unit = units.of(asked);
    Parameters.oneOf("kind", kind, UnitKind.wires());
    Parameters.oneOf("view", view, Arrays.stream(Knowledge.values()).map(Knowledge::wire).toList());
    var today = Today.of(law, clock.instant());
    var wanted = month(month, today);
    var standing =
        reading
            .standing()
            .orElseThrow(
                () ->
                    new ProblemException(
                        ProblemType.NOT_FOUND, "No pack in force appraises units."));
    var most = Parameters.limit(limit, MOST);
    var behind = Parameters.cursor(after, StandingCursor::parse);
    var found =
        reading.of(standing, unit, wanted, Knowledge.ofWire(view), today).stream()
            .filter(place -> place.unit().kind().equals(kind))
            .filter(place -> behind == null || StandingCursor.of(place).compareTo(behind) > 0)
            .sorted(Comparator.comparing(StandingCursor::of))
            .limit(most + 1L)
            .toList();
    var places = found.subList(0, Math.min(most, found.size()));
    return new StandingView(
        unit,
        kind,
        wanted.toString(),
        wanted.atEndOfMonth().isBefore(today.earliest()),
        view,
        standing.leastDue(),
        places.stream().flatMap(place -> judged(place, standing).stream()).toList(),
        places.stream().flatMap(place -> unjudged(place).stream()).toList(),
        found.size() > most ? StandingCursor.of(places.getLast()).text() : null);
  }

  private static YearMonth month(@Nullable String text, Today today) {
    var present = YearMonth.from(today.earliest());
    if (text == null) {
      return present.minusMonths(1);
    }
    var expected = "a month such as 2026-11, not one that lies ahead";
    try {
      var month = YearMonth.parse(text);
      if (month.isAfter(present) || month.getYear() < 1900) {
        throw Parameters.refused("month", expected);
      }
      return month;
    } catch (DateTimeException e) {
      throw Parameters.refused("month", expected);
    }
  }

  private static Optional<JudgedUnit> judged(Place place, Standing standing) {
    var rank = place.rank();
    if (!(place.result() instanceof Judged judged) || rank == null) {
      return Optional.empty();
    }
    var before = points(place.before());
    return Optional.of(
        new JudgedUnit(
            place.unit().id(),
            place.unit().names(),
            place.unit().kind(),
            rank.rank(),
            rank.of(),
            judged.points(),
            standing.start(),
            judged.lines().stream().map(StandingResource::view).toList(),
            before,
            before == null ? null : judged.points().subtract(before),
            rank(place.rankBefore())));
  }

  private static @Nullable BigDecimal points(Result result) {
    return result instanceof Judged judged ? judged.points() : null;
  }

  private static @Nullable Integer rank(@Nullable Rank rank) {
    return rank == null ? null : Integer.valueOf(rank.rank());
  }

  private static Optional<UnjudgedUnit> unjudged(Place place) {
    return place.result() instanceof TooLittle(var due)
        ? Optional.of(
            new UnjudgedUnit(place.unit().id(), place.unit().names(), place.unit().kind(), due))
        : Optional.empty();
  }

  private static LineView view(LineResult result) {
    var line = result.line();
    var measure =
        switch (line.measure()) {
          case Standing.Measure.Counted counted -> Words.of(counted.number());
          case Standing.Measure.Rate rate -> rate.indicator();
        };
    return new LineView(
        line.id(),
        line.names(),
        measure,
        result.number(),
        result.of(),
        result.amount(),
        Words.of(line.per()),
        line.points(),
        line.most(),
        result.points(),
        result.capped(),
        result.judged());
  }
}
