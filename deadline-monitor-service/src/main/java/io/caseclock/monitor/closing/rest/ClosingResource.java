package io.caseclock.monitor.closing.rest;

import io.caseclock.access.Role;
import io.caseclock.access.security.CurrentCaller;
import io.caseclock.directory.Directory;
import io.caseclock.monitor.closing.ClosePeriods;
import io.caseclock.monitor.closing.ClosePeriods.Outcome;
import io.caseclock.monitor.closing.ClosedPeriods.TreeUnit;
import io.caseclock.problem.ProblemException;
import io.caseclock.problem.ProblemType;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** Has the numbers of a period told that was missed, so that its bulletin is issued after all. */
@Path("/api/v1/closings")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@RolesAllowed({Role.Wire.SUPERVISOR, Role.Wire.ADMINISTRATOR})
public class ClosingResource {

  private final ClosePeriods close;
  private final Directory directory;
  private final CurrentCaller caller;

  ClosingResource(ClosePeriods close, Directory directory, CurrentCaller caller) {
    this.close = close;
    this.directory = directory;
    this.caller = caller;
  }

  /**
   * A closed period.
   *
   * @param id of its record on {@code period-numbers}
   * @param made whether it was closed by this request; false where it was before
   */
  public record Closing(String id, boolean made) {}

  /** What {@link ClosingRequest} reads. */
  record ClosingBody(
      String unit,
      @Schema(enumeration = {"daily", "weekly", "monthly"}) String kind,
      LocalDate from) {}

  /** Closes a period of a unit, if that is not done yet: 201, else 200. */
  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @RequestBody(content = @Content(schema = @Schema(implementation = ClosingBody.class)))
  @APIResponse(
      responseCode = "201",
      description = "Closed.",
      content = @Content(schema = @Schema(implementation = Closing.class)))
  @APIResponse(
      responseCode = "200",
      description = "It was closed before.",
      content = @Content(schema = @Schema(implementation = Closing.class)))
  public Response close(byte[] body) {
    var wish = ClosingRequest.read(body);
    var unit =
        directory
            .unit(wish.unit())
            .filter(any -> directory.isWithin(wish.unit(), caller.get().requiredUnit()))
            .orElseThrow(
                () ->
                    new ProblemException(
                        ProblemType.UNKNOWN_UNIT,
                        "Close periods of your own unit and those below."));
    var entry = new TreeUnit(unit.id(), unit.path(), unit.kind());
    return switch (close.close(entry, wish.kind(), wish.from())) {
      case Outcome.Closed(var id, var belated) ->
          Response.status(Response.Status.CREATED).entity(new Closing(id, true)).build();
      case Outcome.ClosedBefore(var id) -> Response.ok(new Closing(id, false)).build();
      case Outcome.NotMade() ->
          throw new ProblemException(
              ProblemType.RULE_REFUSES,
              "The rule packs make no such bulletin for a unit of this kind.");
      case Outcome.NothingCounted() ->
          throw new ProblemException(
              ProblemType.RULE_REFUSES, "Nothing is known of that time; name a later period.");
      case Outcome.NotOver(var setAt) ->
          throw new ProblemException(
              ProblemType.STATE_FORBIDS, "It is made at " + setAt + "; ask again then.");
    };
  }
}
