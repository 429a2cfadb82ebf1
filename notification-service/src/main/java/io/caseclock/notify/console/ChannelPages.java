package io.caseclock.notify.console;

import io.caseclock.access.Role;
import io.caseclock.access.security.CurrentCaller;
import io.caseclock.notify.channel.Channels;
import io.caseclock.notify.delivery.Circuits;
import io.caseclock.notify.delivery.DeliveryLog;
import io.caseclock.notify.delivery.SendTest;
import io.caseclock.notify.delivery.SendTest.Refused;
import io.caseclock.notify.delivery.SendTest.Report;
import io.caseclock.notify.message.MessageRecipient;
import io.caseclock.notify.rest.Paging;
import io.caseclock.problem.ProblemException;
import io.caseclock.problem.ProblemType;
import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** How each channel does, a test of it, and the newest deliveries. */
@Path("/channels")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
@RolesAllowed({Role.Wire.ADMINISTRATOR, Role.Wire.AUDITOR})
public class ChannelPages {

  private static final int PAGE = 50;
  private static final Duration OF_LATE = Duration.ofHours(1);

  private final Frame frame;
  private final CurrentCaller caller;
  private final Channels channels;
  private final Circuits circuits;
  private final DeliveryLog deliveries;
  private final SendTest sendTest;
  private final InstantSource clock;
  private final Template page;

  @Inject
  ChannelPages(
      Frame frame,
      CurrentCaller caller,
      Channels channels,
      Circuits circuits,
      DeliveryLog deliveries,
      SendTest sendTest,
      InstantSource clock,
      @Location("console/channels") Template page) {
    this.frame = frame;
    this.caller = caller;
    this.channels = channels;
    this.circuits = circuits;
    this.deliveries = deliveries;
    this.sendTest = sendTest;
    this.clock = clock;
    this.page = page;
  }

  @GET
  public Response list(@QueryParam("after") @Nullable String after) {
    return page(200, cursor(after), "", "");
  }

  private static long cursor(@Nullable String after) {
    try {
      return after == null ? Long.MAX_VALUE : Long.parseLong(after);
    } catch (NumberFormatException e) {
      throw new ProblemException(ProblemType.NOT_FOUND, "There is no such page.");
    }
  }

  /** Where a browser asks again for the page of a test, in the other language say. */
  @GET
  @Path("{id}/test")
  public Response back(@QueryParam("lang") @Nullable String lang) {
    return Response.seeOther(URI.create("/channels" + Links.language(lang))).build();
  }

  /** Sends a test now, and says on the page how that went. */
  @POST
  @Path("{id}/test")
  @RolesAllowed(Role.Wire.ADMINISTRATOR)
  public Response test(@PathParam("id") String id, @FormParam("to") @Nullable String to) {
    if (id.equals(MessageRecipient.IN_APP)) {
      throw new ProblemException(ProblemType.STATE_FORBIDS, "The inbox needs no test.");
    }
    var channel =
        channels
            .byId(id)
            .orElseThrow(() -> new ProblemException(ProblemType.NOT_FOUND, "No such channel."));
    return switch (sendTest.send(channel, Objects.toString(to, "").strip(), root())) {
      case Report report -> tested(id, report);
      case Refused refused -> refused(refused);
    };
  }

  private Response tested(String id, Report report) {
    var words = new ChannelLines(frame.lines()).tested(id, report);
    return report.outcome().equals("delivered")
        ? page(200, Long.MAX_VALUE, words, "")
        : page(200, Long.MAX_VALUE, "", words);
  }

  private Response refused(Refused refused) {
    var isTooSoon = refused == Refused.TOO_SOON;
    var key = isTooSoon ? "test_refused_too_soon" : "test_refused_to";
    return page(isTooSoon ? 409 : 400, Long.MAX_VALUE, "", frame.lines().text(key));
  }

  private String root() {
    return Paging.root(caller.get());
  }

  private Response page(int status, long before, String done, String refused) {
    var lines = new ChannelLines(frame.lines());
    var states = circuits.all();
    var waiting = deliveries.waiting();
    var tries = deliveries.attempts(clock.instant().minus(OF_LATE));
    var log = deliveries.page(root(), before, PAGE);
    Map<String, Object> data = new HashMap<>();
    data.put("done", done);
    data.put("refused", refused);
    data.put("mayTest", caller.get().is(Role.ADMINISTRATOR));
    data.put(
        "channels",
        Stream.concat(
                Stream.of(lines.inbox()),
                channels.all().stream()
                    .map(
                        it ->
                            lines.channel(
                                it,
                                states.get(it.id()),
                                waiting.getOrDefault(it.id(), 0L),
                                tries.get(it.id()))))
            .toList());
    data.put("deliveries", log.stream().map(lines::delivery).toList());
    data.put("next", log.size() < PAGE ? "" : Long.toString(log.getLast().seq()));
    return frame.page(status, page, data);
  }
}
