package io.caseclock.notify.notice.rest;

import io.caseclock.access.Role;
import io.caseclock.access.security.CurrentCaller;
import io.caseclock.audit.rest.ShownThings;
import io.caseclock.notify.notice.Notice;
import io.caseclock.notify.notice.NoticeDeadlines;
import io.caseclock.notify.notice.NoticeQueries;
import io.caseclock.notify.notice.NoticeQuery;
import io.caseclock.notify.notice.NoticeStage;
import io.caseclock.notify.notice.StoredDocument;
import io.caseclock.notify.notice.document.DocumentForm;
import io.caseclock.notify.notice.document.DocumentStore;
import io.caseclock.notify.notice.document.PdfRenderer.Busy;
import io.caseclock.notify.notice.document.PdfRenderer.Lacking;
import io.caseclock.notify.notice.document.PdfRenderer.NoFont;
import io.caseclock.notify.notice.document.PdfRenderer.Rendered;
import io.caseclock.notify.notice.document.RenderPdf;
import io.caseclock.notify.notice.evidence.EvidenceStore;
import io.caseclock.notify.notice.query.rest.NoticeFilters;
import io.caseclock.notify.notice.rest.NoticeView.NextDue;
import io.caseclock.notify.rest.NoticeParameters;
import io.caseclock.notify.rest.Paging;
import io.caseclock.problem.Problem;
import io.caseclock.problem.ProblemException;
import io.caseclock.problem.ProblemType;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jspecify.annotations.Nullable;

/** Reads notices of the caller's subtree. */
@Path("/api/v1/notices")
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
public class NoticeResource {

  private static final MediaType PDF = new MediaType("application", "pdf");
  private static final String HTML_POLICY =
      "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'; sandbox";

  private final NoticeQueries notices;
  private final DocumentStore documents;
  private final EvidenceStore evidence;
  private final RenderPdf renderPdf;
  private final CurrentCaller caller;
  private final InstantSource clock;
  private final NoticeFilters filters;
  private final NoticeDeadlines deadlines;
  private final ShownThings shown;

  @Inject
  NoticeResource(
      NoticeQueries notices,
      DocumentStore documents,
      EvidenceStore evidence,
      RenderPdf renderPdf,
      CurrentCaller caller,
      InstantSource clock,
      NoticeFilters filters,
      NoticeDeadlines deadlines,
      ShownThings shown) {
    this.shown = shown;
    this.filters = filters;
    this.deadlines = deadlines;
    this.notices = notices;
    this.documents = documents;
    this.evidence = evidence;
    this.renderPdf = renderPdf;
    this.caller = caller;
    this.clock = clock;
  }

  /**
   * A page of the notices that fit.
   *
   * @param sort {@code newest} (where nothing is said), {@code oldest}, {@code due}, {@code
   *     severity}
   */
  @GET
  public Page list(
      @BeanParam NoticeParameters asked,
      @QueryParam("sort") @Nullable String sort,
      @QueryParam("after") @Nullable String after,
      @QueryParam("limit") @Nullable Integer limit) {
    var root = Paging.root(caller.get());
    var now = clock.instant();
    var order = NoticeFilters.order(sort);
    var size = Paging.limit(limit);
    var place = Optional.ofNullable(after).map(text -> NoticeFilters.cursor(text, order));
    var query = new NoticeQuery(root, filters.filter(asked, root, now), order, place, size);
    var page = shown.of(notices.page(query));
    var next =
        page.size() < size
            ? null
            : NoticeFilters.text(notices.behind(page.getLast(), order), order);
    return new Page(views(page, now), next);
  }

  private List<NoticeView> views(List<Notice> page, Instant now) {
    var ids = page.stream().map(Notice::id).toList();
    var withdrawn = notices.withdrawals(ids);
    var delivered = notices.deliveries(ids);
    var due = deadlines.nextOf(ids);
    return page.stream()
        .map(
            each ->
                NoticeView.of(
                    each,
                    withdrawn.get(each.id()),
                    delivered.get(each.id()),
                    NextDue.of(due.get(each.id()), now)))
        .toList();
  }

  /** How many of the notices that fit are in which stage; every stage is there. */
  @GET
  @Path("counts")
  public Map<String, Long> counts(@BeanParam NoticeParameters asked) {
    var root = Paging.root(caller.get());
    var found = notices.counts(root, filters.filter(asked, root, clock.instant()));
    shown.of(found.values().stream().filter(count -> count > 0).toList());
    Map<String, Long> counts = new LinkedHashMap<>();
    for (var stage : NoticeStage.values()) {
      counts.put(stage.wire(), found.getOrDefault(stage, 0L));
    }
    return counts;
  }

