package io.caseclock.notify.console.task;

import io.caseclock.access.Role;
import io.caseclock.notify.console.frame.Choice;
import io.caseclock.notify.console.frame.FormFault;
import io.caseclock.notify.console.frame.FormRefusedException;
import io.caseclock.notify.console.frame.Forms;
import io.caseclock.notify.console.frame.Links;
import io.caseclock.notify.console.frame.PageContext;
import io.caseclock.notify.console.frame.PageFormat;
import io.caseclock.notify.console.frame.PageTime;
import io.caseclock.notify.console.frame.Tab;
import io.caseclock.notify.console.frame.TakesForm;
import io.caseclock.notify.console.task.TaskDetail.Answered;
import io.caseclock.notify.console.task.TaskDetail.Ask;
import io.caseclock.notify.console.task.TaskDetail.HistoryLine;
import io.caseclock.notify.console.task.TaskDetail.TaskLine;
import io.caseclock.notify.monitor.Query;
import io.caseclock.notify.rest.Blank;
import io.caseclock.notify.rest.TaskParameters;
import io.caseclock.notify.task.AnswerFault;
import io.caseclock.notify.task.AttemptOutcome;
import io.caseclock.notify.task.Task;
import io.caseclock.notify.task.TaskEntry;
import io.caseclock.notify.task.TaskFilter;
import io.caseclock.notify.task.TaskHistory;
import io.caseclock.notify.task.TaskKinds;
import io.caseclock.notify.task.TaskOutcome;
import io.caseclock.notify.task.TaskOutcome.Noted;
import io.caseclock.notify.task.TaskOutcome.Refused;
import io.caseclock.notify.task.TaskOutcome.Why;
import io.caseclock.notify.task.TaskQuery;
import io.caseclock.notify.task.TaskQuery.Cursor;
import io.caseclock.notify.task.TaskTab;
import io.caseclock.notify.task.Tasks;
import io.caseclock.notify.task.WorkOnTask;
import io.caseclock.notify.task.query.rest.TaskFilters;
import io.caseclock.pack.Answer;
import io.caseclock.pack.Question;
import io.caseclock.pack.TaskKind;
import io.caseclock.problem.ProblemException;
import io.caseclock.problem.ProblemType;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.BeanParam;
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
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The pages of those who call back and review. */
@Path("/tasks")
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
public class TaskPages {

  private static final int PAGE = 50;
  private static final String FIELD = "answer.";

  private final PageContext page;
  private final PageFormat format;
  private final Tasks tasks;
  private final WorkOnTask workOnTask;
  private final InstantSource clock;
  private final TaskFilters filters;
  private final TaskKinds kinds;
  private final PageTime time;

  @Inject
  TaskPages(
      PageContext page,
      PageFormat format,
      Tasks tasks,
      WorkOnTask workOnTask,
      InstantSource clock,
      TaskFilters filters,
      TaskKinds kinds,
      PageTime time) {
    this.filters = filters;
    this.kinds = kinds;
    this.time = time;
    this.page = page;
    this.format = format;
    this.tasks = tasks;
    this.workOnTask = workOnTask;
    this.clock = clock;
  }

  @GET
  public Response list(
      @BeanParam TaskParameters query,
      @QueryParam("state") @Nullable String state,
      @QueryParam("after") @Nullable String after) {
    var now = clock.instant();
    var root = page.root();
    var asked = query.ofForm();
    var tab = TaskFilters.tab(Blank.dropped(state));
    var filter = filters.filter(asked, root);
    var place = Optional.ofNullable(after).map(TaskFilters::cursor);
    var found = tasks.page(new TaskQuery(root, tab, filter, now, place, PAGE));
    return page.show(
        200,
        new TaskList(
            found.stream().map(task -> new TaskLine(task, task.isLate(now))).toList(),
            tab.wire(),
            tabs(tab, filter, now),
            asked,
            kinds.all().stream().map(this::choice).toList(),
            asked.kinds.size() == 1 ? asked.kinds.getFirst() : "",
            page.texts(TaskTexts.class).nothing(tab),
            callsToday(now),
            found.size() < PAGE ? "" : TaskFilters.text(Cursor.behind(found.getLast()))));
  }

