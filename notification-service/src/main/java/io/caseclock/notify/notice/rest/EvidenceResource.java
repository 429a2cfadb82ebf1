package io.caseclock.notify.notice.rest;

import io.caseclock.access.Role;
import io.caseclock.access.security.CurrentCaller;
import io.caseclock.admission.MaxBodySize;
import io.caseclock.notify.notice.NoticeQueries;
import io.caseclock.notify.notice.evidence.AddEvidence;
import io.caseclock.notify.notice.evidence.AddEvidence.Sent;
import io.caseclock.notify.notice.evidence.EvidenceStore;
import io.caseclock.notify.notice.rest.NoticeView.EvidenceView;
import io.caseclock.notify.rest.Paging;
import io.caseclock.notify.rest.Parameters;
import io.caseclock.notify.rest.RequireVisibleNotice;
import io.caseclock.notify.rest.TakesUpload;
import io.caseclock.problem.ProblemException;
import io.caseclock.problem.ProblemType;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jspecify.annotations.Nullable;

/** The evidence of a notice: sent as a form or as the body itself, read as an attachment. */
@Path("/api/v1/notices/{id}/evidence")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@RolesAllowed({
  Role.Wire.OFFICER,
  Role.Wire.LEGAL_OFFICER,
  Role.Wire.SUPERVISOR,
  Role.Wire.ADMINISTRATOR,
  Role.Wire.AUDITOR,
  Role.Wire.PROSECUTOR
})
public class EvidenceResource {

  private final AddEvidence addEvidence;
  private final EvidenceStore store;
  private final NoticeQueries archive;
  private final CurrentCaller caller;
  private final InstantSource clock;

  @Inject
  EvidenceResource(
      AddEvidence addEvidence,
      EvidenceStore store,
      NoticeQueries archive,
      CurrentCaller caller,
      InstantSource clock) {
    this.addEvidence = addEvidence;
    this.store = store;
    this.archive = archive;
    this.caller = caller;
    this.clock = clock;
  }

  @GET
  public Files list(@PathParam("id") String id) {
    findable(id);
    return new Files(store.ofNotice(id).stream().map(EvidenceView::of).toList());
  }

  @GET
  @Path("{file}")
  @Produces(MediaType.WILDCARD)
  public Response one(@PathParam("id") String id, @PathParam("file") String file) {
    findable(id);
    var found = store.file(id, file).orElseThrow(EvidenceResource::unknown);
    var evidence = found.evidence();
    return Response.ok(found.content(), evidence.type().mediaType())
        .tag(new EntityTag(evidence.sha256()))
        .header(HttpHeaders.CONTENT_DISPOSITION, attachment(evidence.name()))
        .header("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'; sandbox")
        .header("X-CaseClock-SHA256", evidence.sha256())
        .build();
  }

  private void findable(String id) {
    archive.findWithin(id, Paging.root(caller.get())).orElseThrow(EvidenceResource::unknown);
  }

  private static String attachment(String name) {
    var encoded = URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
    return "attachment; filename*=UTF-8''" + encoded;
  }

  private static ProblemException unknown() {
    return new ProblemException(
        ProblemType.NOT_FOUND, "There is no such notice or file in your units.");
  }

  @POST
  @MaxBodySize(AddEvidence.LARGEST_UPLOAD)
  @RequireVisibleNotice
  @TakesUpload
  @Consumes(MediaType.MULTIPART_FORM_DATA)
  @Transactional
  @RolesAllowed({Role.Wire.OFFICER, Role.Wire.LEGAL_OFFICER, Role.Wire.SUPERVISOR})
  @APIResponseSchema(value = EvidenceView.class, responseCode = "201")
  public Response add(@PathParam("id") String id, @RestForm("file") @Nullable FileUpload file) {
    if (file == null) {
      throw Parameters.refused("file", "is the part of the form with the file");
    }
    return add(id, sent(file));
  }

  private static Sent sent(FileUpload file) {
    try {
      return new Sent(
          file.fileName(),
          file.contentType(),
          java.nio.file.Files.readAllBytes(file.uploadedFile()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @POST
  @MaxBodySize(AddEvidence.LARGEST_UPLOAD)
  @RequireVisibleNotice
  @Consumes({"application/pdf", "image/jpeg", "image/png", MediaType.TEXT_PLAIN})
  @Transactional
  @RolesAllowed({Role.Wire.OFFICER, Role.Wire.LEGAL_OFFICER, Role.Wire.SUPERVISOR})
  @APIResponseSchema(value = EvidenceView.class, responseCode = "201")
  public Response add(
      @PathParam("id") String id,
      @HeaderParam(HttpHeaders.CONTENT_TYPE) @Nullable String type,
      @QueryParam("name") @Nullable String name,
      byte[] content) {
    return add(id, new Sent(name, type, content));
  }

  private Response add(String id, Sent sent) {
    var evidence =
        addEvidence.add(id, caller.get(), sent, clock.instant()).orElseThrow(Refusals::ofStep);
    return Response.created(URI.create("/api/v1/notices/" + id + "/evidence/" + evidence.id()))
        .entity(EvidenceView.of(evidence))
        .build();
  }

  /** What there is. */
  public record Files(List<EvidenceView> evidence) {}
}
