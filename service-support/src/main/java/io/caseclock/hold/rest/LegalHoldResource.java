package io.caseclock.hold.rest;

import io.caseclock.access.Role;
import io.caseclock.access.security.CurrentCaller;
import io.caseclock.attribute.Identifier;
import io.caseclock.attribute.WrittenText;
import io.caseclock.directory.Directory;
import io.caseclock.hold.LegalHolds;
import io.caseclock.problem.Pointer;
import io.caseclock.problem.Problem.Violation;
import io.caseclock.problem.ProblemException;
import io.caseclock.problem.ProblemType;
import io.caseclock.problem.RequestFaults;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** The legal hold of a case in this service. */
@Path("/api/v1/cases/{caseId}/legal-hold")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@RolesAllowed({Role.Wire.LEGAL_OFFICER, Role.Wire.ADMINISTRATOR})
public class LegalHoldResource {

  private static final WrittenText REASON = WrittenText.line(500);

  private final LegalHolds holds;
  private final Directory directory;
  private final CurrentCaller caller;
  private final InstantSource clock;

  LegalHoldResource(
      LegalHolds holds, Directory directory, CurrentCaller caller, InstantSource clock) {
    this.holds = holds;
    this.directory = directory;
    this.caller = caller;
    this.clock = clock;
  }

  /** Why a case is held, or is not any more. */
  public record Reason(@Nullable String reason) {}

  @GET
  @RolesAllowed({Role.Wire.LEGAL_OFFICER, Role.Wire.ADMINISTRATOR, Role.Wire.AUDITOR})
  @Operation(summary = "Whether a case is under legal hold here, and which holds it had")
  public LegalHoldView get(@PathParam("caseId") String written) {
    directory.requireWholeTree(caller.get());
    return view(identifier(written));
  }

  @PUT
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      summary = "Places a case under legal hold: nothing of it is deleted here",
      description =
          "Also where nothing is known of the case yet. Again with the same reason it changes"
              + " nothing; with another one it is refused, since a reason stays as it was given.")
  public LegalHoldView place(@PathParam("caseId") String written, @Nullable Reason body) {
    directory.requireWholeTree(caller.get());
    var caseId = identifier(written);
    var reason = reason(body);
    var inForce = holds.place(caseId, reason, caller.get().name(), now());
    if (!inForce.reason().equals(reason)) {
      throw new ProblemException(
          ProblemType.STATE_FORBIDS,
          "The case is under legal hold already, for another reason. Release it first.");
    }
    return view(caseId);
  }

  @POST
  @Path("release")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(summary = "Releases a case from its legal hold; the hold is kept with both reasons")
  public LegalHoldView release(@PathParam("caseId") String written, @Nullable Reason body) {
    directory.requireWholeTree(caller.get());
    var caseId = identifier(written);
    if (!holds.release(caseId, reason(body), caller.get().name(), now())) {
      throw new ProblemException(ProblemType.NOT_FOUND, "The case is not under legal hold here.");
    }
    return view(caseId);
  }

  private LegalHoldView view(String caseId) {
    return LegalHoldView.of(caseId, holds.of(caseId));
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }

  private static String identifier(String written) {
    return Identifier.read(written)
        .orElseThrow(reason -> refused(new Violation(Pointer.to("caseId"), reason)));
  }

  private static String reason(@Nullable Reason body) {
    var text = body == null || body.reason() == null ? "" : body.reason();
    return REASON.read(text).orElseThrow(why -> refused(new Violation(Pointer.to("reason"), why)));
  }

  private static ProblemException refused(Violation fault) {
    return RequestFaults.refused(List.of(fault));
  }
}
