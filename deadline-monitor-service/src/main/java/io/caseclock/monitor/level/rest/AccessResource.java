package io.caseclock.monitor.level.rest;

import io.caseclock.access.Caller;
import io.caseclock.access.Role;
import io.caseclock.access.security.CurrentCaller;
import io.caseclock.monitor.level.Access;
import io.caseclock.monitor.level.Accesses;
import io.caseclock.monitor.level.Accesses.Which;
import io.caseclock.monitor.level.Review;
import io.caseclock.monitor.rest.Parameters;
import io.caseclock.problem.ProblemException;
import io.caseclock.problem.ProblemType;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.jspecify.annotations.Nullable;

/** Who opened restricted cases, for those who review it. */
@Path("/api/v1/break-glass")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class AccessResource {

  private final Accesses accesses;
  private final CurrentCaller caller;
  private final InstantSource clock;

  AccessResource(Accesses accesses, CurrentCaller caller, InstantSource clock) {
    this.accesses = accesses;
    this.caller = caller;
    this.clock = clock;
  }

  /**
   * A page, the oldest first.
   *
   * @param next give it as {@code after} to get the next page; null on the last
   */
  public record Listing(List<AccessView> accesses, @Nullable String next) {}

  /** What {@link ReviewRequest} reads. */
  record ReviewBody(
      @Schema(enumeration = {"justified", "unjustified"}) String finding, String note) {}

  /** To cases of the caller's units: those that wait for a review, or those that had one. */
  @GET
  @RolesAllowed({Role.Wire.SUPERVISOR, Role.Wire.AUDITOR})
  @Operation(
      summary = "Who opened restricted cases",
      description =
          "state: open for those that wait for a review, reviewed for the others. To cases of the"
              + " caller's units, the oldest first.")
  public Listing list(
      @QueryParam("state") @DefaultValue("open") String state,
      @QueryParam("after") @Nullable String after,
      @QueryParam("limit") @DefaultValue("50") String limit) {
    var which = new Which(caller.get().requiredUnit(), isReviewed(state));
    var most = Parameters.limit(limit, Parameters.MOST);
    var found = accesses.page(which, Parameters.cursor(after, AccessCursor::parse), most + 1);
    var page = found.subList(0, Math.min(most, found.size()));
    return new Listing(
        page.stream().map(AccessView::of).toList(),
        found.size() > most ? AccessCursor.behind(page.getLast()) : null);
  }

  private static boolean isReviewed(String state) {
    return switch (state) {
      case "open" -> false;
      case "reviewed" -> true;
      default -> throw Parameters.refused("state", "open or reviewed");
    };
  }

  /** Says whether there was a need; where there was none the access ends at once. */
  @POST
  @Path("{id}/review")
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed(Role.Wire.SUPERVISOR)
  @Operation(
      summary = "Review who opened a restricted case",
      description =
          "Once, by a supervisor of the unit that had the case, or of one above it, who is not the"
              + " one who opened it. 'unjustified' ends the access at once.")
  @RequestBody(content = @Content(schema = @Schema(implementation = ReviewBody.class)))
  public AccessView review(@PathParam("id") String written, byte[] body) {
    var id = Parameters.id(written);
    var reviewer = caller.get();
    var access = find(reviewer, id);
    var asked = ReviewRequest.read(body);
    if (access.isOf(reviewer.name(), reviewer.officer())) {
      throw new ProblemException(
          ProblemType.RULE_REFUSES, "Nobody reviews what they opened themselves.");
    }
    var by = reviewer.asOfficer().orElse(reviewer.name());
    if (!accesses.review(id, new Review(asked.finding(), asked.note(), by, clock.instant()))) {
      throw new ProblemException(ProblemType.STATE_FORBIDS, "It has been reviewed already.");
    }
    return AccessView.of(find(reviewer, id));
  }

  private Access find(Caller reviewer, UUID id) {
    return accesses
        .find(reviewer.requiredUnit(), id)
        .orElseThrow(
            () ->
                new ProblemException(
                    ProblemType.NOT_FOUND, "Nobody opened a case of your units under that id."));
  }
}
