package io.caseclock.monitor.feed.rest;

import io.caseclock.audit.NotAudited;
import io.caseclock.contract.Sha256;
import io.caseclock.monitor.feed.FeedSecret;
import io.caseclock.monitor.feed.OwnCalendars;
import io.caseclock.monitor.law.Law;
import io.caseclock.problem.ProblemException;
import io.caseclock.problem.ProblemType;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;

/**
 * The calendars themselves, for programs that cannot sign in: the link is the key. Whatever is
 * wrong with it, the answer is the same.
 */
@Path("/calendar")
@RunOnVirtualThread
public class CalendarResource {

  private static final String TYPE = "text/calendar";

  private final OwnCalendars calendars;
  private final FeedCalendar text;

  CalendarResource(OwnCalendars calendars, Law law, FeedConsole console) {
    this.calendars = calendars;
    this.text = new FeedCalendar(law, console.uri());
  }

  /** Their open deadlines as a calendar (RFC 5545). */
  @GET
  @Path("{secret}.ics")
  @NotAudited("the link is a key, and would stand in the log")
  @Produces(TYPE)
  @PermitAll
  public Response calendar(@PathParam("secret") String secret, @Context Request request) {
    var body =
        FeedSecret.parse(secret)
            .flatMap(calendars::read)
            .map(text::write)
            .map(written -> written.getBytes(StandardCharsets.UTF_8))
            .orElseThrow(CalendarResource::notThere);
    var tag = new EntityTag(Sha256.hex(body));
    var unchanged = request.evaluatePreconditions(tag);
    var answer =
        unchanged == null
            ? Response.ok(body)
                .type(TYPE + ";charset=UTF-8")
                .header("Content-Disposition", "attachment; filename=\"caseclock.ics\"")
            : unchanged;
    return answer.tag(tag).header(HttpHeaders.CACHE_CONTROL, "private, max-age=300").build();
  }

  private static ProblemException notThere() {
    return new ProblemException(
        ProblemType.NOT_FOUND,
        "There is no calendar at this address. Make a new link in the console.");
  }
}
