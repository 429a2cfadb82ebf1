package io.caseclock.notify.delivery.rest;

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
import io.caseclock.notify.rest.Parameters;
import io.caseclock.problem.ProblemException;
import io.caseclock.problem.ProblemType;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The configured channels, and whether they work. */
@Path("/api/v1/channels")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class ChannelResource {

  private final Channels channels;
  private final Circuits circuits;
  private final DeliveryLog log;
  private final SendTest sendTest;
  private final CurrentCaller caller;

  @Inject
  ChannelResource(
      Channels channels,
      Circuits circuits,
      DeliveryLog log,
      SendTest sendTest,
      CurrentCaller caller) {
    this.channels = channels;
    this.circuits = circuits;
    this.log = log;
    this.sendTest = sendTest;
    this.caller = caller;
  }

  @GET
  @RolesAllowed({Role.Wire.ADMINISTRATOR, Role.Wire.AUDITOR})
  public Answer list() {
    var states = circuits.all();
    var waiting = log.waiting();
    List<ChannelView> views = new ArrayList<>(List.of(ChannelView.ofInbox()));
    channels
        .all()
        .forEach(
            one ->
                views.add(
                    ChannelView.of(one, states.get(one.id()), waiting.getOrDefault(one.id(), 0L))));
    return new Answer(views.stream().sorted(Comparator.comparing(ChannelView::id)).toList());
  }

  /** Sends a push that says it is a test, now; answers how that went, and logs it. */
  @POST
  @Path("{id}/test")
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed(Role.Wire.ADMINISTRATOR)
  public Report test(@PathParam("id") String id, @Nullable Request request) {
    if (id.equals(MessageRecipient.IN_APP)) {
      throw new ProblemException(
          ProblemType.STATE_FORBIDS, "The inbox is part of CaseClock; there is nothing to test.");
    }
    var channel =
        channels
            .byId(id)
            .orElseThrow(
                () ->
                    new ProblemException(
                        ProblemType.NOT_FOUND, "No channel has this id; see /api/v1/channels."));
    var to = request == null ? null : request.to();
    return switch (sendTest.send(channel, to, Paging.root(caller.get()))) {
      case Report report -> report;
      case Refused refused -> throw problem(refused);
    };
  }

  private static ProblemException problem(Refused refused) {
    return switch (refused) {
      case TOO_SOON ->
          new ProblemException(
              ProblemType.STATE_FORBIDS,
              "This channel was tested a moment ago. Try again in ten seconds.");
      case TAKES_NO_ADDRESS ->
          Parameters.refused("to", "is for e-mail and text messages only; leave it out");
      case NEEDS_ADDRESS ->
          Parameters.refused("to", "is the e-mail address or mobile number that gets the test");
    };
  }

  /** All channels. */
  public record Answer(List<ChannelView> channels) {}

  /** Who gets the test; for e-mail and text messages only. */
  public record Request(@Nullable String to) {
    @Override
    public String toString() {
      return "Request[]";
    }
  }
}
