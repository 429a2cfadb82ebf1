package io.caseclock.monitor.report.rest;

import io.caseclock.access.security.CurrentCaller;
import io.caseclock.directory.Directory;
import io.caseclock.monitor.law.Law;
import io.caseclock.monitor.preview.rest.ComputedDeadline;
import io.caseclock.monitor.report.CaseSight;
import io.caseclock.monitor.report.DeadlineFilter;
import io.caseclock.monitor.report.DeadlineQueries;
import io.caseclock.problem.ProblemException;
import io.caseclock.problem.ProblemType;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The deadlines of one case, now or as they stood and were known on a past day. */
@Path("/api/v1/cases/{caseId}/deadlines")
@Produces(MediaType.APPLICATION_JSON)
@Authenticated
@RunOnVirtualThread
public class CaseResource {

  private static final int MOST = 1_000;

  private final DeadlineQueries queries;
  private final Directory directory;
  private final Law law;
  private final CurrentCaller caller;
  private final InstantSource clock;

  CaseResource(
      DeadlineQueries queries,
      Directory directory,
      Law law,
      CurrentCaller caller,
      InstantSource clock) {
    this.queries = queries;
    this.directory = directory;
    this.law = law;
    this.caller = caller;
    this.clock = clock;
  }

  /**
   * The deadlines of a case.
   *
   * @param unverified why they cannot be relied on at the moment; null where they can
   * @param contradictions events that cannot both be right; the other deadlines hold all the same
   */
  public record Answer(
      String caseId, @Nullable String unverified, List<String> contradictions, List<?> deadlines) {}

  @GET
  public Answer deadlines(
      @PathParam("caseId") String caseId,
      @QueryParam("asOf") @Nullable String asOf,
      @QueryParam("knownAt") @Nullable String knownAt) {
    var unit = caller.get().requiredUnit();
    var sight = queries.sight(unit, caseId);
    if (sight == CaseSight.NOTHING) {
      throw new ProblemException(
          ProblemType.NOT_FOUND, "No case of that id is known in your units.");
    }
    var unverified = queries.quarantine(caseId).orElse(null);
    var contradictions = queries.contradictions(caseId);
    var now = clock.instant();
    if (asOf == null && knownAt == null) {
      var page = queries.deadlines(DeadlineFilter.ofCase(unit, caseId), now, null, MOST);
      var views = page.items().stream().map(item -> DeadlineView.of(item, law, now)).toList();
      return new Answer(caseId, unverified, contradictions, views);
    }
    var truth = asOf == null ? now : Parameters.instant("asOf", asOf);
    var knowledge = knownAt == null ? now : Parameters.instant("knownAt", knownAt);
    var then =
        queries.events(caseId).stream()
            .filter(event -> !event.acceptedAt().isAfter(knowledge))
            .filter(event -> !event.occurredAt().isAfter(truth) || law.isReferenceDay(event.type()))
            .toList();
    var computed = law.explain(law.timeline(caseId, then), truth);
    return new Answer(
        caseId,
        unverified,
        contradictions,
        computed.stream()
            .filter(
                deadline -> sight == CaseSight.WHOLE || directory.isWithin(deadline.unit(), unit))
            .map(ComputedDeadline::of)
            .toList());
  }
}
