package io.caseclock.notify.console.notice;

import io.caseclock.access.Role;
import io.caseclock.audit.LeadsToMade;
import io.caseclock.audit.NotAudited;
import io.caseclock.notify.console.frame.Choice;
import io.caseclock.notify.console.frame.Forms;
import io.caseclock.notify.console.frame.Links;
import io.caseclock.notify.console.frame.OwnUnits;
import io.caseclock.notify.console.frame.PageContext;
import io.caseclock.notify.console.frame.PageFormat;
import io.caseclock.notify.console.frame.TakesForm;
import io.caseclock.notify.console.notice.OfferedFaults.FaultLine;
import io.caseclock.notify.notice.Notice;
import io.caseclock.notify.notice.Outcome.Done;
import io.caseclock.notify.notice.Outcome.Refused;
import io.caseclock.notify.notice.Refusal;
import io.caseclock.notify.notice.document.IssuedDocuments;
import io.caseclock.notify.notice.draft.Draft;
import io.caseclock.notify.notice.draft.Drafts;
import io.caseclock.notify.notice.issue.KnownFaults;
import io.caseclock.notify.notice.issue.KnownFaults.KnownFault;
import io.caseclock.problem.ProblemException;
import io.caseclock.problem.ProblemType;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Notices written by hand, until they are issued: list, form, preview. */
@Path("/notices/drafts")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
@RolesAllowed({Role.Wire.LEGAL_OFFICER, Role.Wire.SUPERVISOR})
public class DraftPages {

  private static final int MOST_DRAFTS = 200;
  private static final int MOST_FAULTS = 100;
  private static final String PREVIEW_POLICY =
      "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'; sandbox";

  private final PageContext page;
  private final PageFormat format;
  private final Drafts drafts;
  private final KnownFaults known;
  private final WritingActions actions;
  private final OwnUnits own;

  @Inject
  DraftPages(
      PageContext page,
      PageFormat format,
      Drafts drafts,
      KnownFaults known,
      WritingActions actions,
      OwnUnits own) {
    this.own = own;
    this.page = page;
    this.format = format;
    this.drafts = drafts;
    this.known = known;
    this.actions = actions;
  }

  @GET
  public Response list() {
    return list(200);
  }

  /** Also shown to whoever discards what is gone, or was never theirs to see. */
  private Response list(int status) {
    var found = drafts.page(page.root(), MOST_DRAFTS);
    return page.show(status, new DraftList(found, found.size() == MOST_DRAFTS));
  }

  /** An empty form; another unit offers its own officers and faults. */
  @GET
  @Path("new")
  @NotAudited("an empty form shows nothing of the case that it is about")
  public Response form(
      @QueryParam("unit") @Nullable String unit, @QueryParam("case") @Nullable String caseId) {
    var chosen = Forms.text(unit).isEmpty() ? page.root() : Forms.text(unit);
    own.require(chosen);
    return page(200, DraftForm.blank(chosen, Forms.text(caseId)), "", "");
  }

  @GET
  @Path("{id}")
  public Response one(@PathParam("id") String id) {
    return page(200, DraftForm.of(found(id)), "", "");
  }

  @GET
  @Path("{id}/{step}")
  public Response back(
      @PathParam("id") String id,
      @PathParam("step") String step,
      @QueryParam("lang") @Nullable String lang) {
    return step.equals("preview") ? preview(id) : Links.back(Links.draft(found(id).id()), lang);
  }

  /** The document as it would be issued now; browsers run no script in it. */
  private Response preview(String id) {
    return switch (actions.preview(id, page.caller())) {
      case Done<IssuedDocuments> done ->
          Response.ok(done.value().html().bytes(), MediaType.TEXT_HTML_TYPE.withCharset("UTF-8"))
              .header("Content-Security-Policy", PREVIEW_POLICY)
              .header("Cache-Control", "no-store")
              .build();
      case Refused<IssuedDocuments> refused ->
          page(
              refused.why().type().status(),
              DraftForm.of(found(id)),
              texts().unwritten(refused.why()),
              FaultyField.of(refused.why()));
    };
  }

