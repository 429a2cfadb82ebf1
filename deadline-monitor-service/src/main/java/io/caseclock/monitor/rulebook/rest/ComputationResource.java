package io.caseclock.monitor.rulebook.rest;

import io.caseclock.access.Role;
import io.caseclock.contract.Names;
import io.caseclock.monitor.law.Law;
import io.caseclock.monitor.limit.Bulkhead;
import io.caseclock.monitor.limit.OverLimitException;
import io.caseclock.monitor.rest.ComputedDeadline.Refused;
import io.caseclock.monitor.rest.ComputedDeadline.Step;
import io.caseclock.monitor.rulebook.ComputeByVersion;
import io.caseclock.monitor.rulebook.Supposition;
import io.caseclock.problem.ProblemException;
import io.caseclock.problem.ProblemType;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** Computes when something would be due by one rule, under each version of the law. */
@Path("/api/v1/rules/{id}/computation")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({
  Role.Wire.PRECINCT_SYSTEM,
  Role.Wire.OFFICER,
  Role.Wire.LEGAL_OFFICER,
  Role.Wire.SUPERVISOR,
  Role.Wire.ADMINISTRATOR,
  Role.Wire.AUDITOR,
  Role.Wire.PROSECUTOR
})
@RunOnVirtualThread
public class ComputationResource {

  private static final int PLACES = 8;

  private final Law law;
  private final ComputeByVersion computing;
  private final Bulkhead places = new Bulkhead(PLACES);

  ComputationResource(Law law, ComputeByVersion computing) {
    this.law = law;
    this.computing = computing;
  }

  /**
   * What comes out.
   *
   * @param zone the zone of the days
   * @param calendar the version of the calendar of days off
   * @param asOf the instant as of which the states stand
   * @param inForce the version that holds; null where the rule did not exist on that day
   * @param versions under each version, the newest first
   */
  public record Computation(
      String rule,
      Names names,
      String pack,
      boolean statutory,
      String duty,
      String direction,
      String bound,
      ZoneId zone,
      String calendar,
      Instant asOf,
      Instant start,
      @Nullable String inForce,
      List<ByVersion> versions) {}

  /**
   * What comes out by one version.
   *
   * @param version as in {@code GET /api/v1/rules/{id}}
   * @param applies whether it is the one that holds
   * @param ignoredPauses how many of the pauses it knows no such span for
   * @param status as of {@code asOf}: running, paused, breached, met, met-late …
   * @param dueAt first instant after the last lawful day, or the exact one of a period in hours;
   *     null while a pause lasts
   * @param dueOn the last lawful day
   * @param provisional whether a holiday notice is still to come that may move it
   * @param otherReading by the other reading of the law; null where there is none
   * @param refusedExtensions which had no effect, and why; the step of the trace says it in words
   */
  public record ByVersion(
      RuleView.Version version,
      boolean applies,
      int ignoredPauses,
      String status,
      @Nullable Instant dueAt,
      @Nullable LocalDate dueOn,
      boolean exact,
      boolean provisional,
      @Nullable OtherReading otherReading,
      List<Refused> refusedExtensions,
      List<Step> trace) {}

  /** The due instant by the other reading. */
  public record OtherReading(
      Instant dueAt, LocalDate dueOn, boolean exact, String basis, @Nullable Names use) {}

  @GET
  @Operation(
      summary = "When something would be due by a rule",
      description =
          "By the version that holds on the day of 'start', and by each other version as if it"
              + " held. Conditions on facts are taken as met. A time is RFC 3339 with an offset, a"
              + " local one of the pack's zone (2026-03-02T10:00), or a day, which is taken at"
              + " eight in the morning and refused where the period is in hours. 'pause' is"
              + " FROM/TO, with '..' for TO while it lasts, and may name the event that begins it:"
              + " FROM/TO/EVENT. 'extension' is an ISO 8601 period and when it was approved,"
              + " P30D/2026-03-20, and may name the approver's level: P30D/2026-03-20/LEVEL. 'fact'"
              + " is NAME:VALUE, 'term' a period decided in the case, 'end' when the act was done."
              + " Pauses, extensions and facts may stand 20 times each. Nothing is stored.")
  public Computation compute(
      @PathParam("id") String id,
      @QueryParam("start") @Nullable String start,
      @QueryParam("pause") List<String> pauses,
      @QueryParam("extension") List<String> extensions,
      @QueryParam("fact") List<String> facts,
      @QueryParam("term") @Nullable String term,
      @QueryParam("end") @Nullable String end) {
    var found = law.rule(id).orElseThrow(RuleResource::unknown);
    var read = new SuppositionReader(found);
    var supposed = read.of(start, pauses, extensions, facts, term, end);
    return places
        .take(() -> answer(found, supposed))
        .orElseThrow(
            () ->
                new ProblemException(
                    ProblemType.UNAVAILABLE,
                    "Others are asking just now. Try again after a few seconds."));
  }

  private Computation answer(Law.Found found, Supposition supposed) {
    try {
      return ComputationViews.of(found, law, supposed, computing.of(found, supposed));
    } catch (OverLimitException e) {
      throw new ProblemException(
          ProblemType.TOO_LARGE,
          "The answer would take " + e.getMessage() + ". Ask about a shorter period.");
    }
  }
}
