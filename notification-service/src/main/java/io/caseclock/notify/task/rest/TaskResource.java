package io.caseclock.notify.task.rest;

import io.caseclock.access.Role;
import io.caseclock.access.security.CurrentCaller;
import io.caseclock.notify.rest.Paging;
import io.caseclock.notify.rest.TaskParameters;
import io.caseclock.notify.task.TaskQuery;
import io.caseclock.notify.task.TaskQuery.Cursor;
import io.caseclock.notify.task.TaskTab;
import io.caseclock.notify.task.Tasks;
import io.caseclock.notify.task.query.rest.TaskFilters;
import io.caseclock.problem.ProblemException;
import io.caseclock.problem.ProblemType;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
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
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
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
  Role.Wire.AUDITOR,
  Role.Wire.PROSECUTOR
})
public class TaskResource {

  private final Tasks tasks;
  private final CurrentCaller caller;
  private final InstantSource clock;
  private final TaskFilters filters;

  @Inject
  TaskResource(Tasks tasks, CurrentCaller caller, InstantSource clock, TaskFilters filters) {
    this.filters = filters;
    this.tasks = tasks;
    this.caller = caller;
    this.clock = clock;
  }

  /**
   * A page of the tasks of one tab.
   *
   * @param state {@code open} (where nothing is said), {@code overdue}, {@code done}, {@code
   *     withdrawn}; each task is in exactly one of them
   */
  @GET
  public Page list(
      @BeanParam TaskParameters asked,
      @QueryParam("state") @Nullable String state,
      @QueryParam("after") @Nullable String after,
      @QueryParam("limit") @Nullable Integer limit) {
    var now = clock.instant();
    var root = Paging.root(caller.get());
    var size = Paging.limit(limit);
    var place = Optional.ofNullable(after).map(TaskFilters::cursor);
    var tab = TaskFilters.tab(state);
    var page = tasks.page(new TaskQuery(root, tab, filters.filter(asked, root), now, place, size));
    var next = page.size() < size ? null : TaskFilters.text(Cursor.behind(page.getLast()));
    return new Page(page.stream().map(task -> TaskView.of(task, now)).toList(), next);
  }

  /** How many of the tasks that fit are open and not due yet, and how many are overdue. */
  @GET
  @Path("counts")
  public Counts counts(@BeanParam TaskParameters asked) {
    var now = clock.instant();
    var root = Paging.root(caller.get());
    var filter = filters.filter(asked, root);
    return new Counts(
        tasks.count(root, TaskTab.OPEN, filter, now),
        tasks.count(root, TaskTab.OVERDUE, filter, now));
  }

  @GET
  @Path("{id}")
  @APIResponseSchema(TaskView.class)
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

  /** What is still to be done. */
  public record Counts(long open, long overdue) {}

  /** A page of tasks. */
  public record Page(List<TaskView> tasks, @Nullable String next) {}
}
