package io.caseclock.monitor.prediction.rest;

import io.caseclock.access.Role;
import io.caseclock.access.security.CurrentCaller;
import io.caseclock.directory.Directory;
import io.caseclock.monitor.prediction.Band;
import io.caseclock.monitor.prediction.RiskWarning;
import io.caseclock.monitor.prediction.RiskWarnings;
import io.caseclock.monitor.rest.Parameters;
import io.caseclock.problem.Problem.Violation;
import io.caseclock.problem.ProblemException;
import io.caseclock.problem.ProblemType;
import io.caseclock.problem.RequestFaults;
import io.caseclock.wire.StrictJson;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.jspecify.annotations.Nullable;

/** Whether people of a unit are warned of deadlines that are likely to be missed. */
@Path("/api/v1/units/{unit}/prediction-warning")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class RiskWarningResource {

  private static final List<String> MEMBERS = List.of("enabled", "band");

  private final RiskWarnings warnings;
  private final Directory directory;
  private final CurrentCaller caller;
  private final InstantSource clock;

  RiskWarningResource(
      RiskWarnings warnings, Directory directory, CurrentCaller caller, InstantSource clock) {
    this.warnings = warnings;
    this.directory = directory;
    this.caller = caller;
    this.clock = clock;
  }

  /**
   * What holds for a unit.
   *
   * @param band medium or high: the least that is told
   * @param setFor the unit that said so, this one or one above it; null where none did, and nothing
   *     is told
   */
  public record View(
      String unit,
      boolean enabled,
      String band,
      @Nullable String setFor,
      @Nullable String by,
      @Nullable Instant at) {

    static View of(String unit, Optional<RiskWarning> holds) {
      return holds
          .map(
              one ->
                  new View(unit, one.enabled(), one.band().wire(), one.unit(), one.by(), one.at()))
          .orElseGet(() -> new View(unit, false, Band.HIGH.wire(), null, null, null));
    }
  }

  /** What a unit is told of. */
  record RiskWarningBody(boolean enabled, @Schema(enumeration = {"medium", "high"}) String band) {}

  /** What holds for the unit: its own word, else that of the nearest unit above. */
  @GET
  @RolesAllowed({
    Role.Wire.LEGAL_OFFICER,
    Role.Wire.SUPERVISOR,
    Role.Wire.ADMINISTRATOR,
    Role.Wire.AUDITOR
  })
  public View get(@PathParam("unit") String unit) {
    var asked = visible(unit);
    return View.of(asked, warnings.of(asked));
  }

  /**
   * Switches it on or off for the unit and all below it that said nothing themselves. Once on, a
   * running deadline whose chance reaches the band is told of once as stage {@code risk-medium} or
   * {@code risk-high}.
   */
  @PUT
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed({Role.Wire.SUPERVISOR, Role.Wire.ADMINISTRATOR})
  @RequestBody(content = @Content(schema = @Schema(implementation = RiskWarningBody.class)))
  public View put(@PathParam("unit") String unit, byte[] body) {
    var asked = visible(unit);
    var by = caller.get().asOfficer().orElse(caller.get().name());
    warnings.keep(read(asked, body, by));
    return get(unit);
  }

  private String visible(String unit) {
    var asked = Parameters.identifier("unit", unit);
    if (!directory.isWithin(asked, caller.get().requiredUnit())) {
      throw new ProblemException(ProblemType.NOT_FOUND, "No unit of that id is among yours.");
    }
    return asked;
  }

  /** Reads {@code {"enabled": true, "band": "high"}}; names every fault. */
  private RiskWarning read(String unit, byte[] body, String by) {
    var members = StrictJson.object(body);
    var faults = RequestFaults.unknown(members, MEMBERS);
    if (!(members.get("enabled") instanceof Boolean)) {
      faults.add(new Violation("/enabled", "must be true or false"));
    }
    var band =
        Optional.ofNullable(members.get("band"))
            .flatMap(word -> Band.ofWire(word.toString()))
            .filter(one -> one != Band.LOW);
    if (band.isEmpty()) {
      faults.add(new Violation("/band", "must be medium or high"));
    }
    if (!faults.isEmpty()) {
      throw RequestFaults.refused(faults);
    }
    return new RiskWarning(
        unit, Boolean.TRUE.equals(members.get("enabled")), band.orElseThrow(), by, clock.instant());
  }
}
