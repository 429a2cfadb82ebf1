package io.caseclock.intake.schema.rest;

import io.caseclock.access.Role;
import io.caseclock.intake.schema.EventCatalogue;
import io.caseclock.intake.schema.KnownType;
import io.caseclock.pack.Fact;
import io.caseclock.problem.ProblemException;
import io.caseclock.problem.ProblemType;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Collection;
import org.jboss.resteasy.reactive.RestPath;

/** Lists the event types and facts that intake understands. */
@Path("/api/v1")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({
  Role.Wire.PRECINCT_SYSTEM,
  Role.Wire.OFFICER,
  Role.Wire.LEGAL_OFFICER,
  Role.Wire.SUPERVISOR,
  Role.Wire.ADMINISTRATOR,
  Role.Wire.AUDITOR,
  Role.Wire.PROSECUTOR
})
public class EventTypeResource {

  private final EventCatalogue catalogue;

  EventTypeResource(EventCatalogue catalogue) {
    this.catalogue = catalogue;
  }

  @GET
  @Path("event-types")
  public Collection<KnownType> types() {
    return catalogue.types();
  }

  @GET
  @Path("event-types/{type}")
  public KnownType type(@RestPath String type) {
    return catalogue
        .type(type)
        .orElseThrow(
            () ->
                new ProblemException(
                    ProblemType.NOT_FOUND,
                    "No rule pack knows this type. See GET /api/v1/event-types."));
  }

  @GET
  @Path("facts")
  public Collection<Fact> facts() {
    return catalogue.facts();
  }
}
