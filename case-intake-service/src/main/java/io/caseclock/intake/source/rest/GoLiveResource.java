package io.caseclock.intake.source.rest;

import io.caseclock.access.Role;
import io.caseclock.access.security.CurrentCaller;
import io.caseclock.attribute.Moment;
import io.caseclock.attribute.Reading;
import io.caseclock.directory.Directory;
import io.caseclock.intake.source.GoLiveDates;
import io.caseclock.intake.source.GoLiveDates.GoLive;
import io.caseclock.intake.source.SourcePattern;
import io.caseclock.problem.Problem.Violation;
import io.caseclock.problem.ProblemException;
import io.caseclock.problem.ProblemType;
import io.caseclock.problem.RequestFaults;
import io.caseclock.wire.StrictJson;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.jboss.resteasy.reactive.RestPath;

/**
 * From when on a source is in daily use. What it tells of the time before is history: computed and
 * counted, but told to nobody.
 */
@Path("/api/v1/sources/{source}/go-live")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class GoLiveResource {
  /** How far ahead a date may lie; a wrong year would silence a source for good. */
  static final Duration FARTHEST = Duration.ofDays(366);

  private static final String AT = "at";

  private final GoLiveDates dates;
  private final Directory directory;
  private final CurrentCaller caller;
  private final InstantSource clock;

  GoLiveResource(
      GoLiveDates dates, Directory directory, CurrentCaller caller, InstantSource clock) {
    this.dates = dates;
    this.directory = directory;
    this.caller = caller;
    this.clock = clock;
  }

  /**
   * When a source goes into daily use.
   *
   * @param source with a trailing {@code *} where anything may follow
   * @param at the first instant of daily use
   * @param setBy the administrator
   */
  public record GoLiveView(String source, Instant at, String setBy, Instant setAt) {}

  /** What a date is set with. */
  record GoLiveBody(Instant at) {}

  /** The date that was set for exactly this source, or this beginning of sources. */
  @GET
  @RolesAllowed({Role.Wire.ADMINISTRATOR, Role.Wire.AUDITOR})
  public GoLiveView get(@RestPath String source) {
    return view(pattern(source));
  }

  /**
   * Sets it; events that were accepted before stay as they are. The body is {@code {"at":
   * "2026-12-01T00:00:00+08:00"}}, at most 366 days ahead.
   */
  @PUT
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed(Role.Wire.ADMINISTRATOR)
  @RequestBody(content = @Content(schema = @Schema(implementation = GoLiveBody.class)))
  public GoLiveView set(@RestPath String source, byte[] body) {
    directory.requireWholeTree(caller.get());
    var pattern = pattern(source);
    var now = now();
    dates.set(pattern, at(body, now), caller.get().name(), now);
    return view(pattern);
  }

  /** Ends it: what comes from now on is told like any other; what was accepted keeps its mark. */
  @DELETE
  @RolesAllowed(Role.Wire.ADMINISTRATOR)
  public void end(@RestPath String source) {
    directory.requireWholeTree(caller.get());
    if (!dates.end(pattern(source), caller.get().name(), now())) {
      throw missing();
    }
  }

  private GoLiveView view(SourcePattern source) {
    return dates.of(source).map(GoLiveResource::view).orElseThrow(GoLiveResource::missing);
  }

  private static GoLiveView view(GoLive date) {
    return new GoLiveView(date.source().toString(), date.at(), date.setBy(), date.setAt());
  }

  private static ProblemException missing() {
    return new ProblemException(
        ProblemType.NOT_FOUND, "No go-live date is set for this source, written just so.");
  }

  private static SourcePattern pattern(String source) {
    return switch (SourcePattern.read(source)) {
      case Reading.Sound<SourcePattern>(var pattern) -> pattern;
      case Reading.Refused<SourcePattern>(var reason) ->
          throw RequestFaults.refused(List.of(new Violation("/source", reason)));
    };
  }

  private static Instant at(byte[] body, Instant now) {
    var members = StrictJson.object(body);
    var faults = RequestFaults.unknown(members, List.of(AT));
    var reading =
        members.get(AT) instanceof String text
            ? Moment.read(text)
            : Reading.<Instant>refused("must be a time, such as 2026-12-01T00:00:00+08:00");
    switch (reading) {
      case Reading.Refused<Instant>(var reason) -> faults.add(new Violation("/at", reason));
      case Reading.Sound<Instant>(var at) when at.isAfter(now.plus(FARTHEST)) ->
          faults.add(new Violation("/at", "lies more than 366 days ahead"));
      case Reading.Sound<Instant>(var at) when faults.isEmpty() -> {
        return at;
      }
      case Reading.Sound<Instant> ignored -> {}
    }
    throw RequestFaults.refused(faults);
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
