package io.caseclock.monitor.revision.rest;

import io.caseclock.access.Role;
import io.caseclock.access.security.CurrentCaller;
import io.caseclock.admission.MaxBodySize;
import io.caseclock.monitor.limit.TimeLimit;
import io.caseclock.monitor.revision.Impact;
import io.caseclock.monitor.revision.LawChanges;
import io.caseclock.monitor.revision.LawChanges.LawChange;
import io.caseclock.pack.Pack;
import io.caseclock.problem.ProblemException;
import io.caseclock.problem.ProblemType;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The effect of a candidate pack on everything open, and the record of what was put in force. */
@Path("/api/v1")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class ImpactResource {

  private final Impact impact;
  private final ImpactPlaces places;
  private final LawChanges changes;
  private final CurrentCaller caller;

  ImpactResource(Impact impact, ImpactPlaces places, LawChanges changes, CurrentCaller caller) {
    this.impact = impact;
    this.places = places;
    this.changes = changes;
    this.caller = caller;
  }

  /** The record, newest first. */
  public record History(List<LawChange> changes) {}

  @POST
  @Path("/impact")
  @MaxBodySize(CandidatePack.LARGEST)
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed({Role.Wire.ADMINISTRATOR, Role.Wire.SUPERVISOR})
  public ImpactView impact(@Nullable CandidatePack candidate) {
    var unit = caller.get().requiredUnit();
    var pack = CandidatePack.read(candidate, impact);
    return places
        .places()
        .take(() -> compare(pack, unit))
        .orElseThrow(
            () ->
                new ProblemException(
                    ProblemType.UNAVAILABLE,
                    "Another pack is being compared just now. Try again after a few seconds."));
  }

  private ImpactView compare(Pack candidate, String unit) {
    try {
      return ImpactView.of(impact.of(candidate, unit));
    } catch (TimeLimit.OverException e) {
      throw new ProblemException(
          ProblemType.UNAVAILABLE,
          "The comparison took longer than "
              + e.allowed().toSeconds()
              + " s and was ended; nothing was stored. Ask with the token of a smaller unit.");
    }
  }

  @GET
  @Path("/law-changes")
  @RolesAllowed({
    Role.Wire.ADMINISTRATOR,
    Role.Wire.AUDITOR,
    Role.Wire.SUPERVISOR,
    Role.Wire.LEGAL_OFFICER
  })
  public History history() {
    return new History(changes.all());
  }
}
