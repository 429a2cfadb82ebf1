package io.caseclock.notify.console.casepage;

import io.caseclock.access.Role;
import io.caseclock.attribute.Identifier;
import io.caseclock.notify.casefile.CaseRecords;
import io.caseclock.notify.casefile.CaseRecords.Found;
import io.caseclock.notify.casefile.CaseRecords.InboxLine;
import io.caseclock.notify.casefile.CaseRecords.ToldLine;
import io.caseclock.notify.console.casepage.CaseShown.Past;
import io.caseclock.notify.console.casepage.CaseShown.TaskShown;
import io.caseclock.notify.console.frame.Forms;
import io.caseclock.notify.console.frame.Language;
import io.caseclock.notify.console.frame.Links;
import io.caseclock.notify.console.frame.PageContext;
import io.caseclock.notify.console.frame.PageFormat;
import io.caseclock.notify.console.frame.PageTime;
import io.caseclock.notify.console.level.CaseMissing;
import io.caseclock.notify.console.level.LevelTold;
import io.caseclock.notify.console.level.Sight;
import io.caseclock.notify.console.monitor.Monitor;
import io.caseclock.notify.monitor.Answer;
import io.caseclock.notify.monitor.Query;
import io.caseclock.notify.rest.Blank;
import io.caseclock.notify.rest.Parameters;
import io.caseclock.notify.task.TaskKinds;
import io.caseclock.pack.TaskKind;
import io.caseclock.problem.ProblemException;
import io.caseclock.problem.ProblemType;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The page of a case, and how its deadlines came about. */
@Path("/cases/{caseId}")
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
public class CasePages {

  private static final int DEADLINES = 100;
  private static final int EVENTS = 50;
  private static final String ALL = "all";

  /** The parameters by which the monitor is told what is meant. */
  private static final Set<String> NAMES = Set.of("/caseId", "/id");

  private final PageContext page;
  private final PageFormat format;
  private final PageTime time;
  private final Monitor monitor;
  private final CaseRecords records;
  private final TaskKinds taskKinds;

  @Inject
  CasePages(
      PageContext page,
      PageFormat format,
      PageTime time,
      Monitor monitor,
      CaseRecords records,
      TaskKinds taskKinds) {
    this.page = page;
    this.format = format;
    this.time = time;
    this.monitor = monitor;
    this.records = records;
    this.taskKinds = taskKinds;
  }

  /**
   * The page.
   *
   * @param asOf the day up to which it is looked at
   * @param knownAt the day up to which things were known
   * @param after where the deadlines begin
   * @param events where the events begin
   * @param tenures {@code all}, where not only the last are to be told
   */
  @GET
  public Response one(
      @PathParam("caseId") String caseId,
      @QueryParam("asOf") @Nullable String asOf,
      @QueryParam("knownAt") @Nullable String knownAt,
      @QueryParam("after") @Nullable String after,
      @QueryParam("events") @Nullable String events,
      @QueryParam("tenures") @Nullable String tenures) {
    if (Identifier.read(caseId).asValue().isEmpty()) {
      return missing(caseId);
    }
    var path = "/api/v1/cases/" + Links.segment(caseId);
    var past = new Past(day("asOf", asOf), day("knownAt", knownAt));
    var whole = Blank.dropped(tenures);
    Parameters.require("tenures", whole, List.of(ALL));
    var query =
        Query.of("limit", DEADLINES)
            .and("asOf", endOf(past.asOf()))
            .and("knownAt", endOf(past.knownAt()))
            .and("after", after);
    var asked = monitor.get(path + "/timeline", query, CaseTimeline.class);
    var happened =
        monitor.get(
            path + "/events", Query.of("limit", EVENTS).and("after", events), CaseEventPage.class);
    var had = monitor.get(path + "/tenures", Query.NONE, CaseTenures.class);
    var level = monitor.get(path + "/level", Query.NONE, LevelTold.class);
    var timeline = asked.answer();
    return isUnknown(timeline)
        ? missing(caseId)
        : page.show(
            200,
            shown(
                caseId,
                timeline,
                Sight.of(caseId, level.answer(), maySetLevel(timeline) && !past.isPast()),
                happened.answer(),
                new Had(had.answer(), whole != null),
                past,
                events != null));
  }

  private Response missing(String caseId) {
    return page.show(404, CaseMissing.of(caseId, page.caller()));
  }

  /** A supervisor, of a case that lies in their units now. */
  private boolean maySetLevel(Answer<CaseTimeline> timeline) {
    return page.caller().is(Role.SUPERVISOR)
        && timeline.toldOrEmpty().filter(CaseTimeline::whole).isPresent();
  }

