package io.caseclock.intake.key.rest;

import io.caseclock.access.Role;
import io.caseclock.access.security.CurrentCaller;
import io.caseclock.directory.Directory;
import io.caseclock.intake.key.ApiKey;
import io.caseclock.intake.key.ApiKeys;
import io.caseclock.intake.key.ApiKeys.Outcome;
import io.caseclock.intake.key.Credential;
import io.caseclock.intake.key.Fingerprint;
import io.caseclock.intake.key.KeyRing;
import io.caseclock.intake.key.KeySecret;
import io.caseclock.intake.schema.EventCatalogue;
import io.caseclock.problem.Problem;
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
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
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
  public record Listing(List<ShownKey> keys) {}

  /**
   * What opens the key now: a secret that nobody is told again, or a certificate.
   *
   * @param key what stands behind {@code Authorization: ApiKey}; null where a certificate opens it
   * @param fingerprint of the certificate; null where a secret opens it
   * @param formerUntil from when on what opened it before opens nothing; null for a new key
   */
  public record Told(
      String id,
      @Nullable String key,
      @Nullable String fingerprint,
      @Nullable Instant formerUntil) {

    static Told of(String id, Credential credential, @Nullable Instant formerUntil) {
      return switch (credential) {
        case KeySecret secret -> new Told(id, secret.withId(id), null, formerUntil);
        case Fingerprint certificate -> new Told(id, null, certificate.hex(), formerUntil);
      };
    }

    /** Leaves out the secret. */
    @Override
    public String toString() {
      return "Told[" + id + "]";
    }
  }

  /** What {@link ApiKeyRequest} reads. */
  record NewKeyBody(
      String client,
      @Schema(oneOf = {String.class, String[].class}) Object unit,
      @Nullable List<String> types,
      @Nullable Instant endsAt,
      @Nullable String certificate,
      @Nullable String fingerprint) {}

  /** What {@link RotationRequest} reads. */
  record RotationBody(
      @Nullable Duration overlap, @Nullable String certificate, @Nullable String fingerprint) {}

  @GET
  @RolesAllowed({Role.Wire.ADMINISTRATOR, Role.Wire.AUDITOR})
  @Operation(
      summary = "The keys that were not revoked, the oldest first",
      description =
          "What each opens, who made it and when it was used last; the fingerprints of"
              + " certificates, never a secret.")
  public Listing all() {
    directory.requireWholeTree(caller.get());
    var now = now();
    return new Listing(keys.opened().stream().map(key -> ShownKey.of(key, now)).toList());
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @ResponseStatus(201)
  @Operation(
      summary = "Makes a key",
      description =
          "For a client, a unit with those below it, or up to 16 of which it acts in one at a time,"
              + " and the named types of events, or all."
              + " Where no certificate is named, a secret opens it, which is in this answer and"
              + " nowhere else.")
  @RequestBody(content = @Content(schema = @Schema(implementation = NewKeyBody.class)))
  @APIResponseSchema(value = Told.class, responseCode = "201")
  public RestResponse<Told> make(byte[] body) {
    directory.requireWholeTree(caller.get());
    var now = now();
    var asked = ApiKeyRequest.read(body, now, type -> catalogue.type(type).isPresent());
    requireKnown(asked.units());
    var credential = orSecret(asked.certificate());
    var key =
        new ApiKey(
            KeySecret.randomId(),
            credential.kind(),
            asked.client(),
            asked.units().ids(),
            asked.types(),
            caller.get().name(),
            now,
            asked.endsAt(),
            null);
    requireDone(keys.add(key, credential.hash()));
    ring.readAgain();
    return ResponseBuilder.<Told>created(URI.create("/api/v1/api-keys/" + key.id()))
        .entity(Told.of(key.id(), credential, null))
        .build();
  }

  @POST
  @Path("{id}/rotate")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      summary = "Gives a key a new secret, or another certificate",
      description =
          "The one before it opens for the overlap still, seven days where nothing is said, thirty"
              + " at most, so that the system can be changed over without a gap.")
  @RequestBody(content = @Content(schema = @Schema(implementation = RotationBody.class)))
  public Told rotate(@RestPath String id, byte[] body) {
    directory.requireWholeTree(caller.get());
    var now = now();
    var asked = RotationRequest.read(body, now);
    var formerUntil = now.plus(asked.overlap());
    var credential = orSecret(asked.certificate());
    requireDone(keys.rotate(id, credential, now, formerUntil));
    ring.readAgain();
    return Told.of(id, credential, formerUntil);
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

  private void requireKnown(AskedUnits units) {
    var faults = units.unknown(unit -> directory.unit(unit).isPresent());
    if (!faults.isEmpty()) {
      throw new ProblemException(
          Problem.of(
              ProblemType.UNKNOWN_UNIT,
              "The directory does not know a unit; see violations.",
              faults));
    }
  }

  private static Credential orSecret(@Nullable Fingerprint certificate) {
    return certificate == null ? KeySecret.random() : certificate;
  }

  private static void requireDone(Outcome outcome) {
    switch (outcome) {
      case DONE -> {}
      case UNKNOWN -> throw unknown();
      case TOO_MANY ->
          throw forbidden(
              "There are " + ApiKeys.MOST + " keys already. Revoke those that nobody uses.");
      case OTHER_KIND ->
          throw forbidden(
              "A key that a secret opens is rotated without a certificate, one that a certificate"
                  + " opens with the next one. Make another key for the other kind.");
      case TAKEN ->
          throw forbidden(
              "The certificate opens another key already. Revoke that one first; see GET"
                  + " /api/v1/api-keys.");
    }
  }

  private static ProblemException forbidden(String detail) {
    return new ProblemException(ProblemType.STATE_FORBIDS, detail);
  }

  private static ProblemException unknown() {
    return new ProblemException(
        ProblemType.NOT_FOUND, "No key of that id holds. See GET /api/v1/api-keys.");
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
