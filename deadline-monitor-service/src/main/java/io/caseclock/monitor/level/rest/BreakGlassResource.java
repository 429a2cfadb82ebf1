package io.caseclock.monitor.level.rest;

import io.caseclock.access.Role;
import io.caseclock.access.security.CurrentCaller;
import io.caseclock.monitor.level.BreakGlass;
import io.caseclock.monitor.level.BreakGlass.Outcome;
import io.caseclock.monitor.rest.Parameters;
import io.caseclock.problem.ProblemException;
import io.caseclock.problem.ProblemType;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;

/** Opens a restricted case in need. */
@Path("/api/v1/cases/{caseId}/break-glass")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Role.Wire.OFFICER, Role.Wire.LEGAL_OFFICER, Role.Wire.PROSECUTOR})
@RunOnVirtualThread
public class BreakGlassResource {

  private final BreakGlass breakGlass;
  private final CurrentCaller caller;

  BreakGlassResource(BreakGlass breakGlass, CurrentCaller caller) {
    this.breakGlass = breakGlass;
    this.caller = caller;
  }

  /** What {@link BreakGlassRequest} reads. */
  record BreakGlassBody(String reason) {}

  /** Opens the case to the caller for a while: 201. */
  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      summary = "Open a restricted case in need",
      description =
          "For those in whose units the case lies and from whom its level hides it. From now on"
              + " they see it, until 'until'. Who, when and why is kept, and a supervisor of the"
              + " unit reviews it.")
  @RequestBody(content = @Content(schema = @Schema(implementation = BreakGlassBody.class)))
  @APIResponseSchema(value = AccessView.class, responseCode = "201")
  public Response open(@PathParam("caseId") String written, byte[] body) {
    var caseId = Parameters.identifier("caseId", written);
    var reason = BreakGlassRequest.read(body).reason();
    return switch (breakGlass.open(caller.get(), caseId, reason)) {
      case Outcome.Opened(var access) ->
          Response.status(Response.Status.CREATED).entity(AccessView.of(access)).build();
      case Outcome.SeenAlready() ->
          throw new ProblemException(ProblemType.STATE_FORBIDS, "You see the case already.");
      case Outcome.Unknown() ->
          throw new ProblemException(
              ProblemType.NOT_FOUND, "No case of that id is known in your units.");
    };
  }
}
