package io.caseclock.notify.notice.rest;

import io.caseclock.access.Caller;
import io.caseclock.access.Role;
import io.caseclock.access.security.CurrentCaller;
import io.caseclock.notify.notice.issue.RecordFinding;
import io.caseclock.notify.notice.issue.RecordFinding.Finding;
import io.caseclock.notify.rest.Parameters;
import io.caseclock.rest.Written;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;

/** Findings recorded by hand; each becomes a notice. */
@Path("/api/v1/findings")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class FindingResource {

  private static final int LONGEST_KEY = 200;

  private final RecordFinding recordFinding;
  private final CurrentCaller caller;
  private final InstantSource clock;

  @Inject
  FindingResource(RecordFinding recordFinding, CurrentCaller caller, InstantSource clock) {
    this.recordFinding = recordFinding;
    this.caller = caller;
    this.clock = clock;
  }

  /** With an {@code Idempotency-Key} the same request sent again gives the same notice. */
  @POST
  @Transactional
  @RolesAllowed({Role.Wire.LEGAL_OFFICER, Role.Wire.SUPERVISOR, Role.Wire.PROSECUTOR})
  @APIResponse(
      responseCode = "201",
      description = "Recorded, with its notice.",
      content = @Content(schema = @Schema(implementation = NoticeView.class)))
  @APIResponse(
      responseCode = "200",
      description = "It was recorded before.",
      content = @Content(schema = @Schema(implementation = NoticeView.class)))
  public Response record(
      @HeaderParam("Idempotency-Key") @Nullable String key, @NotNull @Valid Body body) {
    var present = caller.get();
    var id = key == null ? UUID.randomUUID().toString() : id(present, key);
    var recorded =
        recordFinding
            .record(body.finding(id), present, clock.instant())
            .orElseThrow(Refusals::ofIssue);
    return Response.status(recorded.isNew() ? 201 : 200)
        .location(URI.create("/api/v1/notices/" + recorded.notice().id()))
        .entity(NoticeView.of(recorded.notice()))
        .build();
  }

  /** The same key of two callers gives two ids. */
  private static String id(Caller caller, String key) {
    if (key.isBlank() || key.length() > LONGEST_KEY) {
      throw Parameters.refused("Idempotency-Key", "has 1 to " + LONGEST_KEY + " characters");
    }
    var whole = "finding\n" + caller.name() + "\n" + key;
    return UUID.nameUUIDFromBytes(whole.getBytes(StandardCharsets.UTF_8)).toString();
  }

  /** What the caller sends. */
  public record Body(
      @NotBlank @Size(max = 120) String unit,
      @Size(min = 1, max = 120) @Nullable String officer,
      @NotBlank @Size(max = 110) String caseId,
      @NotBlank
          @Pattern(
              regexp = "incident|case|person|case-file|venue|property|notice",
              message = "is one of case, case-file, incident, notice, person, property, venue")
          String element,
      @NotNull @Written(longest = 300) String provision,
      @NotNull @Written(longest = 4_000, severalLines = true) String text) {

    Finding finding(String id) {
      return new Finding(
          id, unit, officer, Parameters.caseId("caseId", caseId), element, provision, text);
    }

    /** Leaves out the text. */
    @Override
    public String toString() {
      return "Body[" + unit + " " + caseId + "]";
    }
  }
}
