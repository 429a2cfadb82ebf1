package io.caseclock.intake.activity.rest;

import io.caseclock.access.Role;
import io.caseclock.access.security.CurrentCaller;
import io.caseclock.attribute.SourceUri;
import io.caseclock.directory.Directory;
import io.caseclock.intake.activity.SourceActivities;
import io.caseclock.intake.activity.SourceActivity;
import io.caseclock.problem.Problem;
import io.caseclock.problem.Problem.Violation;
import io.caseclock.problem.ProblemException;
import io.caseclock.problem.ProblemType;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** When sources were last heard, and which are silent for unusually long. */
@Path("/api/v1/source-activity")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class SourceActivityResource {

  private static final int LARGEST = 1000;

  private final SourceActivities activities;
  private final Directory directory;
  private final CurrentCaller caller;
  private final InstantSource clock;

  SourceActivityResource(
      SourceActivities activities, Directory directory, CurrentCaller caller, InstantSource clock) {
    this.activities = activities;
    this.directory = directory;
    this.caller = caller;
    this.clock = clock;
  }

  /**
   * A source.
   *
   * @param lastAt when an event of it last came that was accepted, now or before
   * @param quietFrom from when on its silence is unusual, if it goes on; null while it was heard
   *     within half an hour, and where too little is known of it
   * @param isQuiet whether that is so now
   */
  public record ActivityView(
      String source,
      Instant firstAt,
      Instant lastAt,
      @Nullable Instant quietFrom,
      boolean isQuiet) {

    static ActivityView of(SourceActivity activity, Instant now) {
      return new ActivityView(
          activity.source(),
          activity.firstAt(),
          activity.lastAt(),
          activity.quietFrom(),
          activity.isQuiet(now));
    }
  }

  /**
   * Sources in the order of their names.
   *
   * @param next what to pass as {@code after} for the following ones; null at the end
   */
  public record ActivityList(List<ActivityView> items, @Nullable String next) {}

  /**
   * Sources in the order of their names.
   *
   * @param quiet {@code true} for those that are quiet now; for all {@code false}, or nothing
   * @param after only those behind this name
   */
  @GET
  @RolesAllowed({Role.Wire.ADMINISTRATOR, Role.Wire.AUDITOR})
  public ActivityList list(
      @RestQuery @Nullable String quiet,
      @RestQuery @DefaultValue("") String after,
      @RestQuery @DefaultValue("200") @Min(1) @Max(LARGEST) int limit) {
    var now = clock.instant();
    var found = activities.list(isAsked(quiet) ? now : null, after, limit);
    return new ActivityList(
        found.stream().map(each -> ActivityView.of(each, now)).toList(),
        found.size() == limit ? found.getLast().source() : null);
  }

  /** Forgets a source that will send no more; if it does all the same, it begins anew. */
  @DELETE
  @Path("{source}")
  @RolesAllowed(Role.Wire.ADMINISTRATOR)
  public void forget(@RestPath String source) {
    directory.requireWholeTree(caller.get());
    var name = SourceUri.read(source).orElseThrow(reason -> refused("/source", reason));
    if (!activities.forget(name)) {
      throw new ProblemException(ProblemType.NOT_FOUND, "No event of this source has come.");
    }
  }

  private static boolean isAsked(@Nullable String quiet) {
    return switch (quiet) {
      case "true" -> true;
      case "false" -> false;
      case null -> false;
      default -> throw refused("/quiet", "must be true or false");
    };
  }

  private static ProblemException refused(String pointer, String reason) {
    return new ProblemException(
        Problem.of(
            ProblemType.MALFORMED_REQUEST,
            "A parameter cannot be read; see violations.",
            List.of(new Violation(pointer, reason))));
  }
}
