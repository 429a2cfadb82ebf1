package io.caseclock.monitor.statistics.rest;

import io.caseclock.access.Role;
import io.caseclock.access.security.CurrentCaller;
import io.caseclock.contract.Names;
import io.caseclock.directory.Directory;
import io.caseclock.monitor.law.Law;
import io.caseclock.monitor.rest.AskedUnit;
import io.caseclock.monitor.rest.Parameters;
import io.caseclock.monitor.statistics.Correction;
import io.caseclock.monitor.statistics.DeadlineStatistics;
import io.caseclock.monitor.statistics.DeadlineStatistics.Later;
import io.caseclock.monitor.statistics.Today;
import io.caseclock.rest.CsvBody;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What lies between a number as it was known at the end of its period and as it is known now. */
@Path("/api/v1/statistics/corrections")
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
public class CorrectionResource {

  private static final List<String> HEADER =
      List.of(
          "known_at",
          "deadline",
          "case",
          "unit",
          "rule",
          "counted_on",
          "before",
          "after",
          "late_cause",
          "reason");

  private final DeadlineStatistics statistics;
  private final Law law;
  private final AskedUnit units;
  private final InstantSource clock;

  CorrectionResource(
      DeadlineStatistics statistics,
      Law law,
      Directory directory,
      CurrentCaller caller,
      InstantSource clock) {
    this.statistics = statistics;
    this.law = law;
    this.units = new AskedUnit(directory, caller);
    this.clock = clock;
  }

  /**
   * A page of what became known after a span had ended, oldest first.
   *
   * @param next give it as {@code after} to get the next page; null on the last
   */
  public record Corrections(
      String unit,
      LocalDate from,
      LocalDate to,
      List<CorrectionView> corrections,
      @Nullable String next) {}

  /**
   * One deadline that counts otherwise than it did.
   *
   * @param before what it was taken for; null where it did not count to the span in the unit
   * @param after what it is known as since; null where it does no longer
   * @param lateCause data or system, where a timely act came in late; null else
   * @param reason what changed, as in the event that told it
   */
  public record CorrectionView(
      String deadline,
      String caseId,
      String unit,
      String rule,
      LocalDate countedOn,
      Instant knownAt,
      @Nullable String before,
      @Nullable Names beforeNames,
      @Nullable String after,
      @Nullable Names afterNames,
      @Nullable String lateCause,
      String reason) {

    static CorrectionView of(Correction correction) {
      var before = correction.takenFor();
      var after = correction.after();
      return new CorrectionView(
          correction.deadlineId().toString(),
          correction.caseId(),
          correction.unit(),
          correction.rule(),
          correction.countedOn(),
          correction.knownAt(),
          before,
          before == null ? null : Correction.names(before),
          after,
          after == null ? null : Correction.names(after),
          correction.lateCause(),
          correction.reason());
    }
  }

  /**
   * Lists what became known after the last day of the span, of deadlines that count to it. Where no
   * day is named it is the month of yesterday up to yesterday.
   *
   * @param since only what became known after that instant
   */
  @GET
  public Corrections corrections(
      @QueryParam("unit") @Nullable String unit,
      @QueryParam("from") @Nullable String from,
      @QueryParam("to") @Nullable String to,
      @QueryParam("since") @Nullable String since,
      @QueryParam("after") @Nullable String after,
      @QueryParam("limit") @DefaultValue("50") String limit) {
    var later = later(unit, from, to, since);
    var most = Parameters.limit(limit, Parameters.MOST);
    var place = Parameters.cursor(after, PlaceCursor::parse);
    var found = statistics.corrections(later, place, most + 1);
    var page = found.subList(0, Math.min(most, found.size()));
    return new Corrections(
        later.unit(),
        later.span().from(),
        later.span().to(),
        page.stream().map(CorrectionView::of).toList(),
        found.size() > most ? PlaceCursor.text(page.getLast().place()) : null);
  }

  /** The same as a table, all of it. */
  @GET
  @Produces(CsvBody.TYPE + ";qs=0.5")
  public Response correctionsAsTable(
      @QueryParam("unit") @Nullable String unit,
      @QueryParam("from") @Nullable String from,
      @QueryParam("to") @Nullable String to,
      @QueryParam("since") @Nullable String since) {
    var later = later(unit, from, to, since);
    return CsvBody.of(
        "corrections-" + later.span().from() + "-" + later.span().to(),
        HEADER,
        rows -> statistics.eachCorrection(later, correction -> rows.accept(row(correction))));
  }

  private Later later(
      @Nullable String unit, @Nullable String from, @Nullable String to, @Nullable String since) {
    var yesterday = Today.of(law, clock.instant()).earliest().minusDays(1);
    return new Later(
        units.of(unit),
        AskedStatistics.span(from, to, yesterday),
        Parameters.optionalInstant("since", since));
  }

  private static @Nullable Object[] row(Correction correction) {
    return new @Nullable Object[] {
      correction.knownAt(),
      correction.deadlineId(),
      correction.caseId(),
      correction.unit(),
      correction.rule(),
      correction.countedOn(),
      correction.takenFor(),
      correction.after(),
      correction.lateCause(),
      correction.reason()
    };
  }
}
