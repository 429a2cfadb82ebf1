package io.caseclock.notify.console.notice;

import io.caseclock.access.Role;
import io.caseclock.audit.LeadsToMade;
import io.caseclock.audit.NotAudited;
import io.caseclock.notify.console.frame.Choice;
import io.caseclock.notify.console.frame.FormRefusedException;
import io.caseclock.notify.console.frame.Forms;
import io.caseclock.notify.console.frame.Links;
import io.caseclock.notify.console.frame.OwnUnits;
import io.caseclock.notify.console.frame.PageContext;
import io.caseclock.notify.console.frame.TakesForm;
import io.caseclock.notify.notice.Outcome.Done;
import io.caseclock.notify.notice.Outcome.Refused;
import io.caseclock.notify.notice.issue.RecordFinding.Recorded;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A fault that somebody found is recorded; its notice follows at once. */
@Path("/findings")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
@RolesAllowed({Role.Wire.LEGAL_OFFICER, Role.Wire.SUPERVISOR, Role.Wire.PROSECUTOR})
public class FindingPages {

  private final PageContext page;
  private final WritingActions actions;
  private final OwnUnits own;

  @Inject
  FindingPages(PageContext page, WritingActions actions, OwnUnits own) {
    this.own = own;
    this.page = page;
    this.actions = actions;
  }

  /** The form; another unit offers its own officers. */
  @GET
  @Path("new")
  @NotAudited("an empty form shows nothing of the case that it is about")
  public Response form(
      @QueryParam("unit") @Nullable String unit, @QueryParam("case") @Nullable String caseId) {
    var chosen = Forms.text(unit).isEmpty() ? page.root() : Forms.text(unit);
    own.require(chosen);
    return page(200, FindingForm.blank(chosen, Forms.text(caseId)), "", "");
  }

  @GET
  public Response back(@QueryParam("lang") @Nullable String lang) {
    return Links.back("/findings/new", lang);
  }

  @POST
  @TakesForm({"key", "unit", "officer", "caseId", "element", "provision", "text"})
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @LeadsToMade
  public Response record(MultivaluedMap<String, String> fields) {
    var form = FindingForm.read(fields);
    var finding = form.finding();
    if (finding.isEmpty()) {
      form.unoffered()
          .ifPresent(
              field -> {
                throw FormRefusedException.noSuchValue(field);
              });
      var isFaulty = FindingForm.isFaultyCase(form.caseId());
      var why = isFaulty ? texts().faultyCase() : texts().incompleteFinding();
      return page(400, form, why, form.faulty());
    }
    return switch (actions.record(finding.get(), page.caller())) {
      case Done<Recorded> done -> Links.to(Links.notice(done.value().notice().id()));
      case Refused<Recorded> refused ->
          page(
              refused.why().type().status(),
              form,
              texts().unwritten(refused.why()),
              FaultyField.of(refused.why()));
    };
  }

  private NoticeTexts texts() {
    return page.texts(NoticeTexts.class);
  }

  private Response page(int status, FindingForm form, String refused, String faulty) {
    return page.show(status, new FindingNew(form, refused, faulty, elements(texts())));
  }

  /** What may be supervised, by its names. */
  static List<Choice> elements(NoticeTexts texts) {
    return FindingForm.ELEMENTS.stream().map(it -> new Choice(it, texts.element(it))).toList();
  }

  /**
   * The form of a finding.
   *
   * @param refused why what was sent was not kept; empty else
   * @param faulty the field for which it was not; empty where none is
   */
  @CheckedTemplate(basePath = "notice", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
  record FindingNew(FindingForm form, String refused, String faulty, List<Choice> elements)
      implements TemplateInstance {}
}
