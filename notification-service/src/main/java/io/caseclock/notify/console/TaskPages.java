package io.caseclock.notify.console;

import io.caseclock.access.Caller;
import io.caseclock.access.Role;
import io.caseclock.access.security.CurrentCaller;
import io.caseclock.notify.message.MessageTexts;
import io.caseclock.notify.rest.Paging;
import io.caseclock.notify.task.AnswerFault;
import io.caseclock.notify.task.AttemptOutcome;
import io.caseclock.notify.task.DoTask;
import io.caseclock.notify.task.Task;
import io.caseclock.notify.task.TaskHistory;
import io.caseclock.notify.task.TaskOutcome;
import io.caseclock.notify.task.TaskOutcome.Noted;
import io.caseclock.notify.task.TaskOutcome.Refused;
import io.caseclock.notify.task.TaskQuery;
import io.caseclock.notify.task.TaskQuery.Cursor;
import io.caseclock.notify.task.TaskQuery.Wanted;
import io.caseclock.notify.task.Tasks;
import io.caseclock.problem.ProblemException;
import io.caseclock.problem.ProblemType;
import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
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
import java.net.URI;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
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
  Role.Wire.AUDITOR
})
public class TaskPages {

  private static final int PAGE = 50;
  private static final String FIELD = "answer.";

  private final Frame frame;
  private final CurrentCaller caller;
  private final Tasks tasks;
  private final DoTask doTask;
  private final TaskSteps steps;
  private final MessageTexts wording;
  private final InstantSource clock;
  private final Template list;
  private final Template one;

  @Inject
  TaskPages(
      Frame frame,
      CurrentCaller caller,
      Tasks tasks,
      DoTask doTask,
      TaskSteps steps,
      MessageTexts wording,
      InstantSource clock,
      @Location("console/tasks") Template list,
      @Location("console/task") Template one) {
    this.frame = frame;
    this.caller = caller;
    this.tasks = tasks;
    this.doTask = doTask;
    this.steps = steps;
    this.wording = wording;
    this.clock = clock;
    this.list = list;
    this.one = one;
  }

  @GET
  public Response list(
      @QueryParam("state") @Nullable String state, @QueryParam("after") @Nullable String after) {
    var now = clock.instant();
    var wanted = wanted(Objects.toString(state, "open"));
    var query =
        new TaskQuery(
            Paging.root(caller.get()),
            wanted,
            Optional.empty(),
            Optional.empty(),
            now,
            Optional.ofNullable(after).map(TaskPages::cursor),
            PAGE);
    var page = tasks.page(query);
    var lines = lines(now);
    Map<String, Object> data = new HashMap<>();
    data.put("tasks", page.stream().map(lines::line).toList());
    data.put("wanted", word(wanted));
    data.put("next", page.size() < PAGE ? "" : text(Cursor.behind(page.getLast())));
    return frame.page(200, list, data);
  }

  @GET
  @Path("{id}")
  public Response one(@PathParam("id") String id) {
    return page(200, found(id), Map.of(), null);
  }

  /** Where a browser asks again for the page that refused something, in the other language say. */
  @GET
  @Path("{id}/{step}")
  public Response back(@PathParam("id") String id, @QueryParam("lang") @Nullable String lang) {
    var language = Language.ofCode(lang).map(asked -> "?lang=" + asked.code()).orElse("");
    return Response.seeOther(URI.create("/tasks/" + found(id).id() + language)).build();
  }

