package io.caseclock.notify.console.channel;

import io.caseclock.access.Role;
import io.caseclock.notify.channel.Channels;
import io.caseclock.notify.console.channel.ChannelLines.ChannelLine;
import io.caseclock.notify.console.channel.ChannelLines.DeliveryLine;
import io.caseclock.notify.console.frame.Forms;
import io.caseclock.notify.console.frame.Links;
import io.caseclock.notify.console.frame.PageContext;
import io.caseclock.notify.delivery.Circuits;
import io.caseclock.notify.delivery.DeliveryLog;
import io.caseclock.notify.delivery.DeliveryLog.Attempts;
import io.caseclock.notify.delivery.SendTest;
import io.caseclock.notify.delivery.SendTest.Refused;
import io.caseclock.notify.delivery.SendTest.Report;
import io.caseclock.notify.message.MessageRecipient;
import io.caseclock.problem.ProblemException;
import io.caseclock.problem.ProblemType;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
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
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
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
  private static final Attempts NONE = new Attempts(0, 0);

  private final PageContext page;
  private final ChannelLines lines;
  private final Channels channels;
  private final Circuits circuits;
  private final DeliveryLog deliveries;
  private final SendTest sendTest;
  private final InstantSource clock;

  @Inject
  ChannelPages(
      PageContext page,
      ChannelLines lines,
      Channels channels,
      Circuits circuits,
      DeliveryLog deliveries,
      SendTest sendTest,
      InstantSource clock) {
    this.page = page;
    this.lines = lines;
    this.channels = channels;
    this.circuits = circuits;
    this.deliveries = deliveries;
    this.sendTest = sendTest;
    this.clock = clock;
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

  @GET
  @Path("{id}/test")
  public Response back(@QueryParam("lang") @Nullable String lang) {
    return Links.back("/channels", lang);
  }

  /** Sends a test now, and says on the page how that went. */
  @POST
  @Path("{id}/test")
  @RolesAllowed(Role.Wire.ADMINISTRATOR)
  public Response test(@PathParam("id") String id, @FormParam("to") @Nullable String to) {
    if (id.equals(MessageRecipient.IN_APP)) {
      return refused(Refused.TOO_SOON);
    }
    var channel =
        channels
            .byId(id)
            .orElseThrow(() -> new ProblemException(ProblemType.NOT_FOUND, "No such channel."));
    return switch (sendTest.send(channel, Forms.text(to), page.root())) {
      case Report report -> {
        var words = lines.tested(id, report);
        yield report.outcome().equals("delivered")
            ? page(200, Long.MAX_VALUE, words, "")
            : page(200, Long.MAX_VALUE, "", words);
      }
      case Refused refused -> refused(refused);
    };
  }

  /** The inbox, which has no test, is refused in the same words as a test that comes too soon. */
  private Response refused(Refused refused) {
    var status = refused == Refused.TOO_SOON ? 409 : 400;
    return page(status, Long.MAX_VALUE, "", page.texts(ChannelTexts.class).refused(refused));
  }

  private Response page(int status, long before, String done, String refused) {
    var states = circuits.all();
    var waiting = deliveries.waiting();
    var attempts = deliveries.attempts(clock.instant().minus(OF_LATE));
    var log = deliveries.page(page.root(), before, PAGE);
    return page.show(
        status,
        new ChannelList(
            done,
            refused,
            page.caller().is(Role.ADMINISTRATOR),
            Stream.concat(
                    Stream.of(lines.inbox(NONE)),
                    channels.all().stream()
                        .map(
                            it ->
                                lines.channel(
                                    it,
                                    states.get(it.id()),
                                    waiting.getOrDefault(it.id(), 0L),
                                    attempts.getOrDefault(it.id(), NONE))))
                .toList(),
            log.stream().map(lines::delivery).toList(),
            log.size() < PAGE ? "" : Long.toString(log.getLast().seq())));
  }

  /**
   * Channels and deliveries.
   *
   * @param done how a test went well; empty else
   * @param refused why a test did not; empty else
   * @param next the place of the page behind; empty on the last
   */
  @CheckedTemplate(basePath = "channel", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
  record ChannelList(
      String done,
      String refused,
      boolean mayTest,
      List<ChannelLine> channels,
      List<DeliveryLine> deliveries,
      String next)
      implements TemplateInstance {}
}