  private List<Tab> tabs(TaskTab current, TaskFilter filter, Instant now) {
    var texts = page.texts(TaskTexts.class);
    var parameters = page.parameters().without("after").without("lang").without("theme");
    return Arrays.stream(TaskTab.values())
        .map(
            tab -> {
              var href = parameters.with("state", tab.wire()).behind("/tasks");
              var count = count(tab, filter, now);
              return new Tab(texts.tab(tab), count, href, tab == current);
            })
        .toList();
  }

  /** Of ended tasks there may be very many; nobody has to know how many. */
  private String count(TaskTab tab, TaskFilter filter, Instant now) {
    return switch (tab) {
      case OPEN, OVERDUE -> Long.toString(tasks.count(page.root(), tab, filter, now));
      case DONE, WITHDRAWN -> "";
    };
  }

  private Choice choice(TaskKind kind) {
    return new Choice(kind.id(), format.pick(kind.names()));
  }

  /** The address of the calls that are still to be made today; empty where nobody is called. */
  private String callsToday(Instant now) {
    var calls = kinds.all().stream().filter(TaskKind::call).map(TaskKind::id).toList();
    var today = time.today(now).toString();
    return calls.isEmpty()
        ? ""
        : Query.of("state", TaskTab.OPEN.wire())
            .andAll("kind", calls)
            .and("dueFrom", today)
            .and("dueTo", today)
            .behind("/tasks");
  }

  @GET
  @Path("{id}")
  public Response one(@PathParam("id") String id) {
    return page(200, found(id), Map.of(), null);
  }

  @GET
  @Path("{id}/{step}")
  public Response back(@PathParam("id") String id, @QueryParam("lang") @Nullable String lang) {
    return Links.back(Links.task(found(id).id()), lang);
  }

  @POST
  @TakesForm({"version", "answer\\..+"})
  @Path("{id}/answers")
  @Transactional
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @RolesAllowed({Role.Wire.OFFICER, Role.Wire.LEGAL_OFFICER, Role.Wire.SUPERVISOR})
  public Response answer(@PathParam("id") String id, MultivaluedMap<String, String> form) {
    Map<String, String> answers = new HashMap<>();
    form.forEach(
        (field, values) -> {
          if (field.startsWith(FIELD) && !values.isEmpty()) {
            answers.put(field.substring(FIELD.length()), values.getFirst());
          }
        });
    return shown(
        id,
        workOnTask.answer(
            id, page.caller(), answers, Forms.version(form.getFirst("version")), clock.instant()),
        answers);
  }

  @POST
  @Path("{id}/attempts")
  @Transactional
  @RolesAllowed({Role.Wire.OFFICER, Role.Wire.LEGAL_OFFICER, Role.Wire.SUPERVISOR})
  public Response attempt(
      @PathParam("id") String id,
      @FormParam("outcome") @Nullable String outcome,
      @FormParam("text") @Nullable String text) {
    var said =
        AttemptOutcome.ofWire(Objects.toString(outcome, ""))
            .orElseThrow(
                () -> new ProblemException(ProblemType.NOT_FOUND, "There is no such outcome."));
    return shown(
        id,
        workOnTask.attempt(id, page.caller(), said, Objects.toString(text, ""), clock.instant()),
        Map.of());
  }

  @POST
  @Path("{id}/unreachable")
  @Transactional
  @RolesAllowed({Role.Wire.OFFICER, Role.Wire.LEGAL_OFFICER, Role.Wire.SUPERVISOR})
  public Response giveUp(
      @PathParam("id") String id,
      @FormParam("version") @Nullable String version,
      @FormParam("reason") @Nullable String reason) {
    return shown(
        id,
        workOnTask.giveUp(
            id,
            page.caller(),
            Objects.toString(reason, ""),
            Forms.version(version),
            clock.instant()),
        Map.of());
  }