  @POST
  @TakesForm(
      value = {"version", "unit", "officer", "caseId", "cause"},
      many = {"known", "element", "provision", "text"})
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @LeadsToMade
  public Response draft(MultivaluedMap<String, String> fields) {
    var form = DraftForm.read("", fields);
    var content = form.content();
    if (content.isEmpty()) {
      return page(400, form, lacking(form), form.faulty());
    }
    return switch (actions.draft(content.get(), page.caller())) {
      case Done<Draft> done -> Links.to(Links.draft(done.value().id()));
      case Refused<Draft> refused -> refused(form, refused);
    };
  }

  @POST
  @TakesForm(
      value = {"version", "unit", "officer", "caseId", "cause"},
      many = {"known", "element", "provision", "text"})
  @Path("{id}/save")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response save(@PathParam("id") String id, MultivaluedMap<String, String> fields) {
    var form = DraftForm.read(id, fields);
    var content = form.content();
    if (content.isEmpty()) {
      return page(400, form, lacking(form), form.faulty());
    }
    var version = Forms.version(form.version());
    return switch (actions.change(id, content.get(), version, page.caller())) {
      case Done<Draft> done -> Links.to(Links.draft(id));
      case Refused<Draft> refused -> refused(form, refused);
    };
  }

  @POST
  @Path("{id}/issue")
  public Response issue(
      @PathParam("id") String id, @FormParam("version") @Nullable String version) {
    return switch (actions.issue(id, Forms.version(version), page.caller())) {
      case Done<Notice> done -> Links.to(Links.notice(done.value().id()));
      case Refused<Notice> refused -> unlessIssued(id, refused);
    };
  }

  @POST
  @Path("{id}/discard")
  public Response discard(
      @PathParam("id") String id, @FormParam("version") @Nullable String version) {
    return switch (actions.discard(id, Forms.version(version), page.caller())) {
      case Done<Draft> done -> Links.to("/notices/drafts");
      case Refused<Draft> refused ->
          refused.why() == Refusal.UNKNOWN_DRAFT
              ? list(refused.why().type().status())
              : unlessIssued(id, refused);
    };
  }

  private String lacking(DraftForm form) {
    return FindingForm.isFaultyCase(form.caseId())
        ? texts().faultyCase()
        : texts().incompleteDraft();
  }

  /** The second of two clicks leads to where the first one led. */
  private Response unlessIssued(String id, Refused<?> refused) {
    return refused.why() == Refusal.ISSUED_ALREADY
        ? Links.to(Links.notice(id))
        : refused(DraftForm.of(found(id)), refused);
  }

  /** What was entered stays; whatever stands against it is named. */
  private Response refused(DraftForm form, Refused<?> refused) {
    var standing = refused.present();
    var why = texts().unwritten(refused.why());
    return page(
        refused.why().type().status(),
        form,
        standing == null ? why : why + " " + standing.number(),
        FaultyField.of(refused.why()));
  }

  private Draft found(String id) {
    return drafts
        .findWithin(id, page.root())
        .orElseThrow(() -> new ProblemException(ProblemType.NOT_FOUND, "No such draft."));
  }

  private NoticeTexts texts() {
    return page.texts(NoticeTexts.class);
  }

  private Response page(int status, DraftForm form, String refused, String faulty) {
    return page.show(
        status,
        new DraftDetail(form, refused, faulty, faults(form), FindingPages.elements(texts())));
  }

  private OfferedFaults faults(DraftForm form) {
    List<FaultLine> all =
        own.hold(form.unit())
            ? known.ofUnit(form.unit(), MOST_FAULTS).stream().map(one -> line(one, form)).toList()
            : List.of();
    return OfferedFaults.of(all, DraftForm.caseNumber(form.caseId()).orElse(form.caseId()));
  }

  private FaultLine line(KnownFault one, DraftForm form) {
    var fault = one.fault();
    return new FaultLine(
        one.id(),
        format.pick(fault.names()),
        fault.caseId(),
        format.due(fault.dueAt(), fault.zone()),
        form.isKnown(one.id()));
  }

  /** The newest drafts; {@code isCut} where there are more. */
  @CheckedTemplate(basePath = "notice", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
  record DraftList(List<Draft> drafts, boolean isCut) implements TemplateInstance {}

  /**
   * The form of a draft.
   *
   * @param refused why what was sent was not done; empty else
   * @param faulty the field for which it was not; empty where none is
   * @param faults that the monitor has told of the unit
   */
  @CheckedTemplate(basePath = "notice", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
  record DraftDetail(
      DraftForm form, String refused, String faulty, OfferedFaults faults, List<Choice> elements)
      implements TemplateInstance {}
}
