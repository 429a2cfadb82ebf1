package io.caseclock.notify.console.level;

import io.caseclock.access.Role;
import io.caseclock.attribute.Identifier;
import io.caseclock.notify.console.frame.Forms;
import io.caseclock.notify.console.frame.Links;
import io.caseclock.notify.console.frame.PageContext;
import io.caseclock.notify.console.monitor.Monitor;
import io.caseclock.notify.monitor.Answer;
import io.caseclock.problem.Problem;
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
import jakarta.ws.rs.core.Response;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Opens a case in need that is not found, by the form on the page that says so. */
@Path("/cases/{caseId}/break-glass")
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
public class NeedPages {

  private final PageContext page;
  private final Monitor monitor;

  @Inject
  NeedPages(PageContext page, Monitor monitor) {
    this.page = page;
    this.monitor = monitor;
  }

  @GET
  public Response back(
      @PathParam("caseId") String caseId, @QueryParam("lang") @Nullable String lang) {
    return Links.back(Links.toCase(caseId), lang);
  }

  /** Leads to the page of the case, which says until when it is open. */
  @POST
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @RolesAllowed({Role.Wire.OFFICER, Role.Wire.LEGAL_OFFICER, Role.Wire.PROSECUTOR})
  public Response open(
      @PathParam("caseId") String caseId, @FormParam("reason") @Nullable String reason) {
    var missing = CaseMissing.of(caseId, page.caller());
    var number = Identifier.read(caseId).asValue();
    if (number.isEmpty()) {
      return page.show(ProblemType.NOT_FOUND.status(), missing);
    }
    var why = Forms.text(reason);
    var path = "/api/v1" + Links.toCase(number.get()) + "/break-glass";
    return switch (monitor.post(path, Map.of("reason", why), Opened.class).answer()) {
      case Answer.Told<Opened>(var opened) -> Links.to(Links.toCase(opened.caseId()));
      case Answer.Refused<Opened>(var problem) -> refused(problem, missing, number.get(), why);
      case Answer.Away<Opened> away -> refused(ProblemType.UNAVAILABLE, missing, why);
    };
  }

  private Response refused(Problem problem, CaseMissing missing, String number, String why) {
    return switch (problem.type()) {
      case STATE_FORBIDS -> page.show(problem.type().status(), new CaseSeen(number));
      case NOT_ALLOWED -> throw new ProblemException(problem);
      case MALFORMED_REQUEST -> page.show(problem.type().status(), missing.faulty(why));
      default -> refused(problem.type(), missing, why);
    };
  }

  private Response refused(ProblemType type, CaseMissing missing, String why) {
    var said = page.texts(RestrictionTexts.class).notOpened(type);
    return page.show(type.status(), missing.refused(why, said));
  }

  /** What was opened. */
  record Opened(String caseId) {}

  /** The visitor sees the case without a need. */
  @CheckedTemplate(basePath = "level", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
  record CaseSeen(String caseId) implements TemplateInstance {}
}
