package io.caseclock.intake.journal.rest;

import io.caseclock.access.Role;
import io.caseclock.access.security.CurrentCaller;
import io.caseclock.attribute.Moment;
import io.caseclock.attribute.Reading;
import io.caseclock.directory.Directory;
import io.caseclock.intake.journal.Republication;
import io.caseclock.intake.journal.Republication.Place;
import io.caseclock.problem.Problem.Violation;
import io.caseclock.problem.RequestFaults;
import io.caseclock.wire.StrictJson;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.jspecify.annotations.Nullable;

/** Hands accepted events of cases to Kafka once more, step by step: after a disaster. */
@Path("/api/v1/journal/republish")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class RepublishResource {

  static final int LARGEST = 1000;

  private static final String FROM = "from";
  private static final String AFTER = "after";
  private static final String LIMIT = "limit";

  /** What a step calls its next. */
  private static final Pattern PLACE = Pattern.compile("([0-9]{1,18}):(\\P{Cntrl}{1,300})");

  private static final List<String> MEMBERS = List.of(FROM, AFTER, LIMIT);

  private final Republication republication;
  private final Directory directory;
  private final CurrentCaller caller;
  private final InstantSource clock;

  RepublishResource(
      Republication republication, Directory directory, CurrentCaller caller, InstantSource clock) {
    this.republication = republication;
    this.directory = directory;
    this.caller = caller;
    this.clock = clock;
  }

  /**
   * What one step did.
   *
   * @param read how many events it looked at
   * @param published how many of them go to Kafka again
   * @param withoutContents how many were left out since contents of their case were deleted, kept
   *     long enough
   * @param next what to send as {@code after} in the following step; null at the end
   */
  public record StepView(int read, int published, int withoutContents, @Nullable String next) {}

  /** What a step is asked with. */
  record StepBody(Instant from, @Nullable String after, @Nullable Integer limit) {}

  /**
   * One step: {@code {"from": "2026-11-27T00:00:00Z", "after": "…", "limit": 1000}}. The journal is
   * gone through case by case, each in the order of acceptance; what was accepted before {@code
   * from} is left out. {@code after} is the {@code next} of the step before and absent in the
   * first; {@code limit} is 1000 where it is absent, and at most that.
   */
  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed(Role.Wire.ADMINISTRATOR)
  @RequestBody(content = @Content(schema = @Schema(implementation = StepBody.class)))
  public StepView publish(byte[] body) {
    directory.requireWholeTree(caller.get());
    var members = StrictJson.object(body);
    var faults = RequestFaults.unknown(members, MEMBERS);
    var from = from(members, faults);
    var after = after(members, faults);
    var limit = limit(members, faults);
    if (from == null || !faults.isEmpty()) {
      throw RequestFaults.refused(faults);
    }
    var step =
        republication.publish(from, after, limit, clock.instant().truncatedTo(ChronoUnit.MICROS));
    return new StepView(step.read(), step.published(), step.withoutContents(), text(step.next()));
  }

  private static @Nullable Instant from(Map<String, Object> members, List<Violation> faults) {
    var reading =
        members.get(FROM) instanceof String text
            ? Moment.read(text)
            : Reading.<Instant>refused("must be a time, such as 2026-11-27T00:00:00+08:00");
    return RequestFaults.sound(reading, "/from", faults);
  }

  private static Place after(Map<String, Object> members, List<Violation> faults) {
    if (!members.containsKey(AFTER)) {
      return Place.BEGINNING;
    }
    if (members.get(AFTER) instanceof String text) {
      var place = PLACE.matcher(text);
      if (place.matches()) {
        return new Place(place.group(2), Long.parseLong(place.group(1)));
      }
    }
    faults.add(new Violation("/after", "must be the next of the step before"));
    return Place.BEGINNING;
  }

  private static int limit(Map<String, Object> members, List<Violation> faults) {
    if (!members.containsKey(LIMIT)) {
      return LARGEST;
    }
    if (members.get(LIMIT) instanceof Integer limit && limit >= 1 && limit <= LARGEST) {
      return limit;
    }
    faults.add(new Violation("/limit", "must be a number from 1 to " + LARGEST));
    return LARGEST;
  }

  private static @Nullable String text(@Nullable Place place) {
    return place == null ? null : place.seq() + ":" + place.caseId();
  }
}
