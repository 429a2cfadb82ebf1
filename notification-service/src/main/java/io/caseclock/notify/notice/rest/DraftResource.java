package io.caseclock.notify.notice.rest;

import io.caseclock.access.Role;
import io.caseclock.access.security.CurrentCaller;
import io.caseclock.notify.notice.NoticeSettings;
import io.caseclock.notify.notice.draft.Draft;
import io.caseclock.notify.notice.draft.Draft.Content;
import io.caseclock.notify.notice.draft.Draft.Found;
import io.caseclock.notify.notice.draft.Drafts;
import io.caseclock.notify.notice.draft.WriteNotice;
import io.caseclock.notify.rest.IfMatch;
import io.caseclock.notify.rest.Paging;
import io.caseclock.notify.rest.Parameters;
import io.caseclock.problem.ProblemException;
import io.caseclock.problem.ProblemType;
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
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jspecify.annotations.Nullable;

/** Notices written by hand, until they are issued. */
@Path("/api/v1/notices")
@Produces(MediaType.APPLICATION_JSON)
@Consumes({MediaType.APPLICATION_JSON, MediaType.WILDCARD})
@RunOnVirtualThread
@RolesAllowed({Role.Wire.LEGAL_OFFICER, Role.Wire.SUPERVISOR})
public class DraftResource {

  private final WriteNotice writeNotice;
  private final Drafts drafts;
  private final CurrentCaller caller;
  private final InstantSource clock;

  @Inject
  DraftResource(WriteNotice writeNotice, Drafts drafts, CurrentCaller caller, InstantSource clock) {
    this.writeNotice = writeNotice;
    this.drafts = drafts;
    this.caller = caller;
    this.clock = clock;
  }

  @POST
  @Transactional
  @APIResponseSchema(value = DraftView.class, responseCode = "201")
  public Response draft(@NotNull @Valid Body body) {
    return shown(
        writeNotice
            .draft(body.content(), caller.get(), clock.instant())
            .orElseThrow(Refusals::ofIssue),
        201);
  }

  @GET
  @Path("drafts")
  public Page list(@QueryParam("limit") @Nullable Integer limit) {
    var page = drafts.page(Paging.root(caller.get()), Paging.limit(limit));
    return new Page(page.stream().map(DraftView::of).toList());
  }

  @GET
  @Path("drafts/{id}")
  @APIResponseSchema(DraftView.class)
  public Response one(@PathParam("id") String id) {
    var draft =
        drafts
            .findWithin(id, Paging.root(caller.get()))
            .orElseThrow(
                () ->
                    new ProblemException(
                        ProblemType.NOT_FOUND, "There is no draft with this id in your units."));
    return shown(draft, 200);
  }

  @PUT
  @Path("drafts/{id}")
  @Transactional
  @APIResponseSchema(DraftView.class)
  public Response change(
      @PathParam("id") String id,
      @HeaderParam("If-Match") @Nullable String version,
      @NotNull @Valid Body body) {
    return shown(
        writeNotice
            .change(id, body.content(), IfMatch.expected(version), caller.get())
            .orElseThrow(Refusals::ofIssue),
        200);
  }

  @DELETE
  @Path("drafts/{id}")
  @Transactional
  public void discard(
      @PathParam("id") String id, @HeaderParam("If-Match") @Nullable String version) {
    writeNotice.discard(id, IfMatch.expected(version), caller.get()).orElseThrow(Refusals::ofIssue);
  }

  /** Issues the notice under the draft's id; from then on its content never changes. */
  @POST
  @Path("{id}/issue")
  @Transactional
  @APIResponseSchema(value = NoticeView.class, responseCode = "201")
  public Response issue(
      @PathParam("id") String id, @HeaderParam("If-Match") @Nullable String version) {
    var notice =
        writeNotice
            .issue(id, IfMatch.expected(version), caller.get(), clock.instant())
            .orElseThrow(Refusals::ofIssue);
    return Response.created(URI.create("/api/v1/notices/" + notice.id()))
        .entity(NoticeView.of(notice))
        .tag(new EntityTag(Integer.toString(notice.version())))
        .build();
  }

  private static Response shown(Draft draft, int status) {
    return Response.status(status)
        .location(URI.create("/api/v1/notices/drafts/" + draft.id()))
        .entity(DraftView.of(draft))
        .tag(new EntityTag(Integer.toString(draft.version())))
        .build();
  }

  /** A draft as the API shows it. */
  public record DraftView(
      String id,
      String state,
      String unit,
      @Nullable String officer,
      String caseId,
      String cause,
      List<String> known,
      List<Found> found,
      String by,
      Instant at,
      int version) {
    static DraftView of(Draft draft) {
      var content = draft.content();
      return new DraftView(
          draft.id(),
          "draft",
          content.unit(),
          content.officer(),
          content.caseId(),
          content.cause(),
          content.known(),
          content.found(),
          draft.by().name(),
          draft.at(),
          draft.version());
    }
  }

  /** The newest drafts. */
  public record Page(List<DraftView> drafts) {}

  /** What the caller sends. */
  public record Body(
      @NotBlank @Size(max = 120) String unit,
      @Size(min = 1, max = 120) @Nullable String officer,
      @NotBlank @Size(max = 110) String caseId,
      @Nullable String cause,
      @Nullable List<@NotBlank @Size(max = 300) String> known,
      @Nullable List<@NotNull @Valid BodyFault> found) {

    Content content() {
      return new Content(
          unit,
          officer,
          Parameters.caseId("caseId", caseId),
          Parameters.written("cause", cause, NoticeSettings.TEXT),
          Objects.requireNonNullElse(known, List.of()),
          found == null ? List.of() : found.stream().map(BodyFault::found).toList());
    }

    /** Leaves out what is said. */
    @Override
    public String toString() {
      return "Body[" + unit + " " + caseId + "]";
    }
  }

  /** A fault in the caller's words. */
  public record BodyFault(
      @NotBlank
          @Pattern(
              regexp = "incident|case|person|case-file|venue|property|notice",
              message = "is one of case, case-file, incident, notice, person, property, venue")
          String element,
      @NotNull @Written(longest = 300) String provision,
      @NotNull @Written(longest = 4_000, severalLines = true) String text) {

    Found found() {
      return new Found(element, provision, text);
    }

    /** Leaves out the text. */
    @Override
    public String toString() {
      return "BodyFault[" + element + "]";
    }
  }
}