  /** Who had the case, and whether all of them are to be told. */
  private record Had(Answer<CaseTenures> answer, boolean isWhole) {

    CaseTenures.Shown shown() {
      return answer.toldOrEmpty().orElse(new CaseTenures(List.of())).shown(isWhole);
    }
  }

  private CaseShown shown(
      String caseId,
      Answer<CaseTimeline> timeline,
      Sight sight,
      Answer<CaseEventPage> events,
      Had had,
      Past past,
      boolean isContinued) {
    var told = timeline.toldOrEmpty();
    var root = page.root();
    var owner = page.inboxOwner();
    var tasks = records.tasks(caseId, root);
    return new CaseShown(
        caseId,
        timeline,
        sight,
        told.map(one -> CasePicture.of(one, format::pick, page.language() == Language.ZH))
            .orElse(null),
        told.map(one -> EventMarks.kinds(one.groups())).orElse(List.of()),
        events,
        had.answer(),
        had.shown(),
        records.notices(caseId, root),
        new Found<>(
            tasks.lines().stream().map(line -> new TaskShown(line, kind(line.kind()))).toList(),
            tasks.more()),
        owner
            .map(person -> records.inbox(caseId, person))
            .orElseGet(() -> new Found<InboxLine>(List.of(), false)),
        records.escalations(caseId, root),
        seesTold() ? records.told(caseId, root) : new Found<ToldLine>(List.of(), false),
        seesTold(),
        owner.isPresent(),
        past,
        isContinued);
  }

  /** Who was told what is told to whoever sees deliveries, too. */
  private boolean seesTold() {
    var caller = page.caller();
    return caller.is(Role.ADMINISTRATOR) || caller.is(Role.AUDITOR);
  }

  private String kind(String id) {
    return taskKinds.kind(id).map(TaskKind::names).map(format::pick).orElse(id);
  }

  /** What names no case or deadline is as unknown as one that the visitor does not see. */
  private static boolean isUnknown(Answer<?> answer) {
    return answer
        .refusal()
        .filter(
            problem ->
                problem.type() == ProblemType.NOT_FOUND
                    || problem.violations().stream()
                        .anyMatch(violation -> NAMES.contains(violation.pointer())))
        .isPresent();
  }

  /** As a field of type {@code date} holds it; empty where nothing was said. */
  private static String day(String name, @Nullable String text) {
    var said = Blank.dropped(text);
    return said == null ? "" : Parameters.day(name, said).toString();
  }

  /** The last instant of the day; null where nothing was said. */
  private @Nullable Instant endOf(String day) {
    return Forms.day(day)
        .map(time::endOf)
        .map(next -> next.minus(1, ChronoUnit.MICROS))
        .orElse(null);
  }

  /** How a deadline came about: a piece of the page for scripts, else a page of its own. */
  @GET
  @Path("explanations/{id}")
  public Response explanation(
      @PathParam("caseId") String caseId,
      @PathParam("id") String id,
      @HeaderParam("HX-Request") @Nullable String byScript) {
    var answer = monitor.get(path(id), Query.NONE, CaseExplanation.class).answer();
    if (isUnknown(answer) || isOfAnother(answer, caseId)) {
      throw new ProblemException(ProblemType.NOT_FOUND, "No such deadline in this case.");
    }
    return page.show(
        200,
        byScript == null
            ? new CaseExplained(caseId, id, answer)
            : new CaseExplainedPart(caseId, id, answer));
  }

  private static boolean isOfAnother(Answer<CaseExplanation> answer, String caseId) {
    return answer
        .toldOrEmpty()
        .filter(told -> !told.deadline().caseId().equals(caseId))
        .isPresent();
  }

  /** The same as a document for the case file. */
  @GET
  @Path("explanations/{id}/annex")
  public Response annex(@PathParam("caseId") String caseId, @PathParam("id") String id) {
    return monitor.download(
        path(id),
        Query.of("lang", page.language().code()),
        MediaType.TEXT_HTML,
        "explanation-" + id.replaceAll("[^A-Za-z0-9-]", "") + ".html");
  }

  private static String path(String deadlineId) {
    return "/api/v1/deadlines/" + Links.segment(deadlineId) + "/explanation";
  }

  /** How a deadline came about, as a page. */
  @CheckedTemplate(basePath = "casepage", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
  record CaseExplained(String caseId, String id, Answer<CaseExplanation> explanation)
      implements TemplateInstance {}

  /** The same, as a piece of the page of the case. */
  @CheckedTemplate(basePath = "casepage", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
  record CaseExplainedPart(String caseId, String id, Answer<CaseExplanation> explanation)
      implements TemplateInstance {}
}
