package io.caseclock.notify.notice.rest;

import io.caseclock.access.Role;
import io.caseclock.access.security.CurrentCaller;
import io.caseclock.notify.notice.issue.IssueSupervisionOrder;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.InstantSource;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jspecify.annotations.Nullable;

/** A higher unit puts a lower one under supervision: 督办. */
@Path("/api/v1/notices/{id}/supervise")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@RolesAllowed({Role.Wire.LEGAL_OFFICER, Role.Wire.SUPERVISOR})
public class SupervisionResource {

  private final IssueSupervisionOrder issue;
  private final CurrentCaller caller;
  private final InstantSource clock;

  @Inject
  SupervisionResource(IssueSupervisionOrder issue, CurrentCaller caller, InstantSource clock) {
    this.issue = issue;
    this.caller = caller;
    this.clock = clock;
  }

  @POST
  @Transactional
  @APIResponseSchema(value = NoticeView.class, responseCode = "201")
  public Response order(@PathParam("id") String id, StepResource.@Nullable Said said) {
    var text = StepResource.textOf(said);
    var order = issue.order(id, caller.get(), text, clock.instant()).orElseThrow(Refusals::ofIssue);
    return Response.created(URI.create("/api/v1/notices/" + order.id()))
        .entity(NoticeView.of(order))
        .build();
  }
}
