package io.caseclock.monitor.report.rest;

import io.caseclock.access.security.CurrentCaller;
import io.caseclock.contract.EventId;
import io.caseclock.monitor.report.DeadlineQueries;
import io.caseclock.monitor.report.EventEffects;
import io.caseclock.problem.ProblemException;
import io.caseclock.problem.ProblemType;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;

/** What became of an event: when it was evaluated, which deadlines it opened, moved or ended. */
@Path("/api/v1/effects")
@Produces(MediaType.APPLICATION_JSON)
@Authenticated
@RunOnVirtualThread
public class EffectResource {

  private final DeadlineQueries queries;
  private final CurrentCaller caller;

  EffectResource(DeadlineQueries queries, CurrentCaller caller) {
    this.queries = queries;
    this.caller = caller;
  }

  @GET
  public EventEffects effects(
      @QueryParam("source") @DefaultValue("") String source,
      @QueryParam("id") @DefaultValue("") String id) {
    var event =
        Parameters.read("source", source, "both 'source' and 'id'", any -> new EventId(any, id));
    return queries
        .effects(caller.get().requiredUnit(), event)
        .orElseThrow(
            () ->
                new ProblemException(
                    ProblemType.NOT_FOUND,
                    "The event is not evaluated yet, or not known in your units. Ask again in a"
                        + " moment, or see the receipt at the intake."));
  }
}
