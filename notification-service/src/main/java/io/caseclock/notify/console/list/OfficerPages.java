package io.caseclock.notify.console.list;

import io.caseclock.access.Role;
import io.caseclock.notify.console.frame.Forms;
import io.caseclock.notify.console.frame.Links;
import io.caseclock.notify.console.frame.PackNames;
import io.caseclock.notify.console.frame.PageContext;
import io.caseclock.notify.console.monitor.Known;
import io.caseclock.notify.console.monitor.Monitor;
import io.caseclock.notify.monitor.Answer;
import io.caseclock.notify.monitor.Query;
import io.caseclock.problem.ProblemType;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Officers and units beside their load; it names people, so that officers do not see it. */
@Path("/lists/{id}/officers")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
@RolesAllowed({
  Role.Wire.LEGAL_OFFICER,
  Role.Wire.SUPERVISOR,
  Role.Wire.ADMINISTRATOR,
  Role.Wire.AUDITOR
})
public class OfficerPages {

  private static final int A_PAGE = 50;

  private final PageContext page;
  private final Monitor monitor;
  private final PackNames names;

  @Inject
  OfficerPages(PageContext page, Monitor monitor, PackNames names) {
    this.page = page;
    this.monitor = monitor;
    this.names = names;
  }

  @GET
  public Response officers(
      @PathParam("id") String id,
      @QueryParam("unit") @Nullable String unit,
      @QueryParam("from") @Nullable String from,
      @QueryParam("to") @Nullable String to,
      @QueryParam("by") @Nullable String by,
      @QueryParam("after") @Nullable String after) {
    var root = page.root();
    var asked = Forms.text(unit);
    var query =
        Query.of("unit", asked)
            .and("from", Forms.text(from))
            .and("to", Forms.text(to))
            .and("by", Forms.text(by))
            .and("after", Forms.text(after))
            .and("limit", A_PAGE);
    var path = "/api/v1/lists/" + Links.segment(id) + "/officers";
    var answer = Known.of(monitor.get(path, query, OfficersTold.class).answer());
    var refused =
        answer
            .refusal()
            .filter(problem -> problem.type() == ProblemType.MALFORMED_REQUEST)
            .isPresent();
    var told = answer.toldOrEmpty();
    return page.show(
        refused ? 400 : 200,
        new Officers(
            id,
            names.list(id, page.language()),
            answer,
            asked.isEmpty() ? root : asked,
            told.map(OfficersTold::from).map(LocalDate::toString).orElse(Forms.text(from)),
            told.map(OfficersTold::to).map(LocalDate::toString).orElse(Forms.text(to)),
            told.map(OfficersTold::by).orElse("officer"),
            refused,
            root));
  }

  /**
   * Lines of officers or units.
   *
   * @param refused whether the days that were asked for cannot be counted
   */
  @CheckedTemplate(basePath = "list", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
  record Officers(
      String id,
      String title,
      Answer<OfficersTold> answer,
      String unit,
      String from,
      String to,
      String by,
      boolean refused,
      String root)
      implements TemplateInstance {}
}
