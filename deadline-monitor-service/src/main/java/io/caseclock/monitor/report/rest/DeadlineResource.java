package io.caseclock.monitor.report.rest;

import io.caseclock.access.Role;
import io.caseclock.access.security.CurrentCaller;
import io.caseclock.directory.Directory;
import io.caseclock.monitor.law.Law;
import io.caseclock.monitor.report.DeadlineFilter;
import io.caseclock.monitor.report.DeadlineQueries;
import io.caseclock.monitor.report.Page;
import io.caseclock.monitor.rest.DeadlineView;
import io.caseclock.monitor.rest.Parameters;
import io.caseclock.monitor.watch.StoredDeadline;
import io.caseclock.problem.ProblemException;
import io.caseclock.problem.ProblemType;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Kept deadlines: listed by filter, or single. */
@Path("/api/v1/deadlines")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({
  Role.Wire.PRECINCT_SYSTEM,
  Role.Wire.OFFICER,
  Role.Wire.LEGAL_OFFICER,
  Role.Wire.SUPERVISOR,
  Role.Wire.ADMINISTRATOR,
  Role.Wire.AUDITOR
})
@RunOnVirtualThread
public class DeadlineResource {

  private final DeadlineQueries queries;
  private final Law law;
  private final KnownWords words;
  private final CurrentCaller caller;
  private final InstantSource clock;

  DeadlineResource(
      DeadlineQueries queries,
      Law law,
      Directory directory,
      CurrentCaller caller,
      InstantSource clock) {
    this.queries = queries;
    this.law = law;
    this.words = new KnownWords(law, directory);
    this.caller = caller;
    this.clock = clock;
  }

  /**
   * A page.
   *
   * @param next give it as {@code after} to get the next page; null on the last
   */
  public record Listing(List<DeadlineView> deadlines, @Nullable String next) {}

  @GET
  public Listing list(
      @QueryParam("unit") @Nullable String unit,
      @QueryParam("case") @Nullable String caseId,
      @QueryParam("rule") @Nullable String rule,
      @QueryParam("list") @Nullable String list,
      @QueryParam("officer") @Nullable String officer,
      @QueryParam("status") List<String> statuses,
      @QueryParam("severity") List<String> severities,
      @QueryParam("dueFrom") @Nullable String dueFrom,
      @QueryParam("dueBefore") @Nullable String dueBefore,
      @QueryParam("after") @Nullable String after,
      @QueryParam("limit") @DefaultValue("50") String limit) {
    var filter =
        new DeadlineFilter(
            caller.get().requiredUnit(),
            words.unit(unit),
            Parameters.optionalIdentifier("case", caseId),
            words.rule(rule),
            words.list(list),
            Parameters.optionalIdentifier("officer", officer),
            Parameters.statuses(statuses),
            words.severities(severities),
            Parameters.optionalInstant("dueFrom", dueFrom),
            Parameters.optionalInstant("dueBefore", dueBefore));
    var now = clock.instant();
    var page =
        queries.deadlines(
            filter,
            now,
            Parameters.cursor(after, Page.Cursor::parse),
            Parameters.limit(limit, Parameters.MOST));
    var next = page.next();
    return new Listing(
        page.items().stream().map(item -> DeadlineView.of(item, law, now)).toList(),
        next == null ? null : next.text());
  }

  @GET
  @Path("/{id}")
  public DeadlineView deadline(@PathParam("id") String id) {
    return DeadlineView.of(find(id), law, clock.instant());
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
