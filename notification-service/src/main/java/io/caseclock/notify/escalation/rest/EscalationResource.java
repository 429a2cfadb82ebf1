package io.caseclock.notify.escalation.rest;

import io.caseclock.access.Role;
import io.caseclock.access.security.CurrentCaller;
import io.caseclock.notify.escalation.Acknowledge;
import io.caseclock.notify.escalation.Acknowledge.Done;
import io.caseclock.notify.escalation.Acknowledge.Refused;
import io.caseclock.notify.escalation.EscalationQuery;
import io.caseclock.notify.escalation.Escalations;
import io.caseclock.notify.escalation.query.rest.EscalationFilters;
import io.caseclock.notify.rest.EscalationParameters;
import io.caseclock.notify.rest.Paging;
import io.caseclock.problem.ProblemException;
import io.caseclock.problem.ProblemType;
import io.caseclock.rest.Written;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
  Role.Wire.AUDITOR,
  Role.Wire.PROSECUTOR
})
public class EscalationResource {

  private final Escalations escalations;
  private final Acknowledge acknowledge;
  private final CurrentCaller caller;
  private final InstantSource clock;
  private final EscalationFilters filters;

  @Inject
  EscalationResource(
      Escalations escalations,
      Acknowledge acknowledge,
      CurrentCaller caller,
      InstantSource clock,
      EscalationFilters filters) {
    this.filters = filters;
    this.escalations = escalations;
    this.acknowledge = acknowledge;
    this.caller = caller;
    this.clock = clock;
  }

  /**
   * A page of the escalations that fit.
   *
   * @param sort {@code newest} (where nothing is said), {@code oldest}, {@code next}, {@code
   *     severity}
   */
  @GET
  @Transactional
  public Page list(
      @BeanParam EscalationParameters asked,
      @QueryParam("state") @Nullable String state,
      @QueryParam("sort") @Nullable String sort,
      @QueryParam("after") @Nullable String after,
      @QueryParam("limit") @Nullable Integer limit) {
    var root = Paging.root(caller.get());
    var found =
        escalations.page(
            new EscalationQuery(
                root,
                EscalationFilters.state(state),
                filters.filter(asked, root),
                EscalationFilters.order(sort),
                Optional.ofNullable(after).map(EscalationFilters::cursor),
                Paging.limit(limit)));
    return new Page(
        found.escalations().stream().map(one -> EscalationView.of(one, List.of())).toList(),
        found.next().map(EscalationFilters::text).orElse(null));
  }

  /** How many of the escalations that fit are in which state; every state is there. */
  @GET
  @Path("counts")
  @Transactional
  public Map<String, Long> counts(@BeanParam EscalationParameters asked) {
    var root = Paging.root(caller.get());
    var found = escalations.counts(root, filters.filter(asked, root));
    Map<String, Long> counts = new LinkedHashMap<>();
    EscalationQuery.STATES.forEach(state -> counts.put(state, found.getOrDefault(state, 0L)));
    return counts;
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
  public record Plan(
      @NotNull LocalDate planOn,
      @NotNull @Written(longest = 2_000, severalLines = true) String text) {

    /** Leaves out the text. */
    @Override
    public String toString() {
      return "Plan[" + planOn + "]";
    }
  }

  /** A page of escalations. */
  public record Page(List<EscalationView> escalations, @Nullable String next) {}
}
