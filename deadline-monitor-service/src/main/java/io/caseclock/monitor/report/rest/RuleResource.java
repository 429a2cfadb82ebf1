package io.caseclock.monitor.report.rest;

import io.caseclock.access.Role;
import io.caseclock.monitor.law.Law;
import io.caseclock.problem.ProblemException;
import io.caseclock.problem.ProblemType;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;

/** The rules in force. The law is public; whoever is signed in may read it. */
@Path("/api/v1/rules")
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
public class RuleResource {

  private final Law law;

  RuleResource(Law law) {
    this.law = law;
  }

  /** All rules of all packs. */
  public record Listing(List<RuleView> rules) {}

  @GET
  public Listing rules() {
    return new Listing(law.rules().stream().map(RuleView::of).toList());
  }

  @GET
  @Path("/{id}")
  public RuleView rule(@PathParam("id") String id) {
    return law.rule(id)
        .map(RuleView::of)
        .orElseThrow(
            () ->
                new ProblemException(
                    ProblemType.NOT_FOUND,
                    "No pack in force has this rule; GET /api/v1/rules lists them."));
  }
}
