package io.caseclock.notify.task.rest;

import io.caseclock.access.Role;
import io.caseclock.access.security.CurrentCaller;
import io.caseclock.directory.Directory;
import io.caseclock.notify.rest.Paging;
import io.caseclock.notify.rest.Parameters;
import io.caseclock.notify.task.TaskKinds;
import io.caseclock.notify.task.TaskQuery;
import io.caseclock.notify.task.TaskQuery.Cursor;
import io.caseclock.notify.task.TaskQuery.Wanted;
import io.caseclock.notify.task.Tasks;
import io.caseclock.pack.TaskKind;
import io.caseclock.problem.ProblemException;
import io.caseclock.problem.ProblemType;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads tasks of the caller's subtree. */
@Path("/api/v1/tasks")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@RolesAllowed({
  Role.Wire.OFFICER,
  Role.Wire.LEGAL_OFFICER,
  Role.Wire.SUPERVISOR,
  Role.Wire.ADMINISTRATOR,
  Role.Wire.AUDITOR
})
public class TaskResource {

  private final Tasks tasks;
  private final CurrentCaller caller;
  private final InstantSource clock;
  private final Directory directory;
  private final TaskKinds kinds;

  @Inject
  TaskResource(
      Tasks tasks,
      CurrentCaller caller,
      InstantSource clock,
      Directory directory,
      TaskKinds kinds) {
    this.directory = directory;
    this.kinds = kinds;
    this.tasks = tasks;
    this.caller = caller;
    this.clock = clock;
  }

  @GET
  public Page list(
      @QueryParam("kind") @Nullable String kind,
      @QueryParam("state") @DefaultValue("open") String state,
      @QueryParam("unit") @Nullable String unit,
      @QueryParam("after") @Nullable String after,
      @QueryParam("limit") @Nullable Integer limit) {
    var now = clock.instant();
    var size = Paging.limit(limit);
    Parameters.require("kind", kind, kinds.all().stream().map(TaskKind::id).toList());
    Parameters.require("state", state, List.of("open", "late", "done"));
    Parameters.requireUnit("unit", unit, Paging.root(caller.get()), directory);
    var query =
        new TaskQuery(
            Paging.root(caller.get()),
            wanted(state),
            Optional.ofNullable(kind),
            Optional.ofNullable(unit),
            now,
            Optional.ofNullable(after).map(TaskResource::cursor),
            size);
    var page = tasks.page(query);
    var next = page.size() < size ? null : text(Cursor.behind(page.getLast()));
    return new Page(page.stream().map(task -> TaskView.of(task, now)).toList(), next);
  }

  @GET
  @Path("{id}")
  public Response one(@PathParam("id") String id) {
    var task =
        tasks
            .within(id, Paging.root(caller.get()))
            .orElseThrow(
                () ->
                    new ProblemException(
                        ProblemType.NOT_FOUND, "There is no task with this id in your units."));
    return Response.ok(TaskView.of(task, tasks.history(id), clock.instant()))
        .tag(new EntityTag(Integer.toString(task.seq())))
        .build();
  }

  private static Wanted wanted(String state) {
    return switch (state) {
      case "open" -> Wanted.OPEN;
      case "late" -> Wanted.LATE;
      default -> Wanted.DONE;
    };
  }

  private static String text(Cursor cursor) {
    return cursor.at() + "_" + cursor.id();
  }

  private static Cursor cursor(String text) {
    return new Cursor(Parameters.ofCursor(text), text.substring(text.indexOf('_') + 1));
  }

  /** A page of tasks. */
  public record Page(List<TaskView> tasks, @Nullable String next) {}
}
