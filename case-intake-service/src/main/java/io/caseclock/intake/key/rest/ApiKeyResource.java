package io.caseclock.intake.key.rest;

import io.caseclock.access.Role;
import io.caseclock.access.security.CurrentCaller;
import io.caseclock.directory.Directory;
import io.caseclock.intake.key.ApiKey;
import io.caseclock.intake.key.ApiKeys;
import io.caseclock.intake.key.KeyRing;
import io.caseclock.intake.key.KeySecret;
import io.caseclock.intake.schema.EventCatalogue;
import io.caseclock.problem.Problem;
import io.caseclock.problem.Problem.Violation;
import io.caseclock.problem.ProblemException;
import io.caseclock.problem.ProblemType;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jspecify.annotations.Nullable;

/** Keys of precinct systems that cannot ask a provider for tokens. */
@Path("/api/v1/api-keys")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@RolesAllowed(Role.Wire.ADMINISTRATOR)
public class ApiKeyResource {

  private final ApiKeys keys;
  private final KeyRing ring;
  private final EventCatalogue catalogue;
  private final Directory directory;
  private final CurrentCaller caller;
  private final InstantSource clock;

  ApiKeyResource(
      ApiKeys keys,
      KeyRing ring,
      EventCatalogue catalogue,
      Directory directory,
      CurrentCaller caller,
      InstantSource clock) {
    this.keys = keys;
    this.ring = ring;
    this.catalogue = catalogue;
    this.directory = directory;
    this.caller = caller;
    this.clock = clock;
  }

  /** All keys that were not revoked. */
  public record Listing(List<ApiKey> keys) {}

  /**
   * A secret that nobody is told again.
   *
   * @param key what stands behind {@code Authorization: ApiKey}
   * @param formerUntil from when on the secret before it opens nothing; null for a new key
   */
  public record Told(String id, String key, @Nullable Instant formerUntil) {

    /** Leaves out the secret. */
    @Override
    public String toString() {
      return "Told[" + id + "]";
    }
  }

  @GET
  @RolesAllowed({Role.Wire.ADMINISTRATOR, Role.Wire.AUDITOR})
  @Operation(
      summary = "The keys that were not revoked, the oldest first",
      description = "What each opens, who made it and when it was used last; never a secret.")
  public Listing all() {
    directory.requireWholeTree(caller.get());
    return new Listing(keys.all());
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @ResponseStatus(201)
  @Operation(
      summary = "Makes a key",
      description =
          "For a client, one unit with those below it, and the named types of events, or all."
              + " The secret is in this answer and nowhere else.")
  public RestResponse<Told> make(byte[] body) {
    directory.requireWholeTree(caller.get());
    var now = now();
    var asked = ApiKeyRequest.read(body, now, type -> catalogue.type(type).isPresent());
    if (directory.unit(asked.unit()).isEmpty()) {
      throw new ProblemException(
          Problem.of(
              ProblemType.UNKNOWN_UNIT,
              "The directory does not know the unit.",
              List.of(new Violation("/unit", "the directory does not know this unit"))));
    }
    var secret = KeySecret.random();
    var key =
        new ApiKey(
            KeySecret.randomId(),
            asked.client(),
            asked.unit(),
            asked.types(),
            caller.get().name(),
            now,
            asked.endsAt(),
            null,
            null);
    if (!keys.add(key, secret.hash())) {
      throw new ProblemException(
          ProblemType.STATE_FORBIDS,
          "There are " + ApiKeys.MOST + " keys already. Revoke those that nobody uses.");
    }
    ring.readAgain();
    return ResponseBuilder.<Told>created(URI.create("/api/v1/api-keys/" + key.id()))
        .entity(new Told(key.id(), secret.withId(key.id()), null))
        .build();
  }

  @POST
  @Path("{id}/rotate")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      summary = "Gives a key a new secret",
      description =
          "The one before it opens for the overlap still, seven days where nothing is said, thirty"
              + " at most, so that the system can be changed over without a gap.")
  public Told rotate(@RestPath String id, byte[] body) {
    directory.requireWholeTree(caller.get());
    var now = now();
    var formerUntil = now.plus(ApiKeyRequest.overlap(body));
    var secret = KeySecret.random();
    if (!keys.rotate(id, secret.hash(), now, formerUntil)) {
      throw unknown();
    }
    ring.readAgain();
    return new Told(id, secret.withId(id), formerUntil);
  }

  @DELETE
  @Path("{id}")
  @Operation(
      summary = "Revokes a key",
      description =
          "At this replica at once, at the others within ten seconds. It cannot be taken back.")
  public void revoke(@RestPath String id) {
    directory.requireWholeTree(caller.get());
    if (!keys.revoke(id, caller.get().name(), now())) {
      throw unknown();
    }
    ring.readAgain();
  }

  private static ProblemException unknown() {
    return new ProblemException(
        ProblemType.NOT_FOUND, "No key of that id holds. See GET /api/v1/api-keys.");
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
