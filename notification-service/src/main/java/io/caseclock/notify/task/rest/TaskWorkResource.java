package io.caseclock.notify.task.rest;

import io.caseclock.access.Role;
import io.caseclock.access.security.CurrentCaller;
import io.caseclock.notify.rest.IfMatch;
import io.caseclock.notify.rest.Parameters;
import io.caseclock.notify.task.AttemptOutcome;
import io.caseclock.notify.task.TaskOutcome;
import io.caseclock.notify.task.TaskOutcome.Noted;
import io.caseclock.notify.task.TaskOutcome.Refused;
import io.caseclock.notify.task.Tasks;
import io.caseclock.notify.task.WorkOnTask;
import io.caseclock.problem.Problem;
import io.caseclock.problem.Problem.Violation;
import io.caseclock.problem.ProblemException;
import io.caseclock.problem.ProblemType;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jspecify.annotations.Nullable;

/** What is done on a task, one path each. */
@Path("/api/v1/tasks/{id}")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Transactional
@RolesAllowed({Role.Wire.OFFICER, Role.Wire.LEGAL_OFFICER, Role.Wire.SUPERVISOR})
public class TaskWorkResource {

  private final WorkOnTask workOnTask;
  private final Tasks tasks;
  private final CurrentCaller caller;
  private final InstantSource clock;

  @Inject
  TaskWorkResource(WorkOnTask workOnTask, Tasks tasks, CurrentCaller caller, InstantSource clock) {
    this.workOnTask = workOnTask;
    this.tasks = tasks;
    this.caller = caller;
    this.clock = clock;
  }

  @POST
  @Path("answers")
  @APIResponseSchema(TaskView.class)
  public Response answer(
      @PathParam("id") String id,
      @HeaderParam("If-Match") @Nullable String version,
      @NotNull @Valid Answers body) {
    Map<String, String> given = new HashMap<>();
    body.answers().forEach((question, answer) -> given.put(question, Objects.toString(answer, "")));
    return shown(
        workOnTask.answer(id, caller.get(), given, IfMatch.expected(version), clock.instant()));
  }

  @POST
  @Path("attempts")
  @APIResponseSchema(TaskView.class)
  public Response attempt(@PathParam("id") String id, @NotNull @Valid Attempt body) {
    var outcome =
        AttemptOutcome.ofWire(Objects.toString(body.outcome(), ""))
            .orElseThrow(TaskWorkResource::unknownOutcome);
    var text = Parameters.written("text", body.text(), WorkOnTask.TEXT);
    return shown(workOnTask.attempt(id, caller.get(), outcome, text, clock.instant()));
  }

  @POST
  @Path("unreachable")
  @APIResponseSchema(TaskView.class)
  public Response giveUp(
      @PathParam("id") String id,
      @HeaderParam("If-Match") @Nullable String version,
      @NotNull @Valid Reason body) {
    var reason = Parameters.written("reason", body.reason(), WorkOnTask.TEXT);
    return shown(
        workOnTask.giveUp(id, caller.get(), reason, IfMatch.expected(version), clock.instant()));
  }

  private Response shown(TaskOutcome outcome) {
    return switch (outcome) {
      case Noted noted -> {
        var task = noted.task();
        yield Response.ok(TaskView.of(task, tasks.history(task.id()), clock.instant()))
            .tag(new EntityTag(Integer.toString(task.seq())))
            .build();
      }
      case Refused refused -> throw TaskRefusals.problem(refused);
    };
  }

  private static ProblemException unknownOutcome() {
    return new ProblemException(
        Problem.of(
            ProblemType.MALFORMED_REQUEST,
            "Mend the members named in violations and send it again.",
            List.of(new Violation("/outcome", "is no-answer, wrong-number or refused"))));
  }

  /** Answers by question. */
  public record Answers(@NotNull Map<String, @Nullable String> answers) {

    /** Leaves out the answers. */
    @Override
    public String toString() {
      return "Answers[]";
    }
  }

  /** A try that reached nobody. */
  public record Attempt(@Nullable String outcome, @Nullable String text) {

    /** Leaves out the text. */
    @Override
    public String toString() {
      return "Attempt[" + outcome + "]";
    }
  }

  /** Why the task is closed without answers. */
  public record Reason(@Nullable String reason) {

    /** Leaves out the reason. */
    @Override
    public String toString() {
      return "Reason[]";
    }
  }
}
