package io.caseclock.notify.console.feed;

import io.caseclock.audit.NotAudited;
import io.caseclock.contract.Sha256;
import io.caseclock.notify.console.frame.Links;
import io.caseclock.notify.monitor.Answer;
import io.caseclock.notify.monitor.Asker;
import io.caseclock.notify.monitor.Download;
import io.caseclock.notify.monitor.MonitorApi;
import io.caseclock.notify.monitor.Query;
import io.caseclock.notify.monitor.Question;
import io.caseclock.problem.ProblemException;
import io.caseclock.problem.ProblemType;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * Passes a calendar of the monitor on, so that the address of the console is enough. The link is
 * the key: it is asked without a token, and written nowhere.
 */
@Path("/calendar")
@RunOnVirtualThread
public class CalendarDownload {

  private static final String TYPE = "text/calendar";

  /** Several times what the longest calendar has. */
  private static final int MOST_BYTES = 4 * 1024 * 1024;

  private final MonitorApi api;

  @Inject
  CalendarDownload(MonitorApi api) {
    this.api = api;
  }

  /** A calendar (RFC 5545), as whoever has the link may read it. */
  @GET
  @Path("{secret}.ics")
  @NotAudited("the link is a key, and would stand in the log")
  @Produces(TYPE)
  @PermitAll
  public Response calendar(@PathParam("secret") String secret, @Context Request request) {
    var path = "/calendar/" + Links.segment(secret) + ".ics";
    return switch (api.download(new Question("GET", path, Query.NONE, null, Asker.NOBODY), TYPE)) {
      case Download.File file -> answer(bytes(file), request);
      case Download.Missing(Answer.Refused<Void>(var problem)) ->
          throw new ProblemException(problem);
      case Download.Missing missing ->
          throw new ProblemException(
              ProblemType.UNAVAILABLE, "The calendar cannot be read just now. Try again later.");
    };
  }

  private static byte[] bytes(Download.File file) {
    try (var bytes = file.bytes()) {
      return bytes.readNBytes(MOST_BYTES);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Response answer(byte[] calendar, Request request) {
    var tag = new EntityTag(Sha256.hex(calendar));
    var unchanged = request.evaluatePreconditions(tag);
    var answer =
        unchanged == null
            ? Response.ok(calendar)
                .type(TYPE + ";charset=UTF-8")
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"caseclock.ics\"")
            : unchanged;
    return answer.tag(tag).header(HttpHeaders.CACHE_CONTROL, "private, max-age=300").build();
  }
}
