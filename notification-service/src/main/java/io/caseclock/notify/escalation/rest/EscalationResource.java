package io.caseclock.notify.escalation.rest;

import io.caseclock.access.Role;
import io.caseclock.access.security.CurrentCaller;
import io.caseclock.notify.escalation.Acknowledge;
import io.caseclock.notify.escalation.Acknowledge.Done;
import io.caseclock.notify.escalation.Acknowledge.Refused;
import io.caseclock.notify.escalation.Escalations;
import io.caseclock.notify.rest.Paging;
import io.caseclock.notify.rest.Parameters;
import io.caseclock.problem.ProblemException;
import io.caseclock.problem.ProblemType;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The escalations of the caller's subtree. */
@Path("/api/v1/escalations")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@RolesAllowed({
  Role.Wire.OFFICER,
  Role.Wire.LEGAL_OFFICER,
  Role.Wire.SUPERVISOR,
  Role.Wire.ADMINISTRATOR,
  Role.Wire.AUDITOR
})
public class EscalationResource {

  private static final Set<String> STATES = Set.of("climbing", "acknowledged", "ended");

  private final Escalations escalations;
  private final Acknowledge acknowledge;
  private final CurrentCaller caller;
  private final InstantSource clock;

  @Inject
  EscalationResource(
      Escalations escalations, Acknowledge acknowledge, CurrentCaller caller, InstantSource clock) {
    this.escalations = escalations;
    this.acknowledge = acknowledge;
    this.caller = caller;
    this.clock = clock;
  }

  @GET
  @Transactional
  public Page list(
      @QueryParam("state") @Nullable String state, @QueryParam("limit") @Nullable Integer limit) {
    Parameters.require("state", state, STATES);
    var found = escalations.within(Paging.root(caller.get()), state, Paging.limit(limit));
    return new Page(found.stream().map(one -> EscalationView.of(one, List.of())).toList());
  }

  @GET
  @Path("{id}")
  @Transactional
  public EscalationView one(@PathParam("id") String id) {
    return escalations
        .find(id, Paging.root(caller.get()))
        .map(found -> EscalationView.of(found, escalations.history(id)))
        .orElseThrow(EscalationResource::unknown);
  }

  @POST
  @Path("{id}/acknowledge")
  @Consumes(MediaType.APPLICATION_JSON)
  @Transactional
  @RolesAllowed({Role.Wire.OFFICER, Role.Wire.LEGAL_OFFICER, Role.Wire.SUPERVISOR})
  public EscalationView acknowledge(@PathParam("id") String id, @NotNull @Valid Plan plan) {
    var outcome =
        acknowledge.acknowledge(
            id, caller.get(), plan.planOn(), plan.text().strip(), clock.instant());
    return switch (outcome) {
      case Done done -> EscalationView.of(done.escalation(), escalations.history(id));
      case Refused refused -> throw EscalationRefusals.problem(refused);
    };
  }

  private static ProblemException unknown() {
    return new ProblemException(
        ProblemType.NOT_FOUND, "No breach with this id is escalated in your units.");
  }

  /**
   * What is planned.
   *
   * @param planOn the last day on which it is done in time
   */
  public record Plan(@NotNull LocalDate planOn, @NotBlank @Size(max = 2_000) String text) {

    /** Leaves out the text. */
    @Override
    public String toString() {
      return "Plan[" + planOn + "]";
    }
  }

  /** Escalations, the newest first. */
  public record Page(List<EscalationView> escalations) {}
}
