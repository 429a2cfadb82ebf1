package io.caseclock.monitor.prediction.rest;

import io.caseclock.access.Role;
import io.caseclock.access.security.CurrentCaller;
import io.caseclock.contract.Names;
import io.caseclock.directory.Directory;
import io.caseclock.directory.UnitEntry;
import io.caseclock.monitor.law.Law;
import io.caseclock.monitor.prediction.Band;
import io.caseclock.monitor.prediction.Calibrate;
import io.caseclock.monitor.prediction.Calibrations;
import io.caseclock.monitor.prediction.Curves.Learned;
import io.caseclock.monitor.prediction.LearnCurves;
import io.caseclock.monitor.prediction.PredictRunning;
import io.caseclock.monitor.prediction.Predictions;
import io.caseclock.monitor.prediction.Predictions.Question;
import io.caseclock.monitor.rest.AskedUnit;
import io.caseclock.monitor.rest.Parameters;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The chance that running deadlines will be missed, and how well such chances held. */
@Path("/api/v1/predictions")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class PredictionResource {

  private final Predictions predictions;
  private final Calibrations calibrations;
  private final Work work;
  private final Law law;
  private final Directory directory;
  private final CurrentCaller caller;
  private final AskedUnit units;
  private final InstantSource clock;

  PredictionResource(
      Predictions predictions,
      Calibrations calibrations,
      Work work,
      Law law,
      Directory directory,
      CurrentCaller caller,
      InstantSource clock) {
    this.predictions = predictions;
    this.calibrations = calibrations;
    this.work = work;
    this.law = law;
    this.directory = directory;
    this.caller = caller;
    this.units = new AskedUnit(directory, caller);
    this.clock = clock;
  }

  /** What runs on demand as it does by the clock. */
  public record Work(LearnCurves learn, PredictRunning predict, Calibrate calibrate) {}

  /**
   * A page.
   *
   * @param next give it as {@code after} to get the next page; null on the last
   */
  public record Listing(List<PredictionView> predictions, @Nullable String next) {}

  /**
   * What was learned.
   *
   * @param curves how many curves are usable
   * @param finished how many steps that were done they rest on
   * @param predicted how many running deadlines were judged anew
   */
  public record LearnedView(long curves, long finished, int predicted) {}

  /**
   * Running deadlines of the unit and all below it that are not late, the likeliest to be missed
   * first. Paused ones have no due instant and so no chance; those of which too little is known are
   * left out.
   *
   * @param atLeast low, medium or high, or a chance from 0 to 1
   */
  @GET
  @RolesAllowed({
    Role.Wire.OFFICER,
    Role.Wire.LEGAL_OFFICER,
    Role.Wire.SUPERVISOR,
    Role.Wire.ADMINISTRATOR,
    Role.Wire.AUDITOR,
    Role.Wire.PROSECUTOR
  })
  public Listing list(
      @QueryParam("unit") @Nullable String unit,
      @QueryParam("atLeast") @DefaultValue("low") String atLeast,
      @QueryParam("after") @Nullable String after,
      @QueryParam("limit") @DefaultValue("50") String limit) {
    var now = clock.instant();
    var question = new Question(units.of(unit), atLeast(atLeast), now);
    var page =
        predictions.page(
            question,
            Parameters.cursor(after, ChanceCursor::parse),
            Parameters.limit(limit, Parameters.MOST));
    var next = page.next();
    Map<String, Names> names = new HashMap<>();
    return new Listing(
        page.items().stream()
            .map(
                one ->
                    PredictionView.of(one, law, now, id -> names.computeIfAbsent(id, this::names)))
            .toList(),
        next == null ? null : ChanceCursor.text(next));
  }

  /**
   * How well predictions held: curves from what was known before each month began, held against the
   * deadlines that began in it. Of all units together.
   *
   * @param months how many, this one and those before it; at most 12
   */
  @GET
  @Path("calibration")
  @RolesAllowed({
    Role.Wire.LEGAL_OFFICER,
    Role.Wire.SUPERVISOR,
    Role.Wire.ADMINISTRATOR,
    Role.Wire.AUDITOR
  })
  public CalibrationView calibration(@QueryParam("months") @DefaultValue("12") String months) {
    return CalibrationView.of(calibrations.newest(months(months)));
  }

  /** Learns, predicts and measures at once, instead of when it is due. */
  @POST
  @Path("learn")
  @RolesAllowed(Role.Wire.ADMINISTRATOR)
  public LearnedView learn() {
    directory.requireWholeTree(caller.get());
    Learned learned = work.learn().learn();
    var predicted = work.predict().run();
    work.calibrate().run();
    return new LearnedView(learned.curves(), learned.finished(), predicted);
  }

  private static int months(String text) {
    var expected = "a number from 1 to " + Calibrate.MONTHS;
    try {
      var months = Integer.parseInt(text);
      if (months >= 1 && months <= Calibrate.MONTHS) {
        return months;
      }
    } catch (NumberFormatException e) {
      throw Parameters.refused("months", expected);
    }
    throw Parameters.refused("months", expected);
  }

  private static double atLeast(String text) {
    var expected = "low, medium or high, or a chance from 0 to 1";
    var band = Band.ofWire(text);
    if (band.isPresent()) {
      return band.get().atLeast();
    }
    if (!text.matches("0|1|[01]\\.[0-9]{1,6}")) {
      throw Parameters.refused("atLeast", expected);
    }
    var chance = Double.parseDouble(text);
    if (chance > 1) {
      throw Parameters.refused("atLeast", expected);
    }
    return chance;
  }

  private Names names(String unit) {
    return directory.unit(unit).map(UnitEntry::names).orElse(new Names(unit, unit));
  }
}
