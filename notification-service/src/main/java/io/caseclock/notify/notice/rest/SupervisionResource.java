package io.caseclock.notify.notice.rest;

import io.caseclock.access.Role;
import io.caseclock.access.security.CurrentCaller;
import io.caseclock.notify.notice.issue.IssueSupervisionOrder;
import io.caseclock.notify.notice.issue.IssueSupervisionOrder.Issued;
import io.caseclock.notify.notice.issue.IssueSupervisionOrder.Refused;
import io.caseclock.problem.Problem;
import io.caseclock.problem.ProblemException;
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
  public Response order(@PathParam("id") String id, StepResource.@Nullable Said said) {
    var text = StepResource.textOf(said);
    return switch (issue.order(id, caller.get(), text, clock.instant())) {
      case Issued issued ->
          Response.created(URI.create("/api/v1/notices/" + issued.order().id()))
              .entity(NoticeView.of(issued.order()))
              .build();
      case Refused refused -> throw problem(refused);
    };
  }

  /** Why it was not ordered. */
  private static ProblemException problem(Refused refused) {
    var detail =
        switch (refused.why()) {
          case UNKNOWN -> "There is no notice with this id in your units.";
          case NOT_ABOVE -> "Only a unit above the one that issued it supervises.";
          case FINISHED -> "The notice is finished; nothing is left.";
          case ORDERED_ALREADY -> "There is an open order on it already.";
          case TEXT_MISSING -> "Say why in a text of 1 to 4,000 characters.";
        };
    var problem = Problem.of(refused.why().type(), detail);
    var present = refused.present();
    return new ProblemException(
        present == null
            ? problem
            : problem
                .with("notice", present.id())
                .with("number", present.number())
                .with("state", present.state().wire()));
  }
}
