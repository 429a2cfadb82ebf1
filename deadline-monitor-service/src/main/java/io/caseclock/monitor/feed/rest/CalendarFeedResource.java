package io.caseclock.monitor.feed.rest;

import io.caseclock.access.Role;
import io.caseclock.access.security.CurrentCaller;
import io.caseclock.monitor.feed.CalendarFeed;
import io.caseclock.monitor.feed.OwnCalendars;
import io.caseclock.monitor.feed.OwnCalendars.Made;
import io.caseclock.monitor.rest.Parameters;
import io.caseclock.problem.ProblemException;
import io.caseclock.problem.ProblemType;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jspecify.annotations.Nullable;

/** Secret links to one's own open deadlines as a calendar; everybody has only their own. */
@Path("/api/v1/calendar-feeds")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Role.Wire.OFFICER, Role.Wire.LEGAL_OFFICER, Role.Wire.SUPERVISOR})
@RunOnVirtualThread
public class CalendarFeedResource {

  private final OwnCalendars calendars;
  private final CurrentCaller caller;

  CalendarFeedResource(OwnCalendars calendars, CurrentCaller caller) {
    this.calendars = calendars;
    this.caller = caller;
  }

  /**
   * A link, without its secret.
   *
   * @param readAt when it was last read, to the minute; null for never
   */
  public record View(
      UUID id, String name, String language, Instant madeAt, @Nullable Instant readAt) {

    static View of(CalendarFeed feed) {
      return new View(feed.id(), feed.name(), feed.language().wire(), feed.madeAt(), feed.readAt());
    }
  }

  /**
   * The caller's links, the newest first.
   *
   * @param most how many one person may have
   */
  public record Listing(List<View> feeds, int most) {}

  /**
   * A new link.
   *
   * @param path of the calendar here and in the console; it is told this once
   */
  public record NewFeed(UUID id, String name, String language, Instant madeAt, String path) {}

  /** What {@link FeedRequest} reads. */
  record FeedBody(String name, @Schema(enumeration = {"zh", "en"}) String language) {}

  @GET
  public Listing list() {
    return new Listing(
        calendars.of(officer()).stream().map(View::of).toList(), OwnCalendars.MOST_FEEDS);
  }

  /** Makes a link. Whoever has it reads the caller's open deadlines until it is revoked. */
  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @RequestBody(content = @Content(schema = @Schema(implementation = FeedBody.class)))
  @APIResponseSchema(value = NewFeed.class, responseCode = "201")
  public Response make(byte[] body) {
    var officer = officer();
    var wish = FeedRequest.read(body);
    return switch (calendars.make(officer, wish.name(), wish.language())) {
      case Made.Kept(var feed, var secret) ->
          Response.status(Response.Status.CREATED)
              .entity(
                  new NewFeed(
                      feed.id(),
                      feed.name(),
                      feed.language().wire(),
                      feed.madeAt(),
                      "/calendar/" + secret.text() + ".ics"))
              .build();
      case Made.NoPost() ->
          throw new ProblemException(
              ProblemType.RULE_REFUSES,
              "You hold no post in the directory, so that a calendar would be empty. Ask an"
                  + " administrator to enter it.");
      case Made.TooMany() ->
          throw new ProblemException(
              ProblemType.STATE_FORBIDS,
              "You have "
                  + OwnCalendars.MOST_FEEDS
                  + " calendar links, which is the most. Revoke one first.");
    };
  }

  /** Revokes a link; from now on its address is not found. */
  @DELETE
  @Path("{id}")
  public void revoke(@PathParam("id") String id) {
    if (!calendars.revoke(officer(), Parameters.id(id))) {
      throw new ProblemException(
          ProblemType.NOT_FOUND, "You have no calendar link of that id, or it is revoked already.");
    }
  }

  private String officer() {
    return caller
        .get()
        .asOfficer()
        .orElseThrow(
            () ->
                new ProblemException(
                    ProblemType.NOT_ALLOWED,
                    "Calendars are for people. The token names no officer; ask an administrator for"
                        + " the claim 'officer'."));
  }
}
