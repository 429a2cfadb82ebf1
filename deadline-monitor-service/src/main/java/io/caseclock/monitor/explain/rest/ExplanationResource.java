package io.caseclock.monitor.explain.rest;

import io.caseclock.access.Role;
import io.caseclock.access.security.CurrentCaller;
import io.caseclock.contract.Names;
import io.caseclock.contract.Words;
import io.caseclock.monitor.explain.CaseTimelines;
import io.caseclock.monitor.explain.DayStrip;
import io.caseclock.monitor.explain.ExplainedDeadline;
import io.caseclock.monitor.law.Law;
import io.caseclock.monitor.report.DeadlineQueries;
import io.caseclock.monitor.rest.ComputedDeadline;
import io.caseclock.monitor.rest.DeadlineView;
import io.caseclock.monitor.rest.Parameters;
import io.caseclock.monitor.watch.StoredDeadline;
import io.caseclock.problem.ProblemException;
import io.caseclock.problem.ProblemType;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How a kept deadline came about: for programs as JSON, for the case file as a page to print. */
@Path("/api/v1/deadlines/{id}/explanation")
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
public class ExplanationResource {

  /** The page needs nothing but itself, and may run nothing. */
  private static final String SELF_CONTAINED =
      "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none';"
          + " frame-ancestors 'none'";

  private static final MediaType HTML = MediaType.TEXT_HTML_TYPE.withCharset("UTF-8");

  private final DeadlineQueries queries;
  private final CaseTimelines timelines;
  private final Law law;
  private final CurrentCaller caller;
  private final InstantSource clock;

  ExplanationResource(
      DeadlineQueries queries,
      CaseTimelines timelines,
      Law law,
      CurrentCaller caller,
      InstantSource clock) {
    this.queries = queries;
    this.timelines = timelines;
    this.law = law;
    this.caller = caller;
    this.clock = clock;
  }

  /**
   * How a deadline came about.
   *
   * @param reproduced whether the computation of now gives the hash that was stored
   * @param unverified why the case's deadlines cannot be relied on at the moment; null where they
   *     can
   * @param days the period day by day; empty for a period in hours
   */
  public record Explanation(
      DeadlineView deadline,
      boolean reproduced,
      @Nullable String unverified,
      List<ComputedDeadline.Step> trace,
      List<CountedDay> days) {}

  /**
   * One day of the period.
   *
   * @param number the how-manieth counted day; null where it does not count
   * @param last whether it is the last lawful day
   */
  public record CountedDay(
      LocalDate date, String mark, @Nullable Integer number, @Nullable Names reason, boolean last) {
    static CountedDay of(DayStrip.Day day) {
      return new CountedDay(
          day.date(),
          Words.of(day.mark()),
          day.number() == 0 ? null : day.number(),
          day.reason(),
          day.isLast());
    }
  }

  @GET
  @Produces(MediaType.APPLICATION_JSON)
  public Explanation explanation(@PathParam("id") String id) {
    var explained = explain(id);
    var computed = explained.computed();
    return new Explanation(
        DeadlineView.of(explained.stored(), law, clock.instant()),
        explained.isReproduced(),
        queries.quarantine(explained.stored().caseId()).orElse(null),
        computed == null ? List.of() : ComputedDeadline.of(computed).trace(),
        explained.strip().days().stream().map(CountedDay::of).toList());
  }

  @GET
  @Produces(MediaType.TEXT_HTML + ";qs=0.5")
  public Response annex(@PathParam("id") String id, @QueryParam("lang") @Nullable String lang) {
    var explained = explain(id);
    var page = new AnnexWriter(Language.of(lang), explained, law, clock.instant()).annex();
    return Response.ok(page.render(), HTML)
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .header(HttpHeaders.VARY, HttpHeaders.ACCEPT)
        .header("Content-Security-Policy", SELF_CONTAINED)
        .build();
  }

  private ExplainedDeadline explain(String id) {
    var stored = find(id);
    new GoneContents(queries, law).refuse(stored.caseId(), "How the deadline came about");
    return timelines.explain(stored, clock.instant());
  }

  private StoredDeadline find(String id) {
    return queries
        .deadline(caller.get().requiredUnit(), Parameters.id(id))
        .orElseThrow(
            () ->
                new ProblemException(
                    ProblemType.NOT_FOUND, "No deadline of that id is known in your units."));
  }
}
