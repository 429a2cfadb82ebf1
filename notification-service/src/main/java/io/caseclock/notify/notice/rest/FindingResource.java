package io.caseclock.notify.notice.rest;

import io.caseclock.access.Role;
import io.caseclock.access.security.CurrentCaller;
import io.caseclock.notify.notice.RecordFinding;
import io.caseclock.notify.notice.RecordFinding.Finding;
import io.caseclock.notify.notice.RecordFinding.Issued;
import io.caseclock.notify.notice.RecordFinding.Refused;
import io.caseclock.problem.ProblemException;
import io.caseclock.problem.ProblemType;
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
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.InstantSource;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Findings recorded by hand; each becomes a notice. */
@Path("/api/v1/findings")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class FindingResource {

  private final RecordFinding recordFinding;
  private final CurrentCaller caller;
  private final InstantSource clock;

  @Inject
  FindingResource(RecordFinding recordFinding, CurrentCaller caller, InstantSource clock) {
    this.recordFinding = recordFinding;
    this.caller = caller;
    this.clock = clock;
  }

  @POST
  @Transactional
  @RolesAllowed({Role.Wire.LEGAL_OFFICER, Role.Wire.SUPERVISOR})
  public Response record(@NotNull @Valid Body body) {
    var id = UUID.randomUUID().toString();
    return switch (recordFinding.record(body.finding(id), caller.get(), clock.instant())) {
      case Issued issued ->
          Response.created(URI.create("/api/v1/notices/" + id))
              .entity(NoticeView.of(issued.notice()))
              .build();
      case Refused refused -> throw problem(refused);
    };
  }

  private static ProblemException problem(Refused refused) {
    return switch (refused.why()) {
      case UNKNOWN_UNIT ->
          new ProblemException(ProblemType.UNKNOWN_UNIT, "Name a unit of your own subtree.");
      case UNKNOWN_OFFICER ->
          new ProblemException(
              ProblemType.RULE_REFUSES, "The officer is not posted in that unit; leave it out.");
      case KNOWN_ALREADY ->
          new ProblemException(ProblemType.STATE_FORBIDS, "This finding has its notice already.");
    };
  }

  /** What the caller sends. */
  public record Body(
      @NotBlank @Size(max = 120) String unit,
      @Size(min = 1, max = 120) @Nullable String officer,
      @NotBlank @Size(max = 110) String caseId,
      @NotBlank @Pattern(regexp = "incident|case|person|case-file|venue|property|notice")
          String element,
      @NotBlank @Size(max = 300) String provision,
      @NotBlank @Size(max = 4_000) String text) {

    Finding finding(String id) {
      return new Finding(id, unit, officer, caseId, element, provision, text);
    }

    /** Leaves out the text. */
    @Override
    public String toString() {
      return "Body[" + unit + " " + caseId + "]";
    }
  }
}
