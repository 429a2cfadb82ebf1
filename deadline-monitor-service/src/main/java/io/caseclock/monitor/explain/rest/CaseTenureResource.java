package io.caseclock.monitor.explain.rest;

import io.caseclock.access.Role;
import io.caseclock.access.security.CurrentCaller;
import io.caseclock.monitor.explain.CaseTenures;
import io.caseclock.monitor.explain.CaseTenures.CaseTenure;
import io.caseclock.monitor.law.Law;
import io.caseclock.monitor.report.CaseVisibility;
import io.caseclock.monitor.report.DeadlineQueries;
import io.caseclock.monitor.rest.Parameters;
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
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** Who was responsible for a case, on every day since it was opened. */
@Path("/api/v1/cases/{caseId}/tenures")
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
public class CaseTenureResource {

  private final DeadlineQueries queries;
  private final CaseTenures tenures;
  private final Law law;
  private final CurrentCaller caller;

  CaseTenureResource(DeadlineQueries queries, CaseTenures tenures, Law law, CurrentCaller caller) {
    this.queries = queries;
    this.tenures = tenures;
    this.law = law;
    this.caller = caller;
  }

  /** Who had the case when, the oldest first. */
  public record Answer(String caseId, List<CaseTenure> tenures) {}

  @GET
  @Operation(
      summary = "Who was responsible for a case",
      description =
          "Units and officers who had the case, the oldest first: from the opening on who opened"
              + " it, from each hand-over (case-assigned) on who was named there. With 'at' only"
              + " who had it at that instant. For callers who see the whole case.")
  public Answer tenures(
      @PathParam("caseId") String written, @QueryParam("at") @Nullable String at) {
    var unit = caller.get().requiredUnit();
    var caseId = Parameters.identifier("caseId", written);
    var instant = Parameters.optionalInstant("at", at);
    if (queries.sight(unit, caseId) != CaseVisibility.WHOLE) {
      throw new ProblemException(
          ProblemType.NOT_FOUND, "No case of that id belongs to your units.");
    }
    new GoneContents(queries, law).refuse(caseId, "Who had the case when");
    return tenures
        .of(caseId, instant)
        .map(found -> new Answer(caseId, found))
        .orElseThrow(
            () ->
                new ProblemException(
                    ProblemType.STATE_FORBIDS, "The case has more events than one may have."));
  }
}
