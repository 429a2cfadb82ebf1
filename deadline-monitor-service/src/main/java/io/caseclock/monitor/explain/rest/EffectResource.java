package io.caseclock.monitor.explain.rest;

import io.caseclock.access.Role;
import io.caseclock.access.security.CurrentCaller;
import io.caseclock.monitor.explain.WhyNoEffect;
import io.caseclock.monitor.report.DeadlineQueries;
import io.caseclock.monitor.report.EventEffects;
import io.caseclock.monitor.rest.Parameters;
import io.caseclock.problem.ProblemException;
import io.caseclock.problem.ProblemType;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * What became of an event: when it was evaluated, which deadlines it opened, moved or ended; and
 * where it did nothing, why.
 */
@Path("/api/v1/effects")
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
public class EffectResource {

  private final DeadlineQueries queries;
  private final WhyNoEffect why;
  private final CurrentCaller caller;

  EffectResource(DeadlineQueries queries, WhyNoEffect why, CurrentCaller caller) {
    this.queries = queries;
    this.why = why;
    this.caller = caller;
  }

  @GET
  public EventEffects effects(
      @Parameter(required = true) @QueryParam("source") @Nullable String source,
      @Parameter(required = true) @QueryParam("id") @Nullable String id) {
    var event = Parameters.event(source, id);
    return queries
        .effects(caller.get().requiredUnit(), event)
        .map(why::explain)
        .orElseThrow(
            () ->
                new ProblemException(
                    ProblemType.NOT_FOUND,
                    "The event is not evaluated yet, or not known in your units. Ask again in a"
                        + " moment, or see the receipt at the intake."));
  }
}
