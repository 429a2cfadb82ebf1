package io.caseclock.notify.delivery.rest;

import io.caseclock.access.Role;
import io.caseclock.access.security.CurrentCaller;
import io.caseclock.notify.delivery.DeliveryAttempt;
import io.caseclock.notify.delivery.DeliveryLog;
import io.caseclock.notify.delivery.DeliveryRecord;
import io.caseclock.notify.rest.Paging;
import io.caseclock.problem.ProblemException;
import io.caseclock.problem.ProblemType;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The delivery log. */
@Path("/api/v1/deliveries")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@RolesAllowed({Role.Wire.ADMINISTRATOR, Role.Wire.AUDITOR})
public class DeliveryResource {

  private final DeliveryLog log;
  private final CurrentCaller caller;

  @Inject
  DeliveryResource(DeliveryLog log, CurrentCaller caller) {
    this.log = log;
    this.caller = caller;
  }

  @GET
  public Page list(
      @QueryParam("after") @Nullable String after, @QueryParam("limit") @Nullable Integer limit) {
    var size = Paging.limit(limit);
    var page =
        log.page(Paging.root(caller.get()), Paging.after(after).orElse(Long.MAX_VALUE), size);
    var next = page.size() < size ? null : Long.toString(page.getLast().seq());
    return new Page(page, next);
  }

  @GET
  @Path("{id}")
  public Detail one(@PathParam("id") String id) {
    return log.byId(Paging.root(caller.get()), id)
        .map(delivery -> new Detail(delivery, log.attempts(id)))
        .orElseThrow(
            () ->
                new ProblemException(
                    ProblemType.NOT_FOUND, "The delivery log has no line with this id."));
  }

  /** A page of the log. */
  public record Page(List<DeliveryRecord> deliveries, @Nullable String next) {}

  /** A line of the log with every try. */
  public record Detail(DeliveryRecord delivery, List<DeliveryAttempt> attempts) {}
}