  private Response shown(String id, TaskOutcome outcome, Map<String, String> entered) {
    return switch (outcome) {
      case Noted noted -> Links.to(Links.task(noted.task().id()));
      case Refused refused -> {
        requireKnown(refused.faults());
        yield page(refused.why().type().status(), found(id), entered, refused);
      }
    };
  }

  /** The page has no place for a fault of a question that it does not ask. */
  private static void requireKnown(List<AnswerFault> faults) {
    var unknown =
        faults.stream()
            .filter(fault -> fault.kind() == AnswerFault.Kind.UNKNOWN_QUESTION)
            .map(fault -> new FormFault(FIELD + fault.questionId(), FormFault.Why.UNKNOWN))
            .toList();
    if (!unknown.isEmpty()) {
      throw new FormRefusedException(unknown);
    }
  }

  private Response page(
      int status, Task task, Map<String, String> entered, @Nullable Refused refused) {
    var now = clock.instant();
    var history = tasks.history(task.id());
    var sinceOpened = new TaskHistory(history);
    List<AnswerFault> faults = refused == null ? List.of() : refused.faults();
    var filled = entered.isEmpty() ? sinceOpened.answers() : entered;
    return page.show(
        status,
        new TaskDetail(
            new TaskLine(task, task.isLate(now)),
            refused == null ? "" : refusal(refused),
            hindrance(task, now).orElse(null),
            task.kind().questions().stream()
                .map(it -> new Ask(it, filled.getOrDefault(it.id(), ""), fault(it, faults)))
                .toList(),
            workOnTask.missingTries(task, sinceOpened),
            List.of(AttemptOutcome.values()),
            history.stream().map(entry -> line(task, entry)).toList()));
  }

  /** An auditor reads everything and changes nothing, whoever else the account is. */
  private Optional<Why> hindrance(Task task, Instant now) {
    return page.mayAct()
        ? workOnTask.hindrance(task, page.caller(), now)
        : Optional.of(task.state().isOpen() ? Why.NOT_DOER : Why.ENDED);
  }

  /** The refusal in words; whoever was faster is named. */
  private String refusal(Refused refused) {
    var last = refused.last();
    var why = page.texts(TaskTexts.class).refused(refused.why());
    var task = refused.task();
    var zone = task == null ? null : task.zone();
    return last == null ? why : why + " " + by(last) + " · " + format.moment(last.at(), zone);
  }

  private static AnswerFault.@Nullable Kind fault(Question question, List<AnswerFault> faults) {
    return faults.stream()
        .filter(one -> one.questionId().equals(question.id()))
        .map(AnswerFault::kind)
        .findFirst()
        .orElse(null);
  }

  private HistoryLine line(Task task, TaskEntry entry) {
    var answers =
        task.kind().questions().stream()
            .filter(question -> entry.answers().containsKey(question.id()))
            .map(question -> answered(question, entry.answers().getOrDefault(question.id(), "")))
            .toList();
    return new HistoryLine(entry, by(entry), answers);
  }

  private Answered answered(Question question, String answer) {
    var chosen = question.answer(answer);
    return new Answered(
        format.pick(question.names()),
        chosen.map(it -> format.pick(it.names())).orElse(answer),
        chosen.map(Answer::bad).orElse(false));
  }

  private String by(TaskEntry entry) {
    var by = entry.by();
    return format.personAs(by.officer(), by.name(), by.role(), by.actingFor());
  }

  private Task found(String id) {
    return tasks
        .within(id, page.root())
        .orElseThrow(() -> new ProblemException(ProblemType.NOT_FOUND, "No such task."));
  }

  /**
   * Tasks of one tab.
   *
   * @param asked the filter, as it was entered
   * @param kind the one kind that is asked for; empty for several or for none
   * @param nothing what would stand here
   * @param callsToday the address of the calls still to be made today; empty where nobody is called
   * @param next the place of the page behind; empty on the last
   */
  @CheckedTemplate(basePath = "task", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
  record TaskList(
      List<TaskLine> tasks,
      String wanted,
      List<Tab> tabs,
      TaskParameters asked,
      List<Choice> kinds,
      String kind,
      String nothing,
      String callsToday,
      String next)
      implements TemplateInstance {}
}