  @POST
  @Path("{id}/answers")
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
        steps.answer(id, caller.get(), answers, StepForms.version(form.getFirst("version"))),
        answers);
  }

  @POST
  @Path("{id}/attempts")
  @RolesAllowed({Role.Wire.OFFICER, Role.Wire.LEGAL_OFFICER, Role.Wire.SUPERVISOR})
  public Response attempt(
      @PathParam("id") String id,
      @FormParam("outcome") @Nullable String outcome,
      @FormParam("text") @Nullable String text) {
    var said =
        AttemptOutcome.ofWire(Objects.toString(outcome, ""))
            .orElseThrow(
                () -> new ProblemException(ProblemType.NOT_FOUND, "There is no such outcome."));
    return shown(id, steps.attempt(id, caller.get(), said, Objects.toString(text, "")), Map.of());
  }

  @POST
  @Path("{id}/unreachable")
  @RolesAllowed({Role.Wire.OFFICER, Role.Wire.LEGAL_OFFICER, Role.Wire.SUPERVISOR})
  public Response giveUp(
      @PathParam("id") String id,
      @FormParam("version") @Nullable String version,
      @FormParam("reason") @Nullable String reason) {
    return shown(
        id,
        steps.giveUp(id, caller.get(), Objects.toString(reason, ""), StepForms.version(version)),
        Map.of());
  }

  private Response shown(String id, TaskOutcome outcome, Map<String, String> entered) {
    return switch (outcome) {
      case Noted noted -> Response.seeOther(URI.create("/tasks/" + noted.task().id())).build();
      case Refused refused -> {
        var status = refused.why().type().status();
        yield page(status, found(id), entered, refused);
      }
    };
  }

  private Response page(
      int status, Task task, Map<String, String> entered, @Nullable Refused refused) {
    var now = clock.instant();
    var lines = lines(now);
    var history = tasks.history(task.id());
    var sinceOpened = new TaskHistory(history);
    var hindrance = hindrance(task, caller.get(), now);
    List<AnswerFault> faults = refused == null ? List.of() : refused.faults();
    var filled = entered.isEmpty() ? sinceOpened.answers() : entered;
    Map<String, Object> data = new HashMap<>();
    data.put("row", lines.line(task));
    data.put("officer", lines.officer(task));
    data.put("refused", refused == null ? "" : lines.refusal(refused));
    data.put("hindrance", hindrance.map(lines::hindrance).orElse(""));
    data.put("asks", lines.asks(task, filled, faults));
    data.put("call", task.kind().call());
    data.put("missing", doTask.missingTries(sinceOpened));
    data.put("outcomes", lines.outcomes());
    data.put("history", history.stream().map(entry -> lines.history(task, entry)).toList());
    return frame.page(status, one, data);
  }

  /** An auditor reads everything and changes nothing, whoever else the account is. */
  private Optional<TaskOutcome.Why> hindrance(Task task, Caller present, Instant now) {
    var acts =
        present.is(Role.OFFICER) || present.is(Role.LEGAL_OFFICER) || present.is(Role.SUPERVISOR);
    return acts
        ? doTask.hindrance(task, present, now)
        : Optional.of(task.state().isOpen() ? TaskOutcome.Why.NOT_DOER : TaskOutcome.Why.ENDED);
  }

  private Task found(String id) {
    return tasks
        .within(id, Paging.root(caller.get()))
        .orElseThrow(() -> new ProblemException(ProblemType.NOT_FOUND, "No such task."));
  }

  private TaskLines lines(Instant now) {
    return new TaskLines(frame.language(), frame.lines(), wording, now);
  }

  private static Wanted wanted(String state) {
    return Arrays.stream(Wanted.values())
        .filter(wanted -> word(wanted).equals(state))
        .findFirst()
        .orElseThrow(() -> new ProblemException(ProblemType.NOT_FOUND, "No such state."));
  }

  private static String word(Wanted wanted) {
    return wanted.name().toLowerCase(Locale.ROOT);
  }

  private static String text(Cursor cursor) {
    return cursor.at() + "_" + cursor.id();
  }

  private static Cursor cursor(String text) {
    var cut = text.indexOf('_');
    try {
      return new Cursor(
          Instant.parse(text.substring(0, Math.max(0, cut))), text.substring(cut + 1));
    } catch (DateTimeException e) {
      throw new ProblemException(ProblemType.NOT_FOUND, "No such page.");
    }
  }
}
