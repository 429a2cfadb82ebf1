package io.caseclock.notify.console.level;

import io.caseclock.access.Role;
import io.caseclock.attribute.Identifier;
import io.caseclock.notify.console.frame.FormRefusedException;
import io.caseclock.notify.console.frame.Forms;
import io.caseclock.notify.console.frame.Links;
import io.caseclock.notify.console.frame.PageContext;
import io.caseclock.notify.console.frame.TakesForm;
import io.caseclock.notify.console.monitor.Monitor;
import io.caseclock.notify.monitor.Answer;
import io.caseclock.notify.monitor.Query;
import io.caseclock.problem.Problem;
import io.caseclock.problem.ProblemException;
import io.caseclock.problem.ProblemType;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
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
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Sets who may see a case, by the form on its page. */
@Path("/cases/{caseId}/level")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
@RolesAllowed({
  Role.Wire.OFFICER,
  Role.Wire.LEGAL_OFFICER,
  Role.Wire.SUPERVISOR,
  Role.Wire.ADMINISTRATOR,
  Role.Wire.AUDITOR,
  Role.Wire.PROSECUTOR
})
public class LevelPages {

  private static final List<String> LEVELS = List.of(LevelTold.ORDINARY, LevelTold.RESTRICTED);

  private final PageContext page;
  private final Monitor monitor;

  @Inject
  LevelPages(PageContext page, Monitor monitor) {
    this.page = page;
    this.monitor = monitor;
  }

  @GET
  public Response back(
      @PathParam("caseId") String caseId, @QueryParam("lang") @Nullable String lang) {
    return Links.back(Links.toCase(caseId), lang);
  }

  /** Sets it, unless somebody else did since the page was shown. */
  @POST
  @TakesForm({"level", "reason", "seen"})
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @RolesAllowed(Role.Wire.SUPERVISOR)
  public Response set(@PathParam("caseId") String caseId, MultivaluedMap<String, String> fields) {
    var number = Identifier.read(caseId).asValue();
    if (number.isEmpty()) {
      return missing(caseId);
    }
    var form = read(number.get(), fields);
    var path = "/api/v1" + Links.toCase(form.caseId()) + "/level";
    return switch (monitor.get(path, Query.NONE, LevelTold.class).answer()) {
      case Answer.Told<LevelTold>(var told) -> set(path, form, told);
      case Answer.Refused<LevelTold>(var problem) -> refused(problem, form, null);
      case Answer.Away<LevelTold> away -> refused(ProblemType.UNAVAILABLE, form, null);
    };
  }

  private static LevelForm read(String caseId, MultivaluedMap<String, String> fields) {
    var level = Forms.text(fields, "level");
    if (!LEVELS.contains(level)) {
      throw FormRefusedException.noSuchValue("level");
    }
    var seen = Forms.text(fields, "seen");
    return new LevelForm(caseId, level, Forms.text(fields, "reason"), seen, false);
  }

  private Response set(String path, LevelForm form, LevelTold present) {
    if (!present.seen().equals(form.seen())) {
      return refused(ProblemType.STALE_VERSION, form.onto(present), present);
    }
    var body = Map.of("level", form.level(), "reason", form.reason());
    var asked = monitor.putOnto(present.version(), path, body, LevelTold.class);
    return switch (asked.answer()) {
      case Answer.Told<LevelTold> done -> Links.to(Links.toCase(form.caseId()));
      case Answer.Refused<LevelTold>(var problem)
          when problem.type() == ProblemType.STALE_VERSION ->
          overtaken(path, form);
      case Answer.Refused<LevelTold>(var problem) -> refused(problem, form, present);
      case Answer.Away<LevelTold> away -> refused(ProblemType.UNAVAILABLE, form, present);
    };
  }

  /** Somebody was faster by a moment: what they set is told. */
  private Response overtaken(String path, LevelForm form) {
    return monitor.get(path, Query.NONE, LevelTold.class).answer()
            instanceof Answer.Told<LevelTold>(var present)
        ? refused(ProblemType.STALE_VERSION, form.onto(present), present)
        : refused(ProblemType.STALE_VERSION, form, null);
  }

  private Response refused(Problem problem, LevelForm form, @Nullable LevelTold present) {
    return switch (problem.type()) {
      case NOT_FOUND -> missing(form.caseId());
      case NOT_ALLOWED -> throw new ProblemException(problem);
      case MALFORMED_REQUEST ->
          page.show(problem.type().status(), new CaseLevel(form.refused(), present, ""));
      default -> refused(problem.type(), form, present);
    };
  }

  private Response refused(ProblemType type, LevelForm form, @Nullable LevelTold present) {
    var said = page.texts(RestrictionTexts.class).notSet(type);
    return page.show(type.status(), new CaseLevel(form, present, said));
  }

  private Response missing(String caseId) {
    return page.show(ProblemType.NOT_FOUND.status(), CaseMissing.of(caseId, page.caller()));
  }

  /**
   * The form, where what was sent was not saved.
   *
   * @param present what holds; null where the monitor did not tell
   * @param refused why nothing was saved; empty where the form says it
   */
  @CheckedTemplate(basePath = "level", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
  record CaseLevel(LevelForm form, @Nullable LevelTold present, String refused)
      implements TemplateInstance {}
}
