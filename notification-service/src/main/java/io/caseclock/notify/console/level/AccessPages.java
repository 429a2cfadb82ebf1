package io.caseclock.notify.console.level;

import io.caseclock.access.Role;
import io.caseclock.notify.console.frame.Forms;
import io.caseclock.notify.console.frame.Links;
import io.caseclock.notify.console.frame.PageContext;
import io.caseclock.notify.console.frame.Tab;
import io.caseclock.notify.console.frame.TakesForm;
import io.caseclock.notify.console.monitor.Known;
import io.caseclock.notify.console.monitor.Monitor;
import io.caseclock.notify.monitor.Answer;
import io.caseclock.notify.monitor.Query;
import io.caseclock.notify.rest.Blank;
import io.caseclock.notify.rest.Parameters;
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
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Who opened restricted cases in need: supervisors review it, auditors read. */
@Path("/break-glass")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
@RolesAllowed({Role.Wire.SUPERVISOR, Role.Wire.AUDITOR})
public class AccessPages {

  private static final String API = "/api/v1/break-glass";
  private static final String OPEN = "open";
  private static final String REVIEWED = "reviewed";
  private static final int A_PAGE = 50;

  private final PageContext page;
  private final Monitor monitor;
  private final InstantSource clock;

  @Inject
  AccessPages(PageContext page, Monitor monitor, InstantSource clock) {
    this.page = page;
    this.monitor = monitor;
    this.clock = clock;
  }

  @GET
  public Response list(
      @QueryParam("state") @Nullable String state, @QueryParam("after") @Nullable String after) {
    var asked = Blank.dropped(state);
    Parameters.require("state", asked, List.of(OPEN, REVIEWED));
    var shown = new Shown(asked == null ? OPEN : asked, Forms.text(after));
    return show(200, shown, "", Entered.NOTHING);
  }

  @GET
  @Path("{id}/review")
  public Response back(@QueryParam("lang") @Nullable String lang) {
    return Links.back("/break-glass", lang);
  }

  /** Says whether there was a need; what is refused keeps what was entered, in its place. */
  @POST
  @Path("{id}/review")
  @TakesForm({"finding", "note", "after"})
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @RolesAllowed(Role.Wire.SUPERVISOR)
  public Response review(@PathParam("id") String id, MultivaluedMap<String, String> fields) {
    var form = ReviewForm.read(fields);
    var shown = new Shown(OPEN, Forms.text(fields, "after"));
    var body = Map.of("finding", form.finding(), "note", form.note());
    var path = API + "/" + Links.segment(id) + "/review";
    return switch (monitor.post(path, body, AccessesTold.One.class).answer()) {
      case Answer.Told<AccessesTold.One> done -> Links.to("/break-glass");
      case Answer.Refused<AccessesTold.One>(var problem) ->
          refused(problem, shown, new Entered(id, form));
      case Answer.Away<AccessesTold.One> away ->
          show(503, shown, said(ProblemType.UNAVAILABLE), new Entered(id, form));
    };
  }

  private Response refused(Problem problem, Shown shown, Entered entered) {
    return switch (problem.type()) {
      case NOT_FOUND, NOT_ALLOWED -> throw new ProblemException(problem);
      case MALFORMED_REQUEST -> misspelt(problem, shown, entered);
      default -> show(problem.type().status(), shown, said(problem.type()), entered);
    };
  }

  /** An id that can be none is one that nobody has. */
  private Response misspelt(Problem problem, Shown shown, Entered entered) {
    if (problem.violations().stream().anyMatch(fault -> fault.pointer().equals("/id"))) {
      throw new ProblemException(ProblemType.NOT_FOUND, "There is no such access.");
    }
    var form = entered.form().refused(problem);
    return show(problem.type().status(), shown, "", new Entered(entered.id(), form));
  }

  private String said(ProblemType type) {
    return page.texts(AccessTexts.class).refused(type);
  }

  private Response show(int status, Shown shown, String refused, Entered entered) {
    var query = Query.of("state", shown.state()).and("after", shown.after()).and("limit", A_PAGE);
    var answer = Known.of(monitor.get(API, query, AccessesTold.class).answer());
    return page.show(
        status,
        new AccessList(
            shown.state(),
            shown.after(),
            tabs(shown.state()),
            answer,
            lines(answer, entered),
            refused));
  }

  private List<AccessLine> lines(Answer<AccessesTold> answer, Entered entered) {
    var visitor = page.caller();
    var now = clock.instant();
    return answer.toldOrEmpty().map(AccessesTold::accesses).orElse(List.of()).stream()
        .map(one -> AccessLine.of(one, entered.of(one), visitor, now))
        .toList();
  }

  private List<Tab> tabs(String state) {
    var texts = page.texts(AccessTexts.class);
    return List.of(
        Tab.of(texts.group(OPEN), "/break-glass", state.equals(OPEN)),
        Tab.of(texts.group(REVIEWED), "/break-glass?state=reviewed", state.equals(REVIEWED)));
  }

  /** Which page of the list it is; {@code after} is empty on the first. */
  private record Shown(String state, String after) {}

  /** What was entered for one access; for the others nothing was. */
  private record Entered(String id, ReviewForm form) {

    static final Entered NOTHING = new Entered("", ReviewForm.BLANK);

    ReviewForm of(AccessesTold.One one) {
      return one.id().equals(id) ? form : ReviewForm.BLANK;
    }
  }

  /**
   * The list.
   *
   * @param state open or reviewed
   * @param after where it begins; empty for the first page
   * @param refused why a review was not saved; empty else
   */
  @CheckedTemplate(basePath = "level", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
  record AccessList(
      String state,
      String after,
      List<Tab> tabs,
      Answer<AccessesTold> answer,
      List<AccessLine> lines,
      String refused)
      implements TemplateInstance {}
}
