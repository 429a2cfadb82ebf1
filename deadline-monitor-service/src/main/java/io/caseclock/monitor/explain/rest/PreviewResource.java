package io.caseclock.monitor.explain.rest;

import io.caseclock.access.Role;
import io.caseclock.admission.MaxBodySize;
import io.caseclock.contract.CaseEvent;
import io.caseclock.monitor.explain.Preview;
import io.caseclock.monitor.limit.Bulkhead;
import io.caseclock.monitor.limit.OverLimitException;
import io.caseclock.monitor.rest.ComputedDeadline;
import io.caseclock.problem.ProblemException;
import io.caseclock.problem.ProblemType;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What would be due: for calculators, and for trying a rule out. */
@Path("/api/v1/deadlines/preview")
@RolesAllowed({
  Role.Wire.PRECINCT_SYSTEM,
  Role.Wire.OFFICER,
  Role.Wire.LEGAL_OFFICER,
  Role.Wire.SUPERVISOR,
  Role.Wire.ADMINISTRATOR,
  Role.Wire.AUDITOR,
  Role.Wire.PROSECUTOR
})
@RunOnVirtualThread
public class PreviewResource {

  /** An answer takes a few MB at most; so many are made at a time, and no more. */
  private static final int PLACES = 4;

  /** The most bytes of a question: a thousand events of usual size and more. */
  static final long LARGEST = 2 * 1024 * 1024;

  private final Preview preview;
  private final Bulkhead places = new Bulkhead(PLACES);

  PreviewResource(Preview preview) {
    this.preview = preview;
  }

  /** The computed deadlines. */
  public record Answer(List<ComputedDeadline> deadlines) {}

  @POST
  @MaxBodySize(LARGEST)
  @Consumes(MediaType.APPLICATION_JSON)
  @Produces(MediaType.APPLICATION_JSON)
  public Answer ask(@Nullable Map<String, Object> body) {
    var request = new PreviewRequest(body);
    var asOf = request.asOf();
    var events = request.events();
    var rules = request.rules();
    preview.unknown(rules).forEach(id -> request.refuse("/rules", "no pack knows the rule " + id));
    request.check();
    return places
        .take(() -> answer(events, asOf, Set.copyOf(rules)))
        .orElseThrow(
            () ->
                new ProblemException(
                    ProblemType.UNAVAILABLE,
                    "Others are asking just now. Try again after a few seconds."));
  }

  private Answer answer(List<CaseEvent> events, @Nullable Instant asOf, Set<String> rules) {
    try {
      var deadlines = preview.ask(events, asOf, rules);
      return new Answer(deadlines.stream().map(ComputedDeadline::of).toList());
    } catch (OverLimitException e) {
      throw new ProblemException(
          ProblemType.TOO_LARGE,
          "The answer would take " + e.getMessage() + ". Ask about fewer events or rules at once.");
    }
  }
}