  @GET
  @Path("{id}")
  @APIResponseSchema(NoticeView.class)
  public Response one(@PathParam("id") String id) {
    var notice = visible(id);
    return Response.ok(
            NoticeView.of(
                notice,
                notices.faults(id),
                evidence.ofNotice(id),
                notices.ordersOn(id),
                notices.steps(id)))
        .tag(new EntityTag(Integer.toString(notice.version())))
        .build();
  }

  /** What was issued, as it was frozen then: the members are those of its {@code format}. */
  @GET
  @Path("{id}/document")
  @APIResponse(
      responseCode = "200",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(type = SchemaType.OBJECT, additionalProperties = Schema.True.class)))
  public Response document(@PathParam("id") String id) {
    return stored(stored(visible(id), DocumentForm.JSON), MediaType.APPLICATION_JSON_TYPE).build();
  }

  /** The HTML document; browsers run no script in it and load nothing from elsewhere. */
  @GET
  @Path("{id}/document")
  @Produces(MediaType.TEXT_HTML)
  public Response html(@PathParam("id") String id) {
    return stored(
            stored(visible(id), DocumentForm.HTML), MediaType.TEXT_HTML_TYPE.withCharset("UTF-8"))
        .header("Content-Security-Policy", HTML_POLICY)
        .build();
  }

  @GET
  @Path("{id}/document")
  @Produces("application/pdf")
  public Response pdf(@PathParam("id") String id) {
    var outcome =
        renderPdf.pdf(visible(id), clock.instant()).orElseThrow(NoticeResource::issuedBeforeHtml);
    return switch (outcome) {
      case Rendered rendered -> stored(rendered.pdf(), PDF).build();
      case NoFont noFont ->
          throw new ProblemException(
              ProblemType.UNAVAILABLE,
              "No TrueType font with Chinese characters is installed. Install one (Debian:"
                  + " fonts-droid-fallback) or name one in caseclock.notice.font, and start again;"
                  + " the document is to be had as text/html.");
      case Busy busy ->
          throw new ProblemException(
              ProblemType.UNAVAILABLE,
              "Other documents are being rendered; try again. The document is to be had as"
                  + " text/html.");
      case Lacking lacking -> throw lacking(lacking.characters());
    };
  }

  /** For links, which cannot say what they accept. */
  @GET
  @Path("{id}/document.{form: json|html|pdf}")
  @Produces(MediaType.WILDCARD)
  public Response document(@PathParam("id") String id, @PathParam("form") String form) {
    return switch (form) {
      case "html" -> html(id);
      case "pdf" -> pdf(id);
      default -> document(id);
    };
  }

  private Notice visible(String id) {
    return notices.findWithin(id, Paging.root(caller.get())).orElseThrow(NoticeResource::unknown);
  }

  private StoredDocument stored(Notice notice, DocumentForm form) {
    return documents.document(notice.id(), form).orElseThrow(NoticeResource::issuedBeforeHtml);
  }

  private static Response.ResponseBuilder stored(StoredDocument document, MediaType type) {
    return Response.ok(document.bytes(), type)
        .tag(new EntityTag(document.sha256()))
        .header(HttpHeaders.VARY, HttpHeaders.ACCEPT)
        .header("X-CaseClock-SHA256", document.sha256());
  }

  private static ProblemException lacking(List<String> characters) {
    var detail =
        "No installed font has "
            + String.join(", ", characters)
            + ". Install fonts that have them (Debian: fonts-hanazono, fonts-babelstone-han), and"
            + " start again; the document is to be had as text/html.";
    return new ProblemException(
        Problem.of(ProblemType.UNAVAILABLE, detail).with("characters", characters));
  }

  private static ProblemException issuedBeforeHtml() {
    return new ProblemException(
        ProblemType.NOT_ACCEPTABLE,
        "It was issued before notices were laid out; ask for application/json.");
  }

  private static ProblemException unknown() {
    return new ProblemException(
        ProblemType.NOT_FOUND, "There is no notice with this id in your units.");
  }

  /** A page of notices. */
  public record Page(List<NoticeView> notices, @Nullable String next) {}
}
