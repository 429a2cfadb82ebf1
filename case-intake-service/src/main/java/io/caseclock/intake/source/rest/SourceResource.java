package io.caseclock.intake.source.rest;

import io.caseclock.access.Role;
import io.caseclock.access.security.CurrentCaller;
import io.caseclock.directory.Directory;
import io.caseclock.intake.source.ClientLimits;
import io.caseclock.intake.source.OwnRates;
import io.caseclock.intake.source.QuotaDays;
import io.caseclock.intake.source.SourceClients;
import io.caseclock.intake.source.SourceClients.Registration;
import io.caseclock.intake.source.SourceClients.SetLimits;
import io.caseclock.problem.ProblemException;
import io.caseclock.problem.ProblemType;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** Registers clients for the sources that they post events of, and says how much they may send. */
@Path("/api/v1/sources")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class SourceResource {

  private final SourceClients clients;
  private final Directory directory;
  private final CurrentCaller caller;
  private final InstantSource clock;
  private final QuotaDays days;
  private final OwnRates rates;

  SourceResource(
      SourceClients clients,
      Directory directory,
      CurrentCaller caller,
      InstantSource clock,
      QuotaDays days,
      OwnRates rates) {
    this.days = days;
    this.rates = rates;
    this.clients = clients;
    this.directory = directory;
    this.caller = caller;
    this.clock = clock;
  }

  /**
   * A source that a client is registered for.
   *
   * @param source with a trailing {@code *} where anything may follow
   * @param addedBy the administrator
   */
  public record SourceView(String source, String addedBy, Instant addedAt) {}

  /**
   * A client, its sources, and what it may send where that is less than what all may.
   *
   * @param client the subject of its token
   * @param eventsPerDay how many of its events are accepted on a day of the working calendar; null
   *     where there is no quota
   * @param acceptedToday how many were accepted today while it had a quota; null where it has none
   * @param eventsPerSecond how many it may send to one replica each second; null where the rate of
   *     all clients holds
   * @param limitsSetBy the administrator; null where no limit is set
   */
  public record ClientView(
      String client,
      List<SourceView> sources,
      @Nullable Long eventsPerDay,
      @Nullable Long acceptedToday,
      @Nullable Long eventsPerSecond,
      @Nullable String limitsSetBy,
      @Nullable Instant limitsSetAt) {

    static ClientView of(String client, List<Registration> sources, @Nullable SetLimits set) {
      var shown =
          sources.stream()
              .map(each -> new SourceView(each.source().toString(), each.addedBy(), each.addedAt()))
              .toList();
      if (set == null) {
        return new ClientView(client, shown, null, null, null, null, null);
      }
      var perDay = set.limits().eventsPerDay();
      return new ClientView(
          client,
          shown,
          perDay,
          perDay == null ? null : set.accepted(),
          set.limits().eventsPerSecond(),
          set.setBy(),
          set.setAt());
    }
  }

  /** All clients that are registered. */
  public record ClientList(List<ClientView> clients) {}

  /** What {@link SourceRequest} reads. */
  record SourcesBody(
      List<String> sources, @Nullable Long eventsPerDay, @Nullable Long eventsPerSecond) {}

  @GET
  @RolesAllowed({Role.Wire.ADMINISTRATOR, Role.Wire.AUDITOR})
  public ClientList all() {
    Map<String, List<Registration>> byClient = new LinkedHashMap<>();
    clients
        .all()
        .forEach(
            each ->
                byClient
                    .computeIfAbsent(each.client(), key -> new java.util.ArrayList<>())
                    .add(each));
    var limits = limits();
    return new ClientList(
        byClient.entrySet().stream()
            .map(each -> ClientView.of(each.getKey(), each.getValue(), limits.get(each.getKey())))
            .toList());
  }

  @GET
  @Path("{client}")
  @RolesAllowed({Role.Wire.ADMINISTRATOR, Role.Wire.AUDITOR})
  public ClientView ofClient(@RestPath String client) {
    return found(SourceRequest.client(client));
  }

  /**
   * Makes these the client's sources and limits, and no others; what is missing among them ends. A
   * quota holds at once at every replica, a rate within ten seconds.
   */
  @PUT
  @Path("{client}")
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed(Role.Wire.ADMINISTRATOR)
  @Operation(
      summary = "Makes these the client's sources and limits, and no others",
      description =
          "sources: 1 to 100, with a trailing * where anything may follow. eventsPerDay, 1 to"
              + " 100000000: how many of its events are accepted on a day in the working"
              + " calendar's zone; no quota where it is absent. eventsPerSecond: its own rate for"
              + " each replica, at most that of all clients, which holds where it is absent.")
  @RequestBody(content = @Content(schema = @Schema(implementation = SourcesBody.class)))
  public ClientView register(@RestPath String client, byte[] body) {
    directory.requireWholeTree(caller.get());
    var name = SourceRequest.client(client);
    var asked = SourceRequest.read(body, rates.most());
    clients.replace(name, asked.sources(), asked.limits(), caller.get().name(), now());
    rates.readAgain();
    return found(name);
  }

  @DELETE
  @Path("{client}")
  @RolesAllowed(Role.Wire.ADMINISTRATOR)
  public void end(@RestPath String client) {
    directory.requireWholeTree(caller.get());
    var name = SourceRequest.client(client);
    found(name);
    clients.replace(name, Set.of(), ClientLimits.NONE, caller.get().name(), now());
    rates.readAgain();
  }

  private ClientView found(String client) {
    var sources = clients.of(client);
    if (sources.isEmpty()) {
      throw new ProblemException(
          ProblemType.NOT_FOUND,
          "No client of this name is registered for a source. See GET /api/v1/sources.");
    }
    return ClientView.of(client, sources, limits().get(client));
  }

  private Map<String, SetLimits> limits() {
    return clients.limits(days.of(clock.instant()));
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
