package io.caseclock.notify.feedback.rest;

import io.caseclock.access.Role;
import io.caseclock.access.security.CurrentCaller;
import io.caseclock.contract.Words;
import io.caseclock.directory.Directory;
import io.caseclock.notify.feedback.Accuracy;
import io.caseclock.notify.feedback.AccuracyQuery;
import io.caseclock.notify.feedback.AccuracyQuery.By;
import io.caseclock.notify.feedback.AccuracyQuery.Line;
import io.caseclock.notify.feedback.AccuracyQuery.Of;
import io.caseclock.notify.feedback.AccuracySettings;
import io.caseclock.notify.feedback.jdbc.JdbcToldWarnings;
import io.caseclock.notify.rest.Paging;
import io.caseclock.notify.rest.Parameters;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How often the warnings of the caller's subtree were right, as far as anybody judged them. */
@Path("/api/v1/statistics/accuracy")
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
public class AccuracyResource {

  private static final int USUAL_DAYS = 30;
  private static final int FIRST_YEAR = 2000;
  private static final int LAST_YEAR = 2100;

  private final JdbcToldWarnings warnings;
  private final AccuracySettings settings;
  private final CurrentCaller caller;
  private final InstantSource clock;
  private final Directory directory;

  @Inject
  AccuracyResource(
      JdbcToldWarnings warnings,
      AccuracySettings settings,
      CurrentCaller caller,
      InstantSource clock,
      Directory directory) {
    this.directory = directory;
    this.warnings = warnings;
    this.settings = settings;
    this.caller = caller;
    this.clock = clock;
  }

  /**
   * Of the warnings that a rule asks for and of breaches, or of predictions: each by itself, since
   * a wrong guess is no wrong warning.
   *
   * @param of warnings or predictions
   */
  @GET
  public AccuracyView accuracy(
      @QueryParam("of") @DefaultValue("warnings") String of,
      @QueryParam("by") @DefaultValue("rule") String by,
      @QueryParam("from") @Nullable String from,
      @QueryParam("to") @Nullable String to,
      @QueryParam("unit") @Nullable String unit) {
    Parameters.require("of", of, Arrays.stream(Of.values()).map(Words::of).toList());
    Parameters.require("by", by, Arrays.stream(By.values()).map(Words::of).toList());
    Parameters.requireUnit("unit", unit, Paging.root(caller.get()), directory);
    var last = to == null ? clock.instant().atZone(settings.zone()).toLocalDate() : day("to", to);
    var first = from == null ? last.minusDays(USUAL_DAYS - 1) : day("from", from);
    if (last.isBefore(first)) {
      throw Parameters.refused("from", "is not after to");
    }
    var lines =
        warnings.accuracy(
            new AccuracyQuery(
                Paging.root(caller.get()),
                Optional.ofNullable(unit),
                By.ofWire(by).orElseThrow(),
                first.atStartOfDay(settings.zone()).toInstant(),
                last.plusDays(1).atStartOfDay(settings.zone()).toInstant(),
                Of.ofWire(of).orElseThrow()));
    var total = lines.stream().map(Line::accuracy).reduce(Accuracy.NOTHING, Accuracy::plus);
    return AccuracyView.of(of, by, first, last, lines, total);
  }

  private static LocalDate day(String name, String text) {
    var day = Parameters.day(name, text);
    if (day.getYear() < FIRST_YEAR || day.getYear() > LAST_YEAR) {
      throw Parameters.refused(name, "lies between the years 2000 and 2100");
    }
    return day;
  }
}
