package io.caseclock.intake.source.rest;

import io.caseclock.access.Role;
import io.caseclock.access.security.CurrentCaller;
import io.caseclock.directory.Directory;
import io.caseclock.intake.source.SourceClients;
import io.caseclock.intake.source.SourceClients.Registration;
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
import org.jboss.resteasy.reactive.RestPath;

/** Registers clients for the sources that they post events of. */
@Path("/api/v1/sources")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class SourceResource {

  private final SourceClients clients;
  private final Directory directory;
  private final CurrentCaller caller;
  private final InstantSource clock;

  SourceResource(
      SourceClients clients, Directory directory, CurrentCaller caller, InstantSource clock) {
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
   * A client and its sources.
   *
   * @param client the subject of its token
   */
  public record ClientView(String client, List<SourceView> sources) {}

  /** All clients that are registered. */
  public record ClientList(List<ClientView> clients) {}

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
    return new ClientList(
        byClient.entrySet().stream().map(each -> view(each.getKey(), each.getValue())).toList());
  }

  @GET
  @Path("{client}")
  @RolesAllowed({Role.Wire.ADMINISTRATOR, Role.Wire.AUDITOR})
  public ClientView ofClient(@RestPath String client) {
    return found(SourceRequest.client(client));
  }

  /** Makes these the client's sources, and no others; what is missing among them ends. */
  @PUT
  @Path("{client}")
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed(Role.Wire.ADMINISTRATOR)
  public ClientView register(@RestPath String client, byte[] body) {
    directory.requireWholeTree(caller.get());
    var name = SourceRequest.client(client);
    clients.replace(name, SourceRequest.sources(body), caller.get().name(), now());
    return found(name);
  }

  @DELETE
  @Path("{client}")
  @RolesAllowed(Role.Wire.ADMINISTRATOR)
  public void end(@RestPath String client) {
    directory.requireWholeTree(caller.get());
    var name = SourceRequest.client(client);
    found(name);
    clients.replace(name, Set.of(), caller.get().name(), now());
  }

  private ClientView found(String client) {
    var sources = clients.of(client);
    if (sources.isEmpty()) {
      throw new ProblemException(
          ProblemType.NOT_FOUND,
          "No client of this name is registered for a source. See GET /api/v1/sources.");
    }
    return view(client, sources);
  }

  private static ClientView view(String client, List<Registration> sources) {
    return new ClientView(
        client,
        sources.stream()
            .map(each -> new SourceView(each.source().toString(), each.addedBy(), each.addedAt()))
            .toList());
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
