package io.caseclock.archive.rest;

import io.caseclock.access.Role;
import io.caseclock.access.security.CurrentCaller;
import io.caseclock.archive.CaseArchive;
import io.caseclock.archive.Cover;
import io.caseclock.attribute.Identifier;
import io.caseclock.directory.Directory;
import io.caseclock.problem.Pointer;
import io.caseclock.problem.Problem.Violation;
import io.caseclock.problem.ProblemException;
import io.caseclock.problem.ProblemType;
import io.caseclock.problem.RequestFaults;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.time.InstantSource;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** All that this service keeps about a case, for whoever has to hand it over or to examine it. */
@Path("/api/v1/cases/{caseId}/archive")
@RunOnVirtualThread
@RolesAllowed({Role.Wire.ADMINISTRATOR, Role.Wire.AUDITOR})
public class CaseArchiveResource {

  private static final String ZIP = "application/zip";

  private final CaseArchive archive;
  private final Directory directory;
  private final CurrentCaller caller;
  private final InstantSource clock;
  private final String service;

  CaseArchiveResource(
      CaseArchive archive,
      Directory directory,
      CurrentCaller caller,
      InstantSource clock,
      @ConfigProperty(name = "quarkus.application.name") String service) {
    this.archive = archive;
    this.directory = directory;
    this.caller = caller;
    this.clock = clock;
    this.service = service;
  }

  @GET
  @Produces(ZIP)
  @Operation(
      summary = "All that this service keeps about a case, as a ZIP file with hashes",
      description =
          "Rows as JSON lines, files as they are, all as of one instant, and last SHA256SUMS over"
              + " them: a file without it broke off. The download is kept in the audit log.")
  public Response archive(@PathParam("caseId") String written) {
    directory.requireWholeTree(caller.get());
    var caseId =
        Identifier.read(written)
            .orElseThrow(
                reason ->
                    RequestFaults.refused(List.of(new Violation(Pointer.to("caseId"), reason))));
    if (!archive.knows(caseId)) {
      throw new ProblemException(
          ProblemType.NOT_FOUND, "This service keeps nothing about a case of that id.");
    }
    var cover = new Cover(caseId, service, clock.instant(), caller.get().name());
    StreamingOutput body = out -> archive.write(cover, out);
    return Response.ok(body)
        .type(ZIP)
        .header("Content-Disposition", "attachment; filename=\"" + service + "-archive.zip\"")
        .build();
  }
}
