package io.caseclock.notify.filter.rest;

import io.caseclock.access.Role;
import io.caseclock.access.security.CurrentCaller;
import io.caseclock.notify.filter.FilterQuery;
import io.caseclock.notify.filter.KeepFilters;
import io.caseclock.notify.filter.KeepFilters.Kept;
import io.caseclock.notify.filter.KeepFilters.Refused;
import io.caseclock.notify.filter.KeepFilters.Why;
import io.caseclock.notify.filter.SavedFilter;
import io.caseclock.problem.ProblemException;
import io.caseclock.rest.Written;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;

/** The caller's own saved filters of deadlines. */
@Path("/api/v1/saved-filters")
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
public class SavedFilterResource {

  private final KeepFilters filters;
  private final CurrentCaller caller;
  private final InstantSource clock;

  @Inject
  SavedFilterResource(KeepFilters filters, CurrentCaller caller, InstantSource clock) {
    this.filters = filters;
    this.caller = caller;
    this.clock = clock;
  }

  /** All of them, by name. */
  public record Listing(List<View> filters) {}

  /**
   * A saved filter.
   *
   * @param query the parameters of {@code GET /api/v1/deadlines} of the monitor
   */
  public record View(UUID id, String name, String query, Instant savedAt) {

    static View of(SavedFilter filter) {
      return new View(filter.id(), filter.name(), filter.query(), filter.savedAt());
    }

    /** Leaves out the name, which is somebody's own words. */
    @Override
    public String toString() {
      return "View[" + id + "]";
    }
  }

  /** What is to be saved. */
  public record Body(
      @NotNull @Written(longest = KeepFilters.LONGEST_NAME) String name,
      @NotBlank @Size(max = FilterQuery.LONGEST) String query) {

    /** Leaves out the name, which is somebody's own words. */
    @Override
    public String toString() {
      return "Body[" + query + "]";
    }
  }

  @GET
  public Listing list() {
    return new Listing(filters.of(caller.get()).stream().map(View::of).toList());
  }

  /** Saves a filter under a name that the caller has not given yet; at most 50 of them. */
  @POST
  @Transactional
  @Consumes(MediaType.APPLICATION_JSON)
  @APIResponseSchema(value = View.class, responseCode = "201")
  public Response save(@NotNull @Valid Body body) {
    return switch (filters.save(caller.get(), body.name(), body.query(), clock.instant())) {
      case Kept kept ->
          Response.created(URI.create("/api/v1/saved-filters/" + kept.filter().id()))
              .entity(View.of(kept.filter()))
              .build();
      case Refused refused -> throw problem(refused.why());
    };
  }

  @DELETE
  @Path("{id}")
  @Transactional
  public void forget(@PathParam("id") String id) {
    if (!filters.forget(caller.get(), id(id))) {
      throw problem(Why.UNKNOWN);
    }
  }

  private static UUID id(String text) {
    try {
      return UUID.fromString(text);
    } catch (IllegalArgumentException e) {
      throw problem(Why.UNKNOWN);
    }
  }

  private static ProblemException problem(Why why) {
    var detail =
        switch (why) {
          case UNKNOWN -> "You have no saved filter of that id; GET /api/v1/saved-filters.";
          case BAD_NAME ->
              "A name has 1 to 60 characters on one line, and none that turns the direction of"
                  + " text.";
          case NAME_TAKEN -> "Another of your filters has that name. Choose another one.";
          case TOO_MANY -> "You have 50 filters. Delete one first.";
          case BAD_QUERY ->
              "The filter has at least one parameter, and known ones alone: "
                  + String.join(", ", FilterQuery.NAMES)
                  + ".";
        };
    return new ProblemException(why.type(), detail);
  }
}
